// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.commitment.ExercisePact.LIMITED;
import static org.samband.commitment.ExercisePact.OPEN;
import static org.samband.commitment.ExercisePact.PARTNERSHIP;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact;
import org.samband.commitment.web.Rendered;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Role;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossiers;
import org.samband.web.NotFound;
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
}
