// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.procedure.web.ShownPages.led;
import static org.samband.procedure.web.ShownPages.sent;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.label.Clearance;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Rejection;
import org.samband.ledger.Rejections;
import org.samband.node.TestRooms;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Role;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierNodes;
import org.samband.proof.MerkleTree;
import org.samband.web.NotFound;
import org.springframework.util.MultiValueMap;

/// The pages of dossiers, as officers read them and send them back.
@NullUnmarked // what is missing fails the test
class DossierPagesTest {
    @TempDir private static Path folder;
    private static DossierNodes nodes;

    private static final Map<String, String> DATES =
            Map.of("dates", "12.3.2026\n2026-03-19", "answer-by", "2026-03-05");

    @BeforeAll
    static void openBothNodes() {
        nodes = DossierNodes.open(folder);
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static ShownPages eu() {
        return new ShownPages(nodes.eu, nodes.eu.desk(), "en");
    }

    private static ShownPages norway() {
        return new ShownPages(nodes.no, nodes.no.desk(), "nb");
    }

    private static ShownPages head() {
        return new ShownPages(nodes.no, nodes.no.head(), "en");
    }

    private static ActRef ref(String place) {
        return ActRef.of(place.replaceAll(".*/dossier/([A-Z]+-[0-9]+)#.*", "$1")).orElseThrow();
    }

    private static MultiValueMap<String, String> opening(String... more) {
        var form =
                sent(
                        "title", "EXERCISE <b>Consultations</b> & more",
                        "area", "general-framework",
                        "dates", "12.3.2026\r\n19.3.2026",
                        "venue", "Oslo",
                        "answer-by", "5.3.2026",
                        "message", "EXERCISE first line\r\nsecond line",
                        "marking.TLP", "GREEN");
        for (int i = 0; i < more.length; i += 2) {
            form.set(more[i], more[i + 1]);
        }
        return form;
    }

    @Test
    void whatWasRefusedIsNotOnItsWayAndWhatIsBehindItSaysWhyItWaits() {
        var refused = nodes.eu.opened("consultation", Map.of("dates", "12.3.2026"));
        var behind = nodes.eu.opened("consultation", Map.of("dates", "12.3.2026"));
        var ours = new LedgerId(DossierNodes.EU_NORWAY, refused.party(), LedgerId.Line.SHARED);
        var rejection =
                new Rejection(
                        refused.number(),
                        MerkleTree.root(List.of()),
                        "FED-03",
                        "EXERCISE",
                        Map.of());
        nodes.eu
                .rooms()
                .door(Rejections.class)
                .keep(ours, "FED-03", List.of(rejection), TestRooms.NOON, "{}");
        assertThat(receipt(refused)).contains("Norway has refused it");
        assertThat(receipt(behind)).contains("Norway has refused an earlier entry of ours");
        nodes.toNorway();
        assertThat(receipt(refused)).contains("has signed for it");
        assertThat(receipt(behind)).contains("has signed for it");
    }

    private static String receipt(ActRef dossier) {
        return eu().dossier(dossier.toString()).select("#act-" + dossier + " summary").text();
    }

    @Test
    void factsOfOneTitleAreToldApartByTheirActs() {
        var dossier =
                nodes.eu.opened("consultation", Map.of("dates", "12.3.2026", "venue", "Oslo"));
        nodes.toNorway();
        nodes.no.acted(dossier, "agree-date", Map.of("agreed-date", "12.3.2026"));
        nodes.toTheEu();
        assertThat(eu().dossier(dossier.toString()).select("aside dt").eachText())
                .contains("Place");
        nodes.eu.acted(dossier, "hold", Map.of("held-on", "12.3.2026", "place", "Bergen"));
        assertThat(eu().dossier(dossier.toString()).select("aside dt").eachText())
                .doesNotContain("Place")
                .filteredOn(title -> title.matches("Place \\(.+\\)"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aDossierIsOpenedByItsFormAndShownOnBothNodes() {
        var place = led(eu().open("consultation", opening()));
        assertThat(place).matches("/eu-norway/dossier/EU-[0-9]+#act-EU-[0-9]+");
        var dossier = ref(place);
        var here = eu().dossier(dossier.toString());
        assertThat(here.select("h1").text()).isEqualTo("EXERCISE <b>Consultations</b> & more");
        assertThat(here.select("#act-" + dossier + " h3").text()).isEqualTo("EU proposed dates");
        assertThat(here.select("#act-" + dossier + " dd .sb-told").eachText())
                .contains("Oslo", "5 March 2026");
        assertThat(here.select(".sb-standing").text())
                .contains("Dates proposed", "Next step: Norway", "An answer is wanted in 3 days");
        assertThat(here.select("#act-" + dossier + " summary").text()).contains("on its way");
        nodes.toNorway();
        assertThat(eu().dossier(dossier.toString()).select("#act-" + dossier + " summary").text())
                .contains("Norway has signed for it");
        var there = norway().dossier(dossier.toString());
        assertThat(there.select("#act-" + dossier + " h3").text()).isEqualTo("EU foreslo datoer");
        assertThat(there.select("#next a").eachText())
                .contains("Foreslå andre datoer", "Godta en dato");
        assertThat(there.select(".sb-hash").first().text()).matches("[0-9a-f]{64}");
    }

    @Test
    void aFormThatIsRefusedSaysAllThatIsWrongAndKeepsWhatWasTyped() {
        var page =
                eu().refused(
                                eu().open(
                                                "consultation",
                                                opening(
                                                        "title", "",
                                                        "dates", "soon",
                                                        "marking.TLP", "")));
        assertThat(page.select("#sb-errors li a").eachAttr("href"))
                .containsExactly("#field-title", "#field-dates", "#field-marking");
        assertThat(page.select("#sb-errors .sb-rule").eachText())
                .containsExactly("PRO-24", "PRO-12", "PRO-25");
        assertThat(page.select("#field-dates").text()).isEqualTo("soon");
        assertThat(page.select("#refusal-dates").text()).contains("“soon” is no date");
        assertThat(page.select("#field-message").first().wholeText())
                .isEqualTo("EXERCISE first line\r\nsecond line");
        assertThat(page.select("#field-venue").attr("value")).isEqualTo("Oslo");
        assertThat(page.select("[id^=field-]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void aMarkingThatMayNotGoToTheCounterpartIsRefusedAtItsField() {
        var page =
                eu().refused(
                                eu().open(
                                                "consultation",
                                                opening(
                                                        "marking.TLP",
                                                        "",
                                                        "marking.EU",
                                                        "LIMITE")));
        assertThat(page.select("#refusal-marking").text()).contains("LIMITE", "NO");
        assertThat(page.select("#marking-EU option[selected]").text()).isEqualTo("LIMITE");
        var form = opening("marking.TLP", "", "marking.EU", "LIMITE", "marking.EU.with", "REL NO");
        var dossier = ref(led(eu().open("consultation", form)));
        assertThat(eu().dossier(dossier.toString()).select(".sb-marking").first().text())
                .contains("LIMITE");
    }

    @Test
    void theFormProposesTheMarkingOfTheParty() {
        var form = eu().opening("consultation", Map.of());
        assertThat(form.select("#marking-TLP option[selected]").attr("value")).isEqualTo("GREEN");
        assertThat(form.select("select[name^=marking]").eachAttr("name"))
                .doesNotContain("marking.NATO");
        assertThat(form.select("#field-area option[selected]").attr("value"))
                .isEqualTo("general-framework");
    }

    @Test
    void aLinkFillsTheFormIn() {
        var form =
                eu().opening(
                                "instrument-adoption",
                                Map.of("instrument", "eu-norway-2024", "area", "space"));
        assertThat(form.select("#field-instrument").attr("value")).isEqualTo("eu-norway-2024");
        assertThat(form.select("#field-area option[selected]").attr("value")).isEqualTo("space");
    }

    @Test
    void aLinkFillsInFieldsOfAnActAndNothingElse() {
        var meeting = nodes.eu.opened("consultation", DATES);
        var form =
                eu().form(
                                meeting,
                                "comment",
                                Map.of("comment", "EXERCISE by a link", "version", "99"));
        assertThat(form.select("#field-comment").text()).isEqualTo("EXERCISE by a link");
        assertThat(form.select("input[name=version]").attr("value")).isEqualTo("1");
    }

    @Test
    void whatWasTypedIsKeptWhenTheFileHasMovedOn() {
        var meeting = nodes.eu.opened("consultation", DATES);
        nodes.toNorway();
        var form = norway().form(meeting, "agree-date");
        nodes.no.acted(meeting, "comment", Map.of("comment", "EXERCISE"));
        var answer =
                sent(
                        "version", form.select("input[name=version]").attr("value"),
                        "agreed-date", "2026-03-19",
                        "message", "EXERCISE typed with care",
                        "marking.TLP", "GREEN");
        var page = norway().refused(norway().act(meeting, "agree-date", answer));
        assertThat(page.select("#sb-errors").text())
                .contains("Saken har gått videre mens du skrev: Norway skrev.", "PRO-07");
        assertThat(page.select("#field-message").text()).isEqualTo("EXERCISE typed with care");
        assertThat(page.select("#field-agreed-date option[selected]").attr("value"))
                .isEqualTo("2026-03-19");
        answer.set("version", page.select("input[name=version]").attr("value"));
        assertThat(led(norway().act(meeting, "agree-date", answer)))
                .startsWith("/eu-norway/dossier/" + meeting + "#act-NO-");
    }

    @Test
    void anActThatAgreesATextShowsItAndItsHash() {
        var meeting = noted();
        var form = head().form(meeting, "agree-conclusions");
        assertThat(form.select("[aria-labelledby=agrees] dd").eachText())
                .contains(
                        "EXERCISE: go on.", "Norway: send the list (paragraph 23), by 1 June 2026");
        var digest = form.select("input[name=confirms]").attr("value");
        assertThat(form.select("#bytes .sb-hash").text()).isEqualTo("SHA-256 " + digest);
        assertThat(
                        org.samband.proof.Digest.sha256(
                                        form.select(".sb-bytes")
                                                .first()
                                                .wholeText()
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .hex())
                .isEqualTo(digest);
        var agree = sent("version", version(form), "marking.TLP", "GREEN");
        agree.set("confirms", "0".repeat(64));
        assertThat(
                        head().refused(head().act(meeting, "agree-conclusions", agree))
                                .select("#sb-errors .sb-rule")
                                .text())
                .isEqualTo("PRO-22");
        agree.set("confirms", digest);
        assertThat(led(head().act(meeting, "agree-conclusions", agree))).contains("#act-NO-");
    }

    private static String version(Document form) {
        return form.select("input[name=version]").attr("value");
    }

    private static ActRef noted() {
        var meeting = nodes.eu.opened("consultation", DATES);
        nodes.toNorway();
        nodes.no.acted(meeting, "agree-date", Map.of("agreed-date", "19.3.2026"));
        nodes.toTheEu();
        nodes.eu.acted(meeting, "hold", Map.of("held-on", "19.3.2026"));
        var note =
                sent(
                        "version", "3",
                        "conclusions", "EXERCISE: go on.",
                        "follow-ups.owner", "NO",
                        "follow-ups.what", "send the list",
                        "follow-ups.paragraph", "23",
                        "follow-ups.due", "1.6.2026",
                        "follow-ups.owner", "EU",
                        "follow-ups.what", "",
                        "follow-ups.paragraph", "",
                        "follow-ups.due", "",
                        "marking.TLP", "GREEN");
        led(eu().act(meeting, "note-conclusions", note));
        nodes.toNorway();
        return meeting;
    }

    @Test
    void followUpsAreTypedInATableThatGrowsWithoutScript() {
        var meeting = noted();
        var form = norway().form(meeting, "return-conclusions");
        assertThat(form.select("#field-follow-ups tbody tr")).hasSize(3);
        assertThat(form.select("[name=follow-ups.what]").first().attr("value"))
                .isEqualTo("send the list");
        assertThat(form.select("#field-conclusions").text()).isEqualTo("EXERCISE: go on.");
        var more =
                sent(
                        "version", version(form),
                        "conclusions", "EXERCISE changed",
                        "follow-ups.owner", "EU",
                        "follow-ups.what", "a|b",
                        "follow-ups.due", "",
                        "step", "more");
        var page =
                norway().html(
                                (org.samband.web.Page)
                                        norway().act(meeting, "return-conclusions", more));
        assertThat(page.select("#field-follow-ups tbody tr")).hasSize(5);
        assertThat(page.select("[name=follow-ups.what]").first().attr("value")).isEqualTo("a|b");
        assertThat(page.select("#field-conclusions").text()).isEqualTo("EXERCISE changed");
        assertThat(nodes.no.dossier(meeting).state().state().name()).isEqualTo("noted");
    }

    @Test
    void theFollowUpsOfAllDossiersStandOnOnePage() {
        var meeting = noted();
        nodes.no.acted(meeting, "agree-conclusions", Map.of());
        var id = nodes.no.dossier(meeting).state().followUps().getFirst().id();
        var row = norway().followUps("NO", "open").select("[id=follow-up-" + id + "]");
        assertThat(row.text()).contains("send the list", "Åpent", "01.06.2026");
        assertThat(norway().followUps("EU", "open").select("[id=follow-up-" + id + "]")).isEmpty();
        nodes.no.acted(
                meeting,
                "report-follow-up",
                Map.of("follow-up", id, "result", "EXERCISE", "done-on", "30.5.2026"));
        assertThat(norway().followUps("", "done").select("[id=follow-up-" + id + "]").text())
                .contains("Utført");
    }

    @Test
    void anOpenFollowUpStandsInTheNextMeetingByItselfWithItsReports() {
        var meeting = noted();
        nodes.no.acted(meeting, "agree-conclusions", Map.of());
        var id = nodes.no.dossier(meeting).state().followUps().getFirst().id();
        nodes.no.acted(meeting, "report-progress", Map.of("under-way", id, "progress", "EXERCISE"));
        nodes.toTheEu();
        nodes.eu.acted(meeting, "drop-follow-up", Map.of("to-drop", id, "why-dropped", "EXERCISE"));
        var next = nodes.eu.opened("dialogue", Map.of("dates", "1.9.2026"));
        nodes.toNorway();
        var row = norway().dossier(next.toString()).select("#carried #follow-up-" + css(id));
        assertThat(row.text())
                .contains("23, Space", "hvor langt det er kommet", "Godta at det henlegges");
        assertThat(row.select("a[href*=drop-follow-up]").attr("href"))
                .isEqualTo("/eu-norway/dossier/" + meeting + "/act/drop-follow-up?to-drop=" + id);
        assertThat(
                        norway().form(meeting, "drop-follow-up", Map.of("to-drop", id))
                                .select("#field-to-drop option[selected]")
                                .attr("value"))
                .isEqualTo(id);
        assertThat(norway().dossier(meeting.toString()).select("#next .sb-meta").text())
                .contains("Venter til alle oppfølgingspunkter");
        nodes.no.acted(meeting, "drop-follow-up", Map.of("to-drop", id, "why-dropped", "EXERCISE"));
        assertThat(norway().dossier(next.toString()).select("#carried #follow-up-" + css(id)))
                .isEmpty();
    }

    private static String css(String id) {
        return id.replace(".", "\\.");
    }

    @Test
    void anActThatIsNotForThisOfficerIsShownWithTheRoleThatItNeeds() {
        var meeting = noted();
        var page = norway().dossier(meeting.toString());
        assertThat(page.select(".sb-closed").text()).isEqualTo("Godta konklusjonene");
        assertThat(page.select(".sb-steps").text()).contains("delegasjonsleder");
        var form = norway().form(meeting, "agree-conclusions");
        assertThat(form.select("form[method=post][action*=act]")).isEmpty();
        assertThat(form.select(".sb-notice").text()).contains("PRO-06", "delegasjonsleder");
        assertThat(norway().form(meeting, "hold").select(".sb-notice").text()).contains("PRO-04");
    }

    @Test
    void crossedActsStandInTheTimelineWithWhatPrevailsAndWhy() {
        var meeting = nodes.eu.opened("consultation", DATES);
        nodes.toNorway();
        var agreed = nodes.no.acted(meeting, "agree-date", Map.of("agreed-date", "19.3.2026"));
        var cancelled = nodes.eu.acted(meeting, "cancel", Map.of("reason", "EXERCISE"));
        nodes.bothWays();
        var act = eu().dossier(meeting.toString()).select("#act-" + agreed);
        assertThat(act.attr("data-state")).isEqualTo("crossed");
        assertThat(act.text())
                .contains("Crossed, without effect.", cancelled + ": Nobody meets alone.");
    }

    @Test
    void anOwnNoteIsKeptHereWithItsOwnMarking() {
        var meeting = nodes.eu.opened("consultation", DATES);
        var empty = eu().refused(eu().note(meeting, sent("note", " ", "marking.TLP", "RED")));
        assertThat(empty.select("#sb-errors .sb-rule").eachText()).contains("PRO-27");
        assertThat(led(eu().note(meeting, sent("note", "EXERCISE ours", "marking.EU", "LIMITE"))))
                .endsWith("#notes");
        var page = eu().dossier(meeting.toString());
        assertThat(page.select("#notes .sb-told").text()).isEqualTo("EXERCISE ours");
        assertThat(page.select(".sb-marking").first().text()).contains("LIMITE");
        nodes.toNorway();
        assertThat(norway().dossier(meeting.toString()).select("#notes").text())
                .doesNotContain("ours");
    }

    @Test
    void theListFiltersAndCountsWhatTheOfficerMaySee() {
        var form = opening("title", "EXERCISE Quokka talks", "area", "space");
        var dossier = ref(led(eu().open("consultation", form)));
        assertThat(eu().list(Map.of("q", "quok")).select("tbody a").eachAttr("href"))
                .containsExactly("/eu-norway/dossier/" + dossier);
        var desk = nodes.eu.desk();
        var cyberAlone =
                new ShownPages(
                        nodes.eu,
                        DossierNodes.limited(desk, DossierNodes.areas("cyber"), desk.clearance()),
                        "en");
        var nothing = cyberAlone.list(Map.of("q", "quok"));
        assertThat(nothing.text()).contains("0 dossiers", "No dossier fits");
        assertThat(nothing.text().replace("quok", "")).doesNotContain("Quokka");
        assertThat(nothing.select("#pick-area option").eachAttr("value"))
                .containsExactly("", "cyber");
        for (var ref : new String[] {dossier.toString(), "EU-999", "x"}) {
            assertThatThrownBy(() -> cyberAlone.dossier(ref))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("not found");
        }
        var uncleared =
                new ShownPages(
                        nodes.eu,
                        DossierNodes.limited(
                                desk, NeedToKnow.allOf(DossierNodes.EU_NORWAY), Clearance.NOTHING),
                        "en");
        assertThat(uncleared.list(Map.of("state", "all")).text()).contains("0 dossiers");
    }

    @Test
    void whatCanBeOpenedStandsThereAndByWhom() {
        var page = norway().choose();
        assertThat(page.select("a[href$=/open/consultation]")).hasSize(1);
        assertThat(page.select("a[href$=/open/forum-invitation]")).isEmpty();
        assertThat(page.text()).contains("Opprettes av EU");
        assertThatThrownBy(() -> norway().opening("forum-invitation", Map.of()))
                .isInstanceOf(NotFound.class);
        var auditor =
                new ShownPages(nodes.eu, nodes.eu.officer(Role.AUDITOR), "en")
                        .opening("consultation", Map.of());
        assertThat(auditor.select("form[method=post][action*=open]")).isEmpty();
        assertThat(auditor.text()).contains("desk officer");
    }

    @Test
    void theCalendarShowsProposedDaysByMonth() {
        var meeting = nodes.eu.opened("consultation", DATES);
        var page = eu().calendar("2026-03");
        assertThat(page.select("h2").first().text()).isEqualTo("March 2026");
        assertThat(page.select("li:has(a[href$=/" + meeting + "])").eachText())
                .hasSize(3)
                .anyMatch(day -> day.startsWith("12 Mar 2026") && day.contains("proposed"))
                .anyMatch(day -> day.startsWith("5 Mar 2026") && day.contains("answer wanted"));
        assertThat(eu().calendar("2026-13").select("h2").first().text()).isEqualTo("March 2026");
    }

    @Test
    void howAMatterMovesIsDrawnWithoutStyleOrScript() {
        var page = norway().procedure("dialogue");
        assertThat(page.select("svg text").eachText()).contains("Datoer foreslått", "Avlys");
        assertThat(page.select("svg [style], svg script")).isEmpty();
        assertThat(page.select("tbody tr").size()).isGreaterThan(10);
    }

    @Test
    void thePagesStandAtTheirAddresses() throws Exception {
        var meeting = nodes.eu.opened("consultation", DATES);
        var pages = eu().addresses();
        for (var address :
                java.util.List.of(
                        "dossiers?q=exercise&page=1",
                        "open",
                        "open/consultation?title=EXERCISE",
                        "dossier/" + meeting,
                        "dossier/" + meeting + "/act/comment",
                        "follow-ups?owner=NO",
                        "calendar?from=2026-03",
                        "procedure/consultation")) {
            pages.perform(get("/eu-norway/" + address)).andExpect(status().isOk());
        }
        var typed = opening();
        var place =
                pages.perform(post("/eu-norway/open/consultation").params(typed))
                        .andExpect(status().isSeeOther())
                        .andReturn()
                        .getResponse()
                        .getHeader("Location");
        var dossier = ref(java.util.Objects.requireNonNull(place));
        pages.perform(
                        post("/eu-norway/dossier/" + dossier + "/act/cancel")
                                .param("version", "1")
                                .param("reason", "EXERCISE")
                                .param("marking.EU", "LIMITE")
                                .param("marking.EU.with", "EXERCISE", "REL NO"))
                .andExpect(status().isSeeOther());
        pages.perform(
                        post("/eu-norway/dossier/" + dossier + "/note")
                                .param("note", "EXERCISE")
                                .param("marking.TLP", "GREEN"))
                .andExpect(status().isSeeOther());
        pages.perform(post("/eu-norway/dossier/" + dossier + "/note"))
                .andExpect(status().isUnprocessableContent());
        assertThat(nodes.eu.dossier(dossier).marking().toString())
                .isEqualTo("EU:LIMITE;REL NO|TLP:GREEN");
    }

    @Test
    void noPageHasScriptOrStyleWithinAndEveryFormHasItsToken() {
        var meeting = noted();
        for (var page :
                java.util.List.of(
                        eu().dossier(meeting.toString()),
                        eu().form(meeting, "comment"),
                        eu().list(Map.of()),
                        eu().opening("dialogue", Map.of()),
                        eu().procedure("consultation"))) {
            assertThat(page.select("[style], style, script:not([src])")).isEmpty();
            assertThat(page.select("form[method=post]"))
                    .allMatch(form -> form.select("input[name=_csrf]").size() == 1);
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.text()).doesNotContain("procedure.");
        }
    }
}
