// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.commitment.ExercisePact.LIMITED;
import static org.samband.commitment.ExercisePact.OPEN;
import static org.samband.commitment.ExercisePact.PARTNERSHIP;
import static org.samband.commitment.ExercisePact.areas;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Role;
import org.samband.procedure.ActRef;
import org.samband.web.NotFound;
import org.samband.web.Page;

/// The pages of the commitments, as they are sent to a browser.
@NullUnmarked // what is missing fails the test
class PagesTest {
    @TempDir private static Path folder;
    private static ExercisePact pact;
    private static ActRef talks;

    @BeforeAll
    static void oneYear() {
        pact = ExercisePact.open(folder);
        talks = pact.consultation("general-framework", "EXERCISE open talks", "2026-02-20", OPEN);
        pact.consultation("cyber", "EXERCISE limited talks", "2026-02-21", LIMITED);
        pact.eu.opens(
                "dialogue", "space", "EXERCISE space talks", OPEN, Map.of("dates", "2026-05-04"));
        pact.eu.opens(
                "commitment-correction",
                "cyber",
                Map.of(
                        "commitment", "p3.s1",
                        "member", "cadence",
                        "value", "annual",
                        "reason", "EXERCISE reason"));
        pact.no.opens(
                "consultation",
                "general-framework",
                "EXERCISE their proposal",
                OPEN,
                Map.of("dates", "2026-04-10", "answer-by", "2026-03-10"));
        pact.bothWays();
    }

    @AfterAll
    static void close() {
        pact.close();
    }

    private static Document html(Page page, Officer officer, String language) {
        return Jsoup.parse(
                Rendered.html(
                        page,
                        officer,
                        pact.eu.text(pact.eu.officer()).profile(),
                        Rendered.words(language)));
    }

    private static Document text(Officer officer, String language, TextFilter asked) {
        return html(
                pact.eu
                        .rooms()
                        .door(TextPages.class)
                        .text(
                                PARTNERSHIP,
                                asked.party(),
                                asked.standing(),
                                asked.area(),
                                asked.undertaking(),
                                "",
                                officer,
                                Rendered.words(language)),
                officer,
                language);
    }

    private static Document text(Officer officer) {
        return text(officer, "en", new TextFilter("", "", "", ""));
    }

    private static Document area(Officer officer, String area) {
        var words = Rendered.words("en");
        return html(
                pact.eu.rooms().door(AreaPages.class).area(PARTNERSHIP, area, officer, words),
                officer,
                "en");
    }

    private static Document commitment(Officer officer, String id, String language) {
        var words = Rendered.words(language);
        return html(
                pact.eu
                        .rooms()
                        .door(CommitmentPages.class)
                        .commitment(PARTNERSHIP, id, officer, words),
                officer,
                language);
    }

    private static Document start(Officer officer, String language) {
        return html(
                pact.eu.rooms().door(StartPages.class).start(officer, Rendered.words(language)),
                officer,
                language);
    }

    private static Officer notLimited() {
        return pact.eu.officer(NeedToKnow.allOf(PARTNERSHIP), "", Role.DESK_OFFICER);
    }

    private static Officer all() {
        return pact.eu.officer();
    }

    @Test
    void theTextStandsWordForWordWithTheWordsOfEachCommitmentMarked() {
        var page = text(all());
        assertThat(page.select("article h1").text())
                .isEqualTo("EXERCISE PACT BETWEEN THE EUROPEAN UNION AND NORWAY");
        assertThat(page.selectFirst("#p3 .sb-words").text())
                .isEqualTo(
                        "The EU and Norway will hold regular exchanges on <cyber> & networks."
                                + " They will explore joint training.");
        assertThat(page.select("#p3 a.sb-said").eachText())
                .containsExactly(
                        "The EU and Norway will hold regular exchanges on <cyber> & networks.",
                        "They will explore joint training.");
        assertThat(page.selectFirst("[id=p2.3]").select("a.sb-said")).hasSize(2);
        assertThat(page.select(".sb-words"))
                .allSatisfy(words -> assertThat(words.attr("lang")).isEqualTo("en"));
        assertThat(page.select("#p1 aside")).isEmpty();
    }

