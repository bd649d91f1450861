// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.parties.Role;
import org.samband.parties.SecurityLog;
import org.samband.web.account.TestPages.Browser;

/// Every way in which a sign-in and a session go well or wrong, over real HTTP.
class SignInPagesTest {
    private static TestPages pages;
    private static Officer administrator;
    private static int number;

    private String account;
    private Officer officer;

    @BeforeAll
    static void open() {
        pages = new TestPages();
        administrator = pages.officer("root.admin", Set.of(Role.ADMINISTRATOR));
        pages.officer("second.admin", Set.of(Role.ADMINISTRATOR));
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    /// Addresses forget after a day, so that tests do not count for each other.
    @BeforeEach
    void freshOfficer() {
        pages.pass(Duration.ofHours(25));
        account = "desk" + ++number;
        officer = pages.officer(account, Set.of(Role.DESK_OFFICER));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private Browser signedIn() {
        var browser = pages.browser();
        assertThat(location(browser.signIn(account, TestPages.PASSWORD))).isEqualTo("/help");
        return browser;
    }

    private static void open(Browser browser) {
        assertThat(browser.get("/help").statusCode()).isEqualTo(200);
    }

    private static void asksForSignIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).startsWith("/sign-in");
    }

    @Test
    void withoutSignInEverythingButTheOpenPagesAsksForIt() {
        var browser = pages.browser();
        for (var path :
                List.of(
                        "/",
                        "/help",
                        "/officers",
                        "/security-log",
                        "/account",
                        "/eu-norway/text",
                        "/nothing")) {
            asksForSignIn(browser.get(path));
        }
        assertThat(location(browser.get("/help"))).isEqualTo("/sign-in?then=%2Fhelp");
        assertThat(browser.get("/live").statusCode()).isEqualTo(401);
        assertThat(browser.get("/help", "HX-Request", "true").statusCode()).isEqualTo(401);
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void aClockFinerThanTheDatabasesKeepsNobodyOut() {
        pages.pass(Duration.ofNanos(999));
        signedIn();
    }

    @Test
    void aGoodSignInGetsANewSessionWhoseCookieIsKeptFromScripts() {
        var browser = pages.browser();
        browser.get("/sign-in");
        var before = browser.cookies.get("SAMBAND-EU");
        browser.signIn(account, TestPages.PASSWORD);
        assertThat(browser.cookies.get("SAMBAND-EU")).isNotEqualTo(before);
        assertThat(browser.setCookies)
                .allSatisfy(cookie ->
                        assertThat(cookie)
                                .contains("HttpOnly")
                                .contains("SameSite=Strict")
                                .contains("Path=/"));
        open(browser);
        var planted = pages.browser();
        planted.cookies.put("SAMBAND-EU", before);
        asksForSignIn(planted.get("/help"));
    }

    @Test
    void overHttpsTheCookieIsKeptFromPlainHttp() {
        var plain = pages.browser();
        plain.get("/sign-in");
        assertThat(plain.setCookies).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
        var behindTls = pages.browser();
        var answer = behindTls.get("/sign-in", "X-Forwarded-Proto", "https");
        assertThat(behindTls.setCookies).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void everyReasonForRefusalGetsTheSameAnswerAfterTheSameWork() {
        var disabled = pages.officer("left" + number, Set.of(Role.HEAD));
        pages.door(Officers.class).disable(administrator, disabled.id());
        var locked = pages.officer("locked" + number, Set.of(Role.HEAD));
        for (var i = 0; i <= Delays.FREE_OF_ACCOUNT; i++) {
            pages.browser().signIn(locked.account(), "wrong wrong wrong");
        }
        String same = null;
        for (var tried :
                List.of(
                        Map.entry(account, "wrong wrong wrong"),
                        Map.entry("nobody.here", TestPages.PASSWORD),
                        Map.entry(disabled.account(), TestPages.PASSWORD),
                        Map.entry(locked.account(), TestPages.PASSWORD),
                        Map.entry("", ""),
                        Map.entry("x".repeat(500), "y".repeat(5000)),
                        Map.entry("a\u0000b", TestPages.PASSWORD))) {
            var browser = pages.browser();
            browser.get("/sign-in");
            pages.hashes.set(0);
            var answer =
                    browser.post(
                            "/sign-in",
                            Map.of("account", tried.getKey(), "password", tried.getValue()));
            assertThat(pages.hashes).as(tried.getKey()).hasValue(1);
            assertThat(answer.statusCode()).isEqualTo(302);
            var page =
                    location(answer)
                            + browser.get(location(answer))
                                    .body()
                                    .replaceAll("value=\"[^\"]*\"", "");
            same = same == null ? page : same;
            assertThat(page).as(tried.getKey()).isEqualTo(same).contains("Sign-in was refused");
        }
    }

    @Test
    void afterFiveFailuresEachFurtherAttemptWaitsTwiceAsLong() {
        for (var i = 0; i <= Delays.FREE_OF_ACCOUNT; i++) {
            pages.browser().signIn(account, "wrong wrong wrong");
        }
        assertThat(location(pages.browser().signIn(account, TestPages.PASSWORD)))
                .contains("refused");
        pages.pass(Duration.ofSeconds(29));
        assertThat(location(pages.browser().signIn(account, TestPages.PASSWORD)))
                .contains("refused");
        pages.pass(Duration.ofSeconds(1));
        pages.browser().signIn(account, "wrong wrong wrong");
        pages.pass(Duration.ofSeconds(59));
        assertThat(location(pages.browser().signIn(account, TestPages.PASSWORD)))
                .contains("refused");
        pages.pass(Duration.ofSeconds(1));
        signedIn();
        for (var i = 0; i < Delays.FREE_OF_ACCOUNT; i++) {
            pages.browser().signIn(account, "wrong wrong wrong");
        }
        signedIn();
    }

    @Test
    void aRestartForgivesNothing() {
        for (var i = 0; i <= Delays.FREE_OF_ACCOUNT; i++) {
            pages.browser().signIn(account, "wrong wrong wrong");
        }
        var afterRestart = new Delays(pages.door(AccountRows.class), pages.time::get);
        assertThat(afterRestart.account(account).open()).isFalse();
    }

    @Test
    void anAddressThatTriesManyAccountsHasToWaitToo() {
        for (var i = 0; i <= Delays.FREE_OF_ADDRESS; i++) {
            pages.browser().signIn("guess" + i, "wrong wrong wrong");
        }
        pages.hashes.set(0);
        assertThat(location(pages.browser().signIn(account, TestPages.PASSWORD))).contains("often");
        assertThat(pages.hashes).hasValue(0);
        pages.pass(Delays.FIRST);
        signedIn();
    }

    @Test
    void theLogKeepsNothingThatWasTypedWhereNoAccountIs() {
        pages.browser().signIn("my secret passphrase", "wrong wrong wrong");
        pages.browser().signIn(account, "another secret here");
        signedIn();
        var lines =
                pages.door(SecurityLog.class).read(administrator, SecurityLog.Filter.ALL, 1, 50);
        assertThat(lines.toString()).doesNotContain("secret").doesNotContain("fjord");
        assertThat(lines)
                .extracting(line -> line.note().event().word())
                .startsWith("signed-in", "refused", "refused");
        assertThat(lines.get(0).by()).contains(account);
        assertThat(lines.get(0).note().address()).isEqualTo("127.0.0.1");
        assertThat(lines.get(1).about()).contains(account);
        assertThat(lines.get(2).about()).isEmpty();
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        var browser = signedIn();
        open(browser);
        var fields = Map.of("language", "nb", "theme", "dark");
        assertThat(browser.postBare("/account", fields).statusCode()).isEqualTo(403);
        assertThat(browser.postBare("/sign-out", Map.of("_csrf", "forged")).statusCode())
                .isEqualTo(403);
        assertThat(
                        pages.browser()
                                .postBare(
                                        "/sign-in",
                                        Map.of("account", account, "password", TestPages.PASSWORD))
                                .statusCode())
                .isEqualTo(403);
        open(browser);
        assertThat(pages.door(Officers.class).get(officer.id()).orElseThrow().theme())
                .isEqualTo("auto");
        browser.get("/account");
        assertThat(browser.post("/account", fields).statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").body()).contains("lang=\"nb\"").contains("Min konto");
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = signedIn();
        open(browser);
        var cookie = browser.cookies.get("SAMBAND-EU");
        assertThat(location(browser.post("/sign-out", Map.of()))).isEqualTo("/sign-in?out");
        browser.cookies.put("SAMBAND-EU", cookie);
        asksForSignIn(browser.get("/help"));
    }

    @Test
    void aDisabledOfficerLosesTheSessionAtOnceAndForGood() {
        var browser = signedIn();
        var idle = signedIn();
        var admin = pages.browser();
        admin.signIn("root.admin", TestPages.PASSWORD);
        admin.get("/officers/account/" + account);
        assertThat(location(admin.post("/officers/account/" + account + "/disable", Map.of())))
                .isEqualTo("/officers");
        asksForSignIn(browser.get("/help"));
        admin.get("/officers/account/" + account);
        admin.post("/officers/account/" + account + "/enable", Map.of());
        asksForSignIn(idle.get("/help"));
        signedIn();
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutUseAndAfterTwelveHours() {
        var browser = signedIn();
        pages.pass(Duration.ofMinutes(29));
        open(browser);
        pages.pass(Duration.ofMinutes(29));
        assertThat(browser.get("/help", "Sec-Fetch-Mode", "cors").statusCode()).isEqualTo(200);
        pages.pass(Duration.ofMinutes(1));
        asksForSignIn(browser.get("/help"));
        var busy = signedIn();
        for (var i = 0; i < 35; i++) {
            pages.pass(Duration.ofMinutes(20));
            open(busy);
        }
        pages.pass(Duration.ofMinutes(20));
        asksForSignIn(busy.get("/help"));
    }

    @Test
    void aNewPasswordEndsAllOtherSessionsAndKeepsThisOneUnderANewId() {
        var here = signedIn();
        var elsewhere = signedIn();
        here.get("/account/password");
        var before = here.cookies.get("SAMBAND-EU");
        var wanted = "three boats and one lighthouse";
        assertThat(
                        location(
                                here.post(
                                        "/account/password",
                                        Map.of(
                                                "present",
                                                TestPages.PASSWORD,
                                                "password",
                                                wanted,
                                                "again",
                                                wanted))))
                .isEqualTo("/");
        assertThat(here.cookies.get("SAMBAND-EU")).isNotEqualTo(before);
        open(here);
        asksForSignIn(elsewhere.get("/help"));
        assertThat(location(pages.browser().signIn(account, TestPages.PASSWORD)))
                .contains("refused");
        assertThat(location(pages.browser().signIn(account, wanted))).isEqualTo("/help");
    }

    @Test
    void aPasswordThatIsNotGoodEnoughIsRefusedWithItsRule() {
        var browser = signedIn();
        browser.get("/account/password");
        refusedPassword(
                browser,
                "wrong wrong wrong",
                "new long password 7",
                "new long password 7",
                "ACC-06");
        refusedPassword(browser, TestPages.PASSWORD, "elevenchars", "elevenchars", "ACC-03");
        refusedPassword(
                browser,
                TestPages.PASSWORD,
                "x".repeat(100) + "abcdefghijklmnopqrstuvwxyz123",
                "",
                "ACC-04");
        refusedPassword(
                browser, TestPages.PASSWORD, "PasswordPassword", "PasswordPassword", "ACC-05");
        refusedPassword(
                browser, TestPages.PASSWORD, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "ACC-05");
        refusedPassword(browser, TestPages.PASSWORD, "123456789012", "123456789012", "ACC-05");
        refusedPassword(
                browser,
                TestPages.PASSWORD,
                "new long password 7",
                "new long password 8",
                "ACC-07");
        refusedPassword(
                browser, TestPages.PASSWORD, TestPages.PASSWORD, TestPages.PASSWORD, "ACC-08");
        signedIn();
    }

    private static void refusedPassword(
            Browser browser, String present, String wanted, String again, String rule) {
        var answer =
                browser.post(
                        "/account/password",
                        Map.of("present", present, "password", wanted, "again", again));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(rule)
                .doesNotContain(wanted.isEmpty() ? "\u0001" : "value=\"" + wanted);
    }

    @Test
    void aOneTimePasswordOpensNothingButItsChange() {
        pages.door(Accounts.class)
                .put(List.of(account), "given by the operator".toCharArray(), true);
        var browser = pages.browser();
        browser.signIn(account, "given by the operator");
        for (var path : List.of("/", "/help", "/account", "/live")) {
            assertThat(location(browser.get(path))).isEqualTo("/account/password");
        }
        browser.get("/account/password");
        var wanted = "one lighthouse by the sea";
        browser.post(
                "/account/password",
                Map.of("present", "given by the operator", "password", wanted, "again", wanted));
        open(browser);
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        var here = signedIn();
        var elsewhere = signedIn();
        assertThat(here.get("/account").body().split("127.0.0.1", -1)).hasSize(3);
        assertThat(location(here.post("/account/sessions/end", Map.of())))
                .isEqualTo("/sign-in?out");
        asksForSignIn(here.get("/help"));
        asksForSignIn(elsewhere.get("/help"));
    }

    @Test
    void afterSignInTheWayLeadsToAPlaceOnThisNodeOnly() {
        for (var then :
                List.of(
                        "//evil.example",
                        "https://evil.example",
                        "/\\evil.example",
                        "/a b",
                        "/sign-in",
                        "",
                        "/å")) {
            var browser = pages.browser();
            browser.get("/sign-in");
            var answer =
                    browser.post(
                            "/sign-in",
                            Map.of(
                                    "account",
                                    account,
                                    "password",
                                    TestPages.PASSWORD,
                                    "then",
                                    then));
            assertThat(location(answer)).as(then).isEqualTo("/");
        }
    }

    @Test
    void thePageToSignInSpeaksBothLanguages() {
        assertThat(pages.browser().get("/sign-in", "Accept-Language", "nb").body())
                .contains("Logg inn");
        assertThat(pages.browser().get("/sign-in").body()).contains("Sign in");
    }
}
