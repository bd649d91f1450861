// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.commitment.ExercisePact.OPEN;
import static org.samband.commitment.ExercisePact.PARTNERSHIP;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact;
import org.samband.parties.Officer;
import org.samband.parties.Role;
import org.samband.procedure.ActRef;
import org.samband.web.NotFound;

@NullUnmarked // what is missing fails the test
class AgendaPagesTest {
    @TempDir private Path folder;

    private ExercisePact pact;
    private ActRef dialogue;

    @BeforeEach
    void theDateOfADialogueIsAgreed() {
        pact = ExercisePact.open(folder);
        dialogue = pact.eu.opens("dialogue", "general-framework", Map.of("dates", "2026-05-12"));
        pact.bothWays();
        pact.no.acts(dialogue, "agree-date", Map.of("agreed-date", "2026-05-12"));
        pact.bothWays();
    }

    @AfterEach
    void close() {
        pact.close();
    }

    private Document agenda(Officer officer, String chosen, String... items) {
        var page =
                pact.eu
                        .rooms()
                        .door(AgendaPages.class)
                        .agenda(
                                PARTNERSHIP,
                                dialogue.toString(),
                                Optional.of("propose-agenda"),
                                List.of(items),
                                chosen,
                                officer,
                                Rendered.words("en"));
        return Jsoup.parse(
                Rendered.html(page, officer, pact.eu.text().profile(), Rendered.words("en")));
    }

    private static List<String> keys(Document page, String reason) {
        return page.select("#" + reason + " input").eachAttr("value");
    }

    private static String made(Document page) {
        return page.select("#field-agenda").text();
    }

    @Test
    void eachPointSaysItsParagraphAndWhyItIsThere() {
        var page = agenda(pact.eu.officer(), "");
        assertThat(keys(page, "due")).contains("due-p2.3.s1");
        assertThat(made(page)).contains("1. ").contains("paragraph 2.3: Due by 31 Dec 2026");
    }

    @Test
    void whatIsQuietIsForReviewUntilSomethingIsRecorded() {
        assertThat(keys(agenda(pact.eu.officer(), ""), "review")).contains("review-cyber");
        pact.consultation("cyber", "EXERCISE cyber", "2026-03-01", OPEN);
        var space = agenda(pact.eu.officer(), "yes", "review-space");
        assertThat(keys(space, "review")).doesNotContain("review-cyber");
    }

    @Test
    void whatWasSaidWillBeDoneIsThereUntilItIsDone() {
        var meeting = pact.consultation("cyber", "EXERCISE cyber", "2026-03-01", OPEN);
        pact.eu.acts(
                meeting,
                "note-conclusions",
                Map.of(
                        "conclusions",
                        "EXERCISE",
                        "follow-ups",
                        "NO | EXERCISE paper | 2026-04-01\nEU | EXERCISE list |"));
        pact.bothWays();
        pact.no.acts(meeting, "agree-conclusions", Map.of());
        pact.bothWays();
        var page = agenda(pact.eu.officer(), "");
        assertThat(keys(page, "follow-up")).hasSize(2);
        assertThat(made(page))
                .contains("EXERCISE paper (follow-up of Norway by 1 April 2026, " + meeting + ")")
                .contains("EXERCISE list (follow-up of EU, no date, " + meeting + ")");
        var space = pact.eu.officer(ExercisePact.areas("space"), "LIMITE", Role.DESK_OFFICER);
        assertThatThrownBy(() -> agenda(space, "")).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyWhatIsChosenStandsOnIt() {
        assertThat(made(agenda(pact.eu.officer(), "yes"))).isEmpty();
        assertThat(made(agenda(pact.eu.officer(), "yes", "due-p2.3.s1", "nonsense")).lines())
                .hasSize(1);
    }

    @Test
    void theFormGoesOnWithItAndNothingIsSent() {
        var form = agenda(pact.eu.officer(), "").select("main form[method=post][action*=act]");
        assertThat(form.attr("action"))
                .isEqualTo("/eu-norway/dossier/" + dialogue + "/act/propose-agenda");
        assertThat(form.select("input[name=step]").attr("value")).isEqualTo("again");
        assertThat(form.select("input[name^=marking]")).isNotEmpty();
    }

    @Test
    void whatIsChosenGoesOnTheJointAgendaWithItsParagraph() {
        var form =
                agenda(pact.eu.officer(), "yes", "due-p2.3.s1")
                        .select("form[action$=/joint-agenda]");
        assertThat(form.select("[name=paragraphs]").eachAttr("value")).containsExactly("2.3");
        assertThat(form.select("[name=heading]").attr("value")).isNotEmpty();
        assertThat(form.select("[name=wording]").attr("value"))
                .isEqualTo("Paragraph 2.3: Due by 31 Dec 2026.");
    }

    @Test
    void anActWithoutAnAgendaHasNone() {
        assertThatThrownBy(() ->
                        pact.eu
                                .rooms()
                                .door(AgendaPages.class)
                                .agenda(
                                        PARTNERSHIP,
                                        dialogue.toString(),
                                        Optional.of("hold"),
                                        List.of(),
                                        "",
                                        pact.eu.officer(),
                                        Rendered.words("en")))
                .isInstanceOf(NotFound.class);
    }
}
