// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.commitment.ExercisePact.LIMITED;
import static org.samband.commitment.ExercisePact.OPEN;
import static org.samband.commitment.ExercisePact.PARTNERSHIP;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.brief.Brief;
import org.samband.brief.Briefs;
import org.samband.commitment.ExercisePact;
import org.samband.commitment.web.Rendered;
import org.samband.node.TestRooms;
import org.samband.paper.PaperDocx;
import org.samband.paper.PaperPdf;
import org.samband.paper.VeraPdf;
import org.samband.parties.Bilingual;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.PartyCode;
import org.samband.parties.Role;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.FollowUp;
import org.samband.web.NotFound;
import org.samband.web.Papers;
import org.springframework.mock.web.MockHttpServletResponse;

@NullUnmarked // what is missing fails the test
class BriefPagesTest {
    @TempDir private Path folder;

    private ExercisePact pact;
    private ActRef meeting;
    private ActRef matter;

    @BeforeEach
    void aMeetingAndAMatterOfTheOtherParty() {
        pact = ExercisePact.open(folder);
        meeting = pact.eu.opens("consultation", "cyber", Map.of("dates", "2026-05-12"));
        matter =
                pact.no.opens(
                        "consultation",
                        "cyber",
                        "EXERCISE their matter",
                        OPEN,
                        Map.of("dates", "2026-04-02", "message", "EXERCISE they want two days"));
        pact.bothWays();
    }

    @AfterEach
    void close() {
        pact.close();
    }

    private static void notes(ExercisePact.Side side, ActRef dossier, String text) {
        assertThat(
                        side.rooms()
                                .door(Dossiers.class)
                                .note(side.officer(), PARTNERSHIP, dossier, text, LIMITED))
                .isInstanceOf(Acted.Done.class);
    }

    private Document page(ExercisePact.Side side, Officer officer) {
        var page =
                side.rooms()
                        .door(BriefPages.class)
                        .page(PARTNERSHIP, meeting.toString(), officer, Rendered.words("en"));
        return Jsoup.parse(
                Rendered.html(page, officer, side.text().profile(), Rendered.words("en")));
    }

    @Test
    void whatTheOtherPartySaidLastStandsThere() {
        var text = page(pact.eu, pact.eu.officer()).text();
        assertThat(text)
                .contains("Norway proposed dates, EXERCISE their matter (" + matter + ")")
                .contains("EXERCISE they want two days");
    }

    @Test
    void ownNotesAreTheLineToTakeAndStayAtTheirNode() {
        notes(pact.eu, meeting, "EXERCISE our line of the meeting");
        notes(pact.eu, matter, "EXERCISE our line of the matter");
        pact.bothWays();
        assertThat(page(pact.eu, pact.eu.officer()).text())
                .contains("EXERCISE our line of the meeting")
                .contains("EXERCISE our line of the matter (" + matter + ")")
                .contains("never leaves this node");
        assertThat(page(pact.no, pact.no.officer()).text()).doesNotContain("our line of");
    }

    @Test
    void aNoteThatAnOfficerMayNotReadIsNotThere() {
        notes(pact.eu, meeting, "EXERCISE our line of the meeting");
        var green = pact.eu.officer(NeedToKnow.allOf(PARTNERSHIP), "", Role.DESK_OFFICER);
        assertThat(page(pact.eu, green).text()).doesNotContain("our line of");
        var space = pact.eu.officer(ExercisePact.areas("space"), "LIMITE", Role.DESK_OFFICER);
        assertThatThrownBy(() -> page(pact.eu, space)).isInstanceOf(NotFound.class);
    }

    @Test
    void theFileSaysTheSameWithItsMarkingOnEveryPage() throws IOException {
        notes(pact.eu, meeting, "EXERCISE our line of the meeting");
        var file = new MockHttpServletResponse();
        pact.eu
                .rooms()
                .door(BriefPages.class)
                .docx(
                        PARTNERSHIP,
                        meeting.toString(),
                        pact.eu.officer(),
                        Rendered.words("nb"),
                        file);
        assertThat(file.getHeader("Content-Disposition")).contains(".docx");
        assertThat(file.getHeader("Samband-Marking")).isEqualTo("EU:LIMITE;REL NO|TLP:GREEN");
        try (var document =
                        new XWPFDocument(new ByteArrayInputStream(file.getContentAsByteArray()));
                var read = new XWPFWordExtractor(document)) {
            assertThat(read.getText())
                    .contains("EXERCISE our line of the meeting")
                    .contains("EXERCISE they want two days")
                    .contains("forlater aldri denne noden");
            assertThat(document.getHeaderList().getFirst().getText()).contains("LIMITE");
            assertThat(document.getFooterList().getFirst().getText()).contains("LIMITE");
        }
    }

    /// Every area of the partnership with Norway on the agenda, and more said about each than
    /// anybody reads on the way to a meeting.
    @Test
    void theBriefOfALargePartnershipFitsTwoPages() throws IOException {
        var small =
                pact.eu
                        .rooms()
                        .door(Briefs.class)
                        .of(pact.eu.sight(pact.eu.officer()), PARTNERSHIP, meeting)
                        .orElseThrow();
        var profile = TestRooms.partnerships("EU").profile(PARTNERSHIP).orElseThrow();
        var note =
                new Dossier.Note(
                        1,
                        TestRooms.NOON,
                        "EXERCISE Officer",
                        "EXERCISE we say that this matters to both. ".repeat(20),
                        OPEN,
                        false,
                        Optional.empty());
        var day = LocalDate.of(2026, 3, 2);
        var large =
                new Brief(
                        small.meeting(),
                        small.day(),
                        small.agenda(),
                        Collections.nCopies(8, note),
                        profile.areas().stream()
                                .map(area ->
                                        new Brief.Topic(
                                                area.shortName(),
                                                List.of(),
                                                List.of(),
                                                Collections.nCopies(
                                                        3,
                                                        new Brief.LastWord(
                                                                matter,
                                                                matter,
                                                                "EXERCISE their matter",
                                                                new PartyCode("NO"),
                                                                day,
                                                                new Bilingual("wrote", "skrev"),
                                                                "EXERCISE words ".repeat(18))),
                                                Collections.nCopies(
                                                        9,
                                                        new FollowUp(
                                                                matter + ".1",
                                                                "NO",
                                                                Optional.empty(),
                                                                "EXERCISE report back on it",
                                                                Optional.empty(),
                                                                Optional.of(day),
                                                                true,
                                                                List.of())),
                                                Collections.nCopies(
                                                        3,
                                                        new Brief.Line(matter, "EXERCISE", note))))
                                .toList(),
                        small.marking());
        var words = Rendered.words("nb");
        var view = new BriefView(profile, new PartyCode("EU"), TestRooms.NOON, words);
        var frame = Papers.frame("LIMITE", words.of("paper.circle.own"), view.source(), words);
        var fitted = new BriefPaper(large, view, frame).fitted();
        assertThat(PaperPdf.pages(fitted.pdf())).isEqualTo(BriefPaper.PAGES);
        assertThat(VeraPdf.faults(fitted.pdf())).isEmpty();
        try (var read = Loader.loadPDF(fitted.pdf())) {
            var text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
            assertThat(text).contains("til ved noden").contains("Side 2 av 2");
            for (var area : profile.areas()) {
                assertThat(text).contains(words.in(area.name()));
            }
        }
        var folder = System.getProperty("samband.papers", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, "brief.pdf"), fitted.pdf());
            Files.write(Path.of(folder, "brief.docx"), PaperDocx.of(fitted.paper()));
        }
    }
}