    @Test
    void besideEachParagraphStandsWhereItsCommitmentsStandAndTheLastEvidence() {
        var notes = text(notLimited()).selectFirst("#p2 aside");
        assertThat(notes.text())
                .contains("2.4", "Kept on 20 Feb 2026; next by 31 Dec 2027", "EXERCISE open talks");
        assertThat(notes.select("a[href=/eu-norway/dossier/" + talks + "]")).hasSize(1);
        assertThat(
                        text(notLimited(), "nb", new TextFilter("", "", "", ""))
                                .select("#p2 aside")
                                .text())
                .contains("Oppfylt 20.02.2026; neste innen 31.12.2027");
    }

    @Test
    void theStripHasOneCellPerCommitmentWithALetterAndALink() {
        var cells = text(all()).select(".sb-heat a");
        assertThat(cells).hasSize(9);
        assertThat(cells)
                .allSatisfy(cell -> {
                    assertThat(cell.attr("href")).startsWith("#p");
                    assertThat(cell.select("span[aria-hidden]").text()).isNotBlank();
                    assertThat(cell.select(".sb-hidden").text()).isNotBlank();
                    assertThat(cell.attr("data-tone")).isNotBlank();
                });
    }

    @Test
    void theFilterShowsWhatFitsAndNothingElse() {
        assertThat(text(all(), "en", new TextFilter("Norway", "", "", "")).select(".sb-heat a"))
                .hasSize(7);
        var kept = text(all(), "en", new TextFilter("", "kept", "", ""));
        assertThat(kept.select(".sb-heat a").eachAttr("href")).containsExactly("#p2.4");
        assertThat(kept.select(".sb-paragraph").eachAttr("id")).containsExactly("p2");
        assertThat(
                        text(all(), "en", new TextFilter("", "", "cyber", "WILL_EXPLORE"))
                                .select(".sb-heat a"))
                .hasSize(1);
        assertThat(text(all(), "en", new TextFilter("nobody", "", "", "")).text())
                .contains("No commitment fits the filter");
    }

    @Test
    void theCommitmentSaysWhyItStandsThereInBothLanguages() {
        var english = commitment(all(), "p2.4.s1", "en").text();
        assertThat(english)
                .contains("COM-01", "It took place in this calendar year", "Consultations held");
        assertThat(commitment(all(), "p2.4.s1", "nb").text())
                .contains("COM-01", "Den har funnet sted i dette kalenderåret");
    }

    @Test
    void theCommitmentOffersACorrectionAndShowsThoseThatWereProposed() {
        var page = commitment(all(), "p3.s1", "en");
        assertThat(
                        page.select(
                                "a[href=/eu-norway/open/commitment-correction?commitment=p3.s1&area=cyber]"))
                .hasSize(1);
        assertThat(page.text()).contains("Cadence: annual", "EXERCISE reason");
        assertThat(commitment(all(), "p3.s2", "en").select("h1").text())
                .isEqualTo("Commitment of paragraph 3, sentence 2");
        var auditor = pact.eu.officer(NeedToKnow.allOf(PARTNERSHIP), "LIMITE", Role.AUDITOR);
        assertThat(commitment(auditor, "p3.s1", "en").select("a[href*=/open/]")).isEmpty();
    }

    @Test
    void anAreaShowsItsWordsEvidenceDossiersAndWhatCanBeOpened() {
        var page = area(all(), "cyber");
        assertThat(page.select(".sb-paragraph").eachAttr("id")).containsExactly("p3");
        assertThat(page.text()).contains("EXERCISE limited talks", "EXERCISE open talks");
        assertThat(page.select("svg.sb-drawing circle title")).hasSize(2);
        assertThat(page.select("a[href=/eu-norway/open/consultation?area=cyber]")).hasSize(1);
    }

    @Test
    void theStartPageSaysWhatNeedsTheOfficerWhatIsComingAndWhatChanged() {
        var page = start(all(), "en");
        var cards = page.select(".sb-card");
        assertThat(cards.get(0).text())
                .contains("EXERCISE their proposal", "Our turn", "answer wanted by 10 Mar 2026")
                .contains("Commitment of paragraph 2.3")
                .doesNotContain("EXERCISE space talks");
        assertThat(cards.get(1).text()).contains("EXERCISE their proposal", "10 Mar 2026");
        assertThat(cards.get(2).text())
                .contains("Norway proposed dates", "EU recorded that it was held");
        assertThat(page.select(".sb-matrix tbody tr")).hasSize(3);
        assertThat(page.select(".sb-matrix a.sb-cell")).hasSize(9);
        assertThat(start(all(), "nb").text()).contains("Venter på deg", "Vår tur");
    }

