// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samband.parties.NeedToKnow;

/// The frame of all pages, over HTTP.
@NullUnmarked // what is missing fails the test
@Tag("slow")
class FramePagesTest {
    private static FramedPages pages;
    private HttpClient client = client();

    @BeforeAll
    static void open() {
        pages = new FramedPages(0);
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    @BeforeEach
    void signIn() {
        pages.signIn(FramedPages.officer("en", "dark", NeedToKnow.allOf(FramedPages.PARTNERSHIP)));
        client = client();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @Test
    void aPageBearsItsMarkingAtHeadAndFootWithOneLabelBesideTheOther() {
        var page = page("/atland-bergen/dossier");
        for (var place : new String[] {"head", "foot"}) {
            assertThat(page.select(".sb-marking[data-place=" + place + "] strong").eachText())
                    .containsExactly("LIMITED · EXERCISE", "AMBER");
        }
        assertThat(page("/help").select(".sb-marking strong").eachText())
                .as("a page without content bears the node's own")
                .containsExactly("LIMITED · EXERCISE", "LIMITED · EXERCISE");
    }

    @Test
    void aPageSaysItsLanguageThemeAndTitle() {
        var page = page("/help");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("html").attr("data-color-scheme")).isEqualTo("dark");
        assertThat(page.title()).isEqualTo("Help – Samband");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main#main, header, nav, footer")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.select("a.sb-skip").attr("href")).isEqualTo("#main");
    }

    @Test
    void whoIsNotSignedInReadsTheLanguageThatTheBrowserAsksFor() {
        pages.signOut();
        var norwegian = get("/help", "Accept-Language", "nn-NO,en;q=0.5").body();
        assertThat(Jsoup.parse(norwegian).select("html").attr("lang")).isEqualTo("nb");
        assertThat(page("/help").select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void theNavigationShowsWhatTheOfficerMayOpenAndWhereThePageStands() {
        var page = page("/atland-bergen/text");
        assertThat(page.select(".sb-nav a").eachAttr("href"))
                .containsExactly("/atland-bergen/text", "/atland-bergen/dossier", "/help");
        assertThat(page.select(".sb-nav a[aria-current=page]").eachAttr("href"))
                .containsExactly("/atland-bergen/text");
    }

    @Test
    void anotherPartnershipAnUnknownOneAndNoPageAtAllReadTheSame() {
        var hidden = get("/atland-third/dossier");
        var unknown = get("/nowhere-at-all/dossier");
        var nothing = get("/no/such/page");
        var missing = get("/missing");
        for (var answer : new HttpResponse<?>[] {hidden, unknown, nothing, missing}) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(withoutToken(answer)).isEqualTo(withoutToken(hidden));
        }
    }

    private static String withoutToken(HttpResponse<?> answer) {
        return String.valueOf(answer.body()).replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1");
    }

    @Test
    void nothingInAPageIsRunOrStyledByItsText() {
        for (var path : new String[] {"/", "/atland-bergen/text", "/help", "/no-such-page"}) {
            var page = page(path);
            assertThat(page.select("style, [style], script:not([src])")).isEmpty();
            assertThat(page.select("*"))
                    .allSatisfy(element ->
                            assertThat(element.attributes())
                                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        }
        var headers = get("/help").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains(SecurityHeaders.CONTENT_SECURITY_POLICY);
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("ETag")).isEmpty();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void staticFilesBearAHashOfTheirContentAndAreKept() {
        var style = page("/help").select("link[rel=stylesheet]").last();
        assertThat(style).isNotNull();
        var address = style.attr("href");
        assertThat(address).matches("/static/samband-[0-9a-f]{32}\\.css");
        var answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(answer.body()).containsPattern("/static/inter-latin-[0-9a-f]{32}\\.woff2");
        assertThat(get("/static/samband-00000000000000000000000000000000.css").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsBrokenGetsANumberAndSaysNothingElse() {
        for (var path : new String[] {"/broken", "/broken-template", "/help?database=down"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(500);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("secret", "half a page", "Exception", "org.samband");
            assertThat(Jsoup.parse(answer.body()).body().text())
                    .as(path)
                    .containsPattern("Incident number for the operator: [0-9A-F]{8}");
        }
    }

    @Test
    void aDatabaseWithoutRoomOrAwaySaysSoAndWhatToDo() {
        var full = get("/short?of=ROOM");
        assertThat(full.statusCode()).isEqualTo(507);
        assertThat(Jsoup.parse(full.body()).body().text())
                .contains("The disk of this node is full. Nothing was recorded.")
                .containsPattern("Incident number for the operator: [0-9A-F]{8}")
                .doesNotContain("secret");
        var away = get("/short?of=DATABASE");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(away.body()).title())
                .isEqualTo("The database of the node does not answer – Samband");
    }

    @Test
    void aFormThatIsTooOldTellsHowToGoBack() {
        var answer = post("/form", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(answer.body()).title()).isEqualTo("The form is too old – Samband");
    }

    @Test
    void aFormWithItsTokenIsTaken() {
        assertThat(post("/form", token()).statusCode()).isEqualTo(200);
        assertThat(post("/help", token()).statusCode()).isEqualTo(405);
    }

    @Test
    void theAnswerToAFormIsNotFetchedAgainByItself() {
        assertThat(page("/").select("main").attr("data-live")).isEqualTo("*");
        assertThat(page("/atland-bergen/text").select("main").attr("data-live"))
                .isEqualTo("atland-bergen");
        var sent = Jsoup.parse(post("/form", token()).body());
        assertThat(sent.select("main").hasAttr("data-live")).isFalse();
    }

    @Test
    void refusalsReadWithTheirRuleAndLeadToTheirField() {
        var page = page("/form");
        assertThat(page.select(".sb-errors li a").attr("href")).isEqualTo("#field-date");
        assertThat(page.select(".sb-errors").text())
                .contains("The date \"2020-01-01\" lies before today: give a later one. EXA-01");
    }

    @Test
    void aChangeThatTheOfficerMaySeeIsToldWithoutContentAndAnotherIsNot() throws Exception {
        var since = page("/atland-bergen/text").select("main").attr("data-since");
        try (var events = events(since)) {
            assertThat(next(events)).contains("event:beat");
            pages.live().changed(FramedPages.PARTNERSHIP, "cyber", 3);
            pages.live().changed(FramedPages.OTHER, "cyber", 1);
            Thread.sleep(200);
            pages.live().changed(FramedPages.PARTNERSHIP, "cyber", 1);
            assertThat(next(events)).contains("event:changed", "data:atland-bergen");
        }
    }

    @Test
    void aChangeBetweenThePageAndItsConnectionIsNotLost() throws Exception {
        var since = page("/atland-bergen/text").select("main").attr("data-since");
        pages.live().changed(FramedPages.PARTNERSHIP, "", 1);
        Thread.sleep(200);
        try (var events = events(since)) {
            assertThat(next(events)).contains("event:changed", "data:atland-bergen");
        }
        var later = page("/atland-bergen/text").select("main").attr("data-since");
        try (var events = events(later)) {
            assertThat(next(events)).contains("event:beat");
        }
    }

    @Test
    void aPageOfAnotherRunOfTheNodeIsToldThatAllMayHaveChanged() throws Exception {
        try (var events = events("abc-17")) {
            assertThat(next(events)).contains("event:changed", "data:*");
        }
    }

    @Test
    void oneSessionHoldsAFewConnectionsAndTheOldestEnds() throws Exception {
        page("/");
        var oldest = events("");
        assertThat(next(oldest)).contains("data:*");
        assertThat(next(oldest)).contains("event:beat");
        for (var i = 0; i < LivePages.CONNECTIONS_OF_A_SESSION; i++) {
            next(events(""));
        }
        assertThat(next(oldest)).contains("event:over");
    }

    @Test
    void whoIsNotSignedInIsToldNothing() {
        pages.signOut();
        assertThat(get("/live").statusCode()).isEqualTo(404);
    }

    private BufferedReader events(String since) throws IOException, InterruptedException {
        var query = "?since=" + URLEncoder.encode(since, StandardCharsets.UTF_8);
        var answer =
                client.send(
                        HttpRequest.newBuilder(address("/live" + query)).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader events) throws Exception {
        return CompletableFuture.supplyAsync(() -> block(events)).get(2, TimeUnit.SECONDS);
    }

    private static String block(BufferedReader events) {
        try {
            var block = new StringBuilder();
            for (var line = events.readLine();
                    line != null && !line.isEmpty();
                    line = events.readLine()) {
                block.append(line).append('\n');
            }
            return block.toString();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private String token() {
        var field = page("/").select("input[name=_csrf]").first();
        return "_csrf=" + (field == null ? "" : field.attr("value"));
    }

    private Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpResponse<String> post(String path, String form) {
        return send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + pages.port() + path);
    }
}
