// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// What officers of both parties see in a browser: acts that arrive without reloading, pages that
/// everyone can use, nothing that the content security policy refuses.
@Tag("slow")
@ExtendWith(PlayedPair.Given.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
    private static final Duration ON_THE_OTHER_NODE = Duration.ofSeconds(2);
    private static final String TITLE = "EXERCISE Forum edition in the browser";

    /// More than any form has fields.
    private static final int MOST_STEPS = 60;

    /// What the field that has the focus wants; empty where nothing has to be typed.
    private static final String WANTS =
            """
            field => field.type === 'submit' && !field.name ? 'button'
                : field.id === 'field-title' ? 'title'
                : !field.required || field.value ? ''
                : field.tagName === 'SELECT' ? 'choice'
                : field.closest('[data-kind=date], [data-kind=dates]') ? 'day' : 'text'
            """;

    private static final Page.NavigateOptions BEGUN =
            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT);

    private static TwoNodes nodes;
    private static Chromium chromium;
    private static String dossier = "";
    private static String forum = "";
    private final List<String> violations = new ArrayList<>();

    @BeforeAll
    static void startTheBrowser(PlayedPair played) {
        nodes = played.nodes();
        forum = Objects.requireNonNull(played.dossiers().get("forum")).path();
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    private static Page at(NodeProcess node, String account, ColorScheme scheme) {
        return chromium.signedIn(node, account, nodes.password(), scheme);
    }

    @Test
    @Order(1)
    void anActOnOneNodeShowsOnTheOtherWithoutReloading() {
        var norway = at(nodes.norway(), "desk", ColorScheme.LIGHT);
        norway.navigate(nodes.norway().address() + "/eu-norway/dossiers");
        norway.evaluate("window.notReloaded = true");
        var eu = at(nodes.eu(), "desk", ColorScheme.LIGHT);
        eu.navigate(nodes.eu().address() + "/eu-norway/open/forum-invitation");
        fillByKeyboard(eu);

        eu.keyboard().press("Enter");
        eu.waitForURL(address -> address.contains("/dossier/"));
        dossier = URI.create(eu.url()).getPath();
        long sent = System.nanoTime();
        eu.evaluate("window.notReloaded = true");
        norway.getByText(TITLE).first().waitFor();
        var took = Duration.ofNanos(System.nanoTime() - sent);

        System.out.println("an act showed on the other node after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(ON_THE_OTHER_NODE);
        assertThat(norway.evaluate("window.notReloaded")).isEqualTo(true);
        // The receipt renews the page of who acted.
        eu.getByText("has signed for it").first().waitFor();
        assertThat(eu.evaluate("window.notReloaded")).isEqualTo(true);
        assertThat(chromium.complaints()).isEmpty();
    }

    /// Goes through a form as who has no mouse does, fills what it needs, and stops on its button.
    private static void fillByKeyboard(Page page) {
        page.focus("#field-title");
        for (int i = 0; i < MOST_STEPS; i++) {
            var field = page.locator(":focus");
            switch (String.valueOf(field.evaluate(WANTS))) {
                case "button" -> {
                    return;
                }
                case "title" -> page.keyboard().insertText(TITLE);
                case "choice" -> page.keyboard().press("ArrowDown");
                case "day" -> page.keyboard().insertText("2027-03-12");
                case "text" -> page.keyboard().insertText("EXERCISE text");
                default -> {}
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the button is not reached with the keyboard");
    }

    /// Two windows side by side, so that one page is checked while the other is: the EU's in
    /// English and light, Norway's in bokmål and dark.
    @Test
    @Order(2)
    void noPageKeepsAnyoneOut() {
        look(
                at(nodes.eu(), "desk", ColorScheme.LIGHT),
                at(nodes.norway(), "desk", ColorScheme.DARK),
                workPages());
        look(
                at(nodes.eu(), "admin", ColorScheme.LIGHT),
                at(nodes.norway(), "admin", ColorScheme.DARK),
                List.of(
                        "/",
                        "/officers",
                        "/officers/new",
                        "/security-log",
                        "/pairs",
                        "/pairs/eu-norway",
                        "/pairs/eu-norway/line"));
        look(
                at(nodes.eu(), "head", ColorScheme.LIGHT),
                at(nodes.norway(), "head", ColorScheme.DARK),
                List.of(dossier + "/recall/" + dossier.substring(dossier.lastIndexOf('/') + 1)));
        look(
                chromium.window(ColorScheme.LIGHT),
                chromium.window(ColorScheme.DARK),
                List.of("/sign-in", "/not-there"));

        assertThat(violations).isEmpty();
    }

    private static List<String> workPages() {
        return List.of(
                "/",
                "/eu-norway/text",
                "/eu-norway/area/space",
                "/eu-norway/text/version",
                "/eu-norway/commitment/p11.1.s1",
                "/eu-norway/commitment/p11.1.s1/evidence",
                "/eu-norway/stocktake",
                "/eu-norway/stocktake?from=soon",
                "/eu-norway/dossiers",
                forum,
                dossier + "/act/invite",
                dossier + "/brief",
                dossier + "/invitation",
                "/eu-norway/plan",
                dossier + "/joint-text",
                "/eu-norway/registers",
                "/eu-norway/register/consultation",
                "/eu-norway/register/consultation/board",
                "/eu-norway/register/capacity-project/summary",
                "/eu-norway/register/wps-frame/summary",
                "/eu-norway/register/sanctions-alignment/summary",
                "/eu-norway/year/" + Year.now(ZoneOffset.UTC),
                "/eu-norway/series",
                "/eu-norway/search?q=exercise",
                "/eu-norway/search?q=nothing-like-this",
                "/eu-norway/drafts",
                "/eu-norway/open",
                "/eu-norway/open/consultation",
                "/eu-norway/open/maritime-exchange",
                "/eu-norway/procedure/consultation",
                "/eu-norway/follow-ups",
                "/eu-norway/calendar",
                "/eu-norway/line",
                "/account",
                "/account/reminders",
                "/help");
    }

    private void look(Page eu, Page norway, List<String> paths) {
        Axe.bring(eu);
        Axe.bring(norway);
        for (var path : paths) {
            eu.navigate(nodes.eu().address() + path, BEGUN);
            norway.navigate(nodes.norway().address() + path, BEGUN);
            eu.waitForLoadState();
            Axe.begin(eu);
            norway.waitForLoadState();
            Axe.begin(norway);
            keep("EU, light " + path, Axe.end(eu));
            keep("Norway, dark " + path, Axe.end(norway));
            keep("Norway, narrow " + path, Axe.tooWide(norway));
        }
    }

    private void keep(String where, List<String> found) {
        found.forEach(one -> violations.add(where + ": " + one));
    }
}