    @Test
    void anAuditorIsNotAskedToActInDossiers() {
        var auditor = pact.eu.officer(NeedToKnow.allOf(PARTNERSHIP), "LIMITE", Role.AUDITOR);
        assertThat(start(auditor, "en").select(".sb-card").get(0).text())
                .doesNotContain("EXERCISE their proposal");
    }

    @Test
    void anAdministratorWithoutNeedToKnowSeesTheAdministrationAlone() {
        var administrator = pact.eu.officer(NeedToKnow.NOTHING, "", Role.ADMINISTRATOR);
        var page = start(administrator, "en");
        assertThat(page.select("main a").eachAttr("href"))
                .containsExactly("/officers", "/security-log");
        assertThat(page.text()).doesNotContain("talks");
    }

    @Test
    void noPageShowsWhatNeedToKnowOrClearanceDoNotCover() {
        var spaceAlone = pact.eu.officer(areas("space"), "LIMITE", Role.DESK_OFFICER);
        for (var page : pages(spaceAlone)) {
            assertThat(page.html())
                    .doesNotContain(
                            "limited talks", "open talks", "their proposal", "EXERCISE reason");
        }
        for (var page : pages(notLimited())) {
            assertThat(page.html()).doesNotContain("limited talks", "21 Feb 2026");
        }
        assertThat(area(spaceAlone, "cyber").text()).contains("outside your need-to-know");
        assertThat(area(spaceAlone, "cyber").select("svg, .sb-section")).isEmpty();
        assertThat(text(spaceAlone).select("#p2 aside .sb-pill").eachText())
                .containsOnly("Outside your need-to-know");
    }

    private static List<Document> pages(Officer officer) {
        return List.of(
                text(officer),
                area(officer, "cyber"),
                area(officer, "general-framework"),
                area(officer, "space"),
                commitment(officer, "p2.4.s1", "en"),
                commitment(officer, "p3.s1", "en"),
                start(officer, "en"));
    }

    @Test
    void noPageHasScriptOrStyleOfItsOwnOrAWordWithoutASentence() {
        for (var language : List.of("en", "nb")) {
            for (var page :
                    List.of(
                            text(all(), language, new TextFilter("", "", "", "")),
                            commitment(all(), "p3.s1", language),
                            start(all(), language))) {
                assertThat(page.select("[style], style, script:not([src])")).isEmpty();
                assertThat(page.text()).doesNotContain("commitment.", "null", "{0}", "{1}");
                assertThat(page.select("main [id]").eachAttr("id")).doesNotHaveDuplicates();
            }
        }
        assertThat(area(all(), "cyber").select("[style]")).isEmpty();
    }

    private static Document evidence(Officer officer, String id, String page) {
        return html(
                pact.eu
                        .rooms()
                        .door(CommitmentPages.class)
                        .evidence(PARTNERSHIP, id, page, officer, Rendered.words("en")),
                officer,
                "en");
    }

    @Test
    void allEvidenceOfACommitmentIsReadPageByPageAsFarAsItMayBeSeen() {
        assertThat(evidence(all(), "p2.4.s1", "1").select("tbody tr")).hasSize(2);
        assertThat(evidence(notLimited(), "p2.4.s1", "1").select("tbody tr").text())
                .contains("EXERCISE open talks")
                .doesNotContain("limited");
        assertThat(evidence(all(), "p2.4.s1", "2").select("tbody tr")).isEmpty();
        assertThat(evidence(all(), "p2.4.s1", "soon").select("tbody tr")).hasSize(2);
        var spaceAlone = pact.eu.officer(areas("space"), "LIMITE", Role.DESK_OFFICER);
        assertThatThrownBy(() -> evidence(spaceAlone, "p2.4.s1", "1")).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> commitment(all(), "p9.s1", "en")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> area(all(), "nowhere")).isInstanceOf(NotFound.class);
    }
}
