// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.federation.FederationRule;
import org.samband.federation.Holds;
import org.samband.federation.LinkEvent;
import org.samband.federation.LinkStates;
import org.samband.federation.TestLink;
import org.samband.node.TestRooms;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Role;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.Sight;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.springframework.mock.web.MockHttpServletRequest;

/// What an administrator sees of a line without any need-to-know, and may do there.
@NullUnmarked // what is missing fails the test
class LineDetailPagesTest {
    @TempDir private static Path folder;
    private static TestLink link;

    @BeforeAll
    static void oneNodeWhoseCounterpartIsAway() {
        link = new TestLink(folder);
        link.eu.with("parties");
        link.openEu(TestRooms.partnerships("EU"));
        LinePagesTest.appoint(link.eu, "EEAS");
        TestLink.act(link.eu, "EXERCISE title that administrators do not see");
    }

    @AfterAll
    static void close() {
        link.close();
    }

    private static LineDetailPages pages() {
        return new LineDetailPages(
                link.eu.door(LinkStates.class),
                TestRooms.partnerships("EU"),
                link.eu.door(SecurityLog.class));
    }

    private static Officer officer(Role role) {
        return LinePagesTest.officer(role, NeedToKnow.NOTHING, Map.of());
    }

    private static Document shown(Page page, String language) {
        return LinePagesTest.html(page, language);
    }

    private static Object held(Role role, String number) {
        return pages().held(
                        officer(role),
                        LinePagesTest.words("en"),
                        new MockHttpServletRequest(),
                        "eu-norway",
                        number);
    }

    @Test
    @Holds("FEDERATION-50")
    void anAdministratorSeesHeadsNumbersKeysAndRulesAndNoContent() {
        for (var language : new String[] {"en", "nb"}) {
            var page =
                    pages().line(
                                    officer(Role.ADMINISTRATOR),
                                    LinePagesTest.words(language),
                                    "eu-norway");
            var text = shown(page, language).text();
            assertThat(text)
                    .contains("FED-14")
                    .doesNotContain("title that administrators")
                    .doesNotContain("TLP")
                    .doesNotContain("federation.");
            assertThat(shown(page, language).select("table td").eachText()).contains("1", "0");
        }
    }

    @Test
    @Holds("FEDERATION-50")
    void whatARefusalQuotesIsLeftOut() {
        for (var language : new String[] {"en", "nb"}) {
            assertThat(bare("FED-03", language)).contains("4", "…").doesNotContain("SECRET");
        }
    }

    @Test
    void aRuleOfTheMatterItselfIsSaidToBeOne() {
        assertThat(bare("PRO-01", "en"))
                .contains("a rule of the matter itself")
                .doesNotContain("SECRET");
    }

    private static String bare(String rule, String language) {
        var state =
                link.eu.door(LinkStates.class).of(Sight.NODE, TestRooms.PARTNERSHIP).orElseThrow();
        var event =
                new LinkEvent(
                        LinkEvent.Kind.REFUSED_THERE,
                        rule,
                        "entry 4 is marked SECRET WORD, as it was told",
                        Map.of("number", "4", "level", "SECRET WORD"),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        1,
                        Optional.empty());
        return new LineView(state, "Norway", LinePagesTest.words(language)).bare(event);
    }

    @Test
    void whoIsNoAdministratorFindsNoSuchPage() {
        for (var role : new Role[] {Role.AUDITOR, Role.DESK_OFFICER, Role.REGISTRY_OFFICER}) {
            assertThatThrownBy(() ->
                            pages().line(officer(role), LinePagesTest.words("en"), "eu-norway"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> held(role, "0")).isInstanceOf(NotFound.class);
        }
    }

    @Test
    @Holds("FEDERATION-44")
    void anAdministratorStatesWhatTheCounterpartHolds() {
        var empty = (Page) held(Role.ADMINISTRATOR, "many");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(((Refusals) empty.values().get("refusals")).all().getFirst().rule())
                .isEqualTo(FederationRule.NO_NUMBER);
        var more = (Page) held(Role.ADMINISTRATOR, "99");
        assertThat(((Refusals) more.values().get("refusals")).all().getFirst().rule())
                .isEqualTo(FederationRule.MORE_THERE_THAN_HERE);
        assertThat(shown(more, "en").text()).contains("Nobody can act in this partnership");
        assertThat(link.eu.door(LinkStates.class).isIncomplete(TestRooms.PARTNERSHIP)).isTrue();
        assertThat(held(Role.ADMINISTRATOR, " 1 ")).isEqualTo("redirect:/pairs/eu-norway/line");
        assertThat(link.eu.door(LinkStates.class).isIncomplete(TestRooms.PARTNERSHIP)).isFalse();
        assertThat(noted()).contains(SecurityEvent.LEDGER_STATED);
    }

    @Test
    @Holds({"FEDERATION-24", "FEDERATION-52"})
    void anAdministratorLetsAHeldLineGoOnAndThatIsNoted() {
        var answer =
                pages().looked(
                                officer(Role.ADMINISTRATOR),
                                LinePagesTest.words("en"),
                                new MockHttpServletRequest(),
                                "eu-norway");
        assertThat(answer).isEqualTo("redirect:/pairs/eu-norway/line");
        assertThat(noted()).contains(SecurityEvent.LINE_RELEASED);
    }

    private static java.util.List<SecurityEvent> noted() {
        var auditor =
                LinePagesTest.officer(
                        Role.AUDITOR, NeedToKnow.allOf(TestRooms.PARTNERSHIP), Map.of());
        return link.eu.door(SecurityLog.class).read(auditor, SecurityLog.Filter.ALL, 1, 50).stream()
                .map(line -> line.note().event())
                .toList();
    }
}
