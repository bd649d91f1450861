// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.parties.Role;
import org.samband.web.account.TestPages.Browser;

/// The pages of officers and of the security log, over real HTTP.
@NullUnmarked // what is missing fails the test
class OfficerPagesTest {
    private static final Pattern ONE_TIME = Pattern.compile("[a-z2-9]{5}(-[a-z2-9]{5}){3}");

    private static TestPages pages;
    private static Browser admin;

    @BeforeAll
    static void open() {
        pages = new TestPages();
        pages.officer("admin", Set.of(Role.ADMINISTRATOR));
        pages.officer("desk", Set.of(Role.DESK_OFFICER));
        pages.officer("auditor", Set.of(Role.AUDITOR));
        admin = pages.browser();
        admin.signIn("admin", TestPages.PASSWORD);
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    private static Map<String, String> form(String account) {
        return new TreeMap<>(
                Map.of(
                        "account", account,
                        "name", "EXERCISE Ola <b>Nordmann</b>",
                        "authority", "EEAS",
                        "language", "nb",
                        "role", "area lead\nauditor",
                        "area", "eu-norway/\neu-norway/cyber",
                        "level-EU", "LIMITE",
                        "level-NATO", "NR",
                        "category", "NATO/ATOMAL"));
    }

    @Test
    void anAdministratorAddsAnOfficerWhoThenSignsInWithTheOneTimePassword() {
        admin.get("/officers/new");
        var answer = admin.post("/officers/new", form("ola"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var found = ONE_TIME.matcher(answer.body());
        assertThat(found.find()).isTrue();
        var ola = pages.door(Officers.class).find("ola").orElseThrow();
        assertThat(ola.roles()).containsExactlyInAnyOrder(Role.AREA_LEAD, Role.AUDITOR);
        assertThat(ola.needToKnow().areas().toString()).isEqualTo("{eu-norway=[cyber]}");
        assertThat(ola.clearance().grants().get("NATO").categories()).containsExactly("ATOMAL");
        var browser = pages.browser();
        browser.signIn("ola", found.group());
        assertThat(browser.get("/help").headers().firstValue("Location").orElse(""))
                .endsWith("/account/password");
        assertThat(admin.get("/officers").body())
                .contains("&lt;b&gt;Nordmann")
                .doesNotContain("<b>Nordmann")
                .doesNotContain(found.group());
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays() {
        admin.get("/officers/new");
        var wrong = form("Ola Nordmann");
        var answer = admin.post("/officers/new", wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("PAR-02")
                .contains("refusal-account")
                .contains("value=\"Ola Nordmann\"");
        for (var one :
                Map.of(
                                "role",
                                "king",
                                "area",
                                "nowhere/x",
                                "level-EU",
                                "limite",
                                "authority",
                                "UD",
                                "language",
                                "sv")
                        .entrySet()) {
            var fields = form("nobody");
            fields.put(one.getKey(), one.getValue());
            assertThat(admin.post("/officers/new", fields).statusCode())
                    .as(one.getKey())
                    .isEqualTo(422);
        }
        assertThat(pages.door(Officers.class).find("nobody")).isEmpty();
    }

    @Test
    void theLastAdministratorCannotBeDisabledOnThePage() {
        admin.get("/officers/account/admin");
        var answer = admin.post("/officers/account/admin/disable", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("PAR-10");
    }

    @Test
    void whoIsNoAdministratorFindsNoSuchPageAndTheAttemptIsNoted() {
        var desk = pages.browser();
        desk.signIn("desk", TestPages.PASSWORD);
        var missing = desk.get("/no-such-page-at-all");
        for (var path :
                List.of(
                        "/officers",
                        "/officers/new",
                        "/officers/account/admin",
                        "/officers/account/nobody",
                        "/security-log")) {
            var answer = desk.get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(same(answer.body())).isEqualTo(same(missing.body()));
        }
        assertThat(desk.post("/officers/new", form("sneaked")).statusCode()).isEqualTo(404);
        assertThat(desk.post("/officers/account/admin/password", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(pages.door(Officers.class).find("sneaked")).isEmpty();
        assertThat(desk.get("/help").body())
                .doesNotContain("/officers\"")
                .doesNotContain("/security-log\"");
        var log = admin.get("/security-log?event=refused-access&account=desk").body();
        assertThat(log).contains("Access refused").contains("administer");
    }

    private static String same(String body) {
        return body.replaceAll("value=\"[^\"]*\"", "").replaceAll("data-since=\"[^\"]*\"", "");
    }

    @Test
    void anAuditorReadsTheLogAndNeitherOfficersNorOtherPartnerships() {
        pages.door(Officers.class)
                .change(
                        pages.door(Officers.class).find("admin").orElseThrow(),
                        pages.officer("kari", Set.of(Role.HEAD)).id(),
                        new org.samband.parties.Appointment(
                                "kari",
                                "EXERCISE kari",
                                "EEAS",
                                Set.of(Role.HEAD),
                                org.samband.parties.NeedToKnow.allOf(
                                        new org.samband.parties.PartnershipId("freedonia-eu")),
                                org.samband.label.Clearance.NOTHING,
                                "en"));
        var auditor = pages.browser();
        auditor.signIn("auditor", TestPages.PASSWORD);
        var log = auditor.get("/security-log");
        assertThat(log.statusCode()).isEqualTo(200);
        assertThat(log.body()).contains("eu-norway").doesNotContain("freedonia");
        assertThat(admin.get("/security-log").body()).contains("freedonia-eu");
        assertThat(auditor.get("/officers").statusCode()).isEqualTo(404);
    }

    @Test
    void theLogIsPagedAndFiltered() {
        for (var i = 0; i < 60; i++) {
            assertThat(
                            pages.door(Officers.class)
                                    .prefer(new org.samband.parties.OfficerId(1), "en", "auto"))
                    .isInstanceOf(Outcome.Accepted.class);
            pages.officer("many" + i, Set.of(Role.HEAD));
        }
        var first = admin.get("/security-log?event=officer-added").body();
        assertThat(first).contains("page=2").contains("many59");
        assertThat(admin.get("/security-log?event=officer-added&page=2").body())
                .contains("many0")
                .doesNotContain("many59");
        assertThat(admin.get("/security-log?from=2027-01-01").body())
                .contains("Nothing in the log fits");
        for (var odd :
                List.of(
                        "?page=0",
                        "?page=-1",
                        "?page=2000000000",
                        "?from=x&until=%27",
                        "?event=nothing",
                        "?account=%00")) {
            assertThat(admin.get("/security-log" + odd).statusCode()).as(odd).isEqualTo(200);
        }
        assertThat(admin.get("/officers/account/%C3%A5").statusCode()).isEqualTo(404);
        assertThat(admin.get("/security-log?page=x").statusCode()).isIn(400, 404);
    }

    @Test
    void anAdministratorSeesNoPartnershipByThisRole() {
        var bare = pages.door(Accounts.class);
        assertThat(bare.first("late", "EXERCISE late", "EEAS", "en"))
                .isInstanceOf(Outcome.Refused.class);
        Officer root = pages.door(Officers.class).find("admin").orElseThrow();
        assertThat(root.may(org.samband.parties.Power.ACT)).isFalse();
    }
}
