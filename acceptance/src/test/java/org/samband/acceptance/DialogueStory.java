// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// The cycle of the annual Dialogue: a date, an agenda of both parties, consultations that prepare
/// it, six conclusions from brackets to seals, a follow-up that is carried on, and a paragraph that
/// is to read otherwise. Source: SDP paragraphs 11, 23, 47 and 48.
final class DialogueStory {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONCLUSIONS = 6;

    private final Visitor eu;
    private final Visitor norway;
    private final LocalDate today;
    private String dialogue = "";

    /// @param eu head of delegation, and Norway's
    DialogueStory(Visitor eu, Visitor norway, LocalDate today) {
        this.eu = eu;
        this.norway = norway;
        this.today = today;
    }

    /// Its path, once a date is proposed.
    String dialogue() {
        return dialogue;
    }

    void aDateIsAgreed() {
        var opened =
                eu.submit(
                        eu.get("/eu-norway/open/dialogue"),
                        "title",
                        "EXERCISE: the Dialogue",
                        "dates",
                        today.minusDays(1).toString());
        dialogue = URI.create(opened.location()).getPath();
        awaits(norway, dialogue, "proposed dates");
        norway.submit(act(norway, "agree-date"), "agreed-date", today.minusDays(1).toString());
        awaits(eu, dialogue, "Norway agreed the date");
    }

    /// What is on record is on it with its paragraph; the other party shortens one item and both
    /// take it.
    void theAgendaIsOfBoth() {
        var record = eu.get(dialogue + "/agenda");
        assertThat(record.select("#standing input[checked]")).isNotEmpty();
        var text =
                path(
                        eu.submit(
                                record,
                                "heading",
                                "Ukraine",
                                "wording",
                                "EXERCISE.",
                                "paragraphs",
                                "13",
                                "minutes",
                                "30",
                                "speaker",
                                "EEAS, Managing Director"));
        assertThat(eu.get(text).select(".sb-notice").text()).contains("Paragraph 23");
        awaits(norway, text, "Ukraine");
        norway.submit(
                norway.get(text + "/point/new"),
                "heading",
                "Space security",
                "paragraphs",
                "23",
                "minutes",
                "20",
                "at",
                "09:30",
                "speaker",
                "Ministry of Foreign Affairs, State Secretary",
                "wording",
                "EXERCISE. Standing item.",
                "after",
                "");
        var ukraine = norway.get(text).select(".sb-joint-point").eachAttr("id").getLast();
        norway.submit(
                norway.get(text + "/point/" + ukraine.substring("point-".length())),
                "minutes",
                "25");
        awaits(eu, text, "25 min");
        assertThat(eu.get(text).select(".sb-notice").text()).doesNotContain("Paragraph 23");
        assertThat(eu.get(text + "/sides").select("del, ins").text()).contains("30", "25");
        takeAll(eu, text, "");
        awaits(norway, text, "No brackets left");
        assertThat(norway.get(text).text()).contains("09:50–10:15 (Brussels and Oslo)");
        seal(text);
        var note = eu.follow(eu.get(text + "/agree"), "Put it on the file: Propose the agenda");
        assertThat(note.select("[name=addresses][checked]").eachAttr("value")).contains("p23.s1");
        eu.submit(note, "agenda", note.expectFirst("[name=agenda]").text());
        awaits(norway, dialogue, "EU proposed the agenda");
        norway.submit(act(norway, "agree-agenda"), "message", "Agreed.");
        awaits(eu, dialogue, "Norway agreed the agenda");
    }

    /// @param earlier consultations whose follow-ups are open
    void consultationsPrepareItAndCarryWhatIsOpen(String earlier) {
        var ref = dialogue.substring(dialogue.lastIndexOf('/') + 1);
        var offered = eu.get(dialogue).select("#next a[href*=/open/consultation]").attr("href");
        assertThat(offered).contains("prepares=" + ref);
        var opened =
                eu.submit(
                        eu.get(offered),
                        "title",
                        "EXERCISE: consultations before the Dialogue",
                        "dates",
                        today.minusDays(3).toString());
        var consultation = URI.create(opened.location()).getPath();
        awaits(norway, consultation, "proposed dates");
        for (var officer : List.of(eu, norway)) {
            assertThat(officer.get(consultation).select("#links").text()).contains("Prepares");
            assertThat(officer.get(dialogue).select("#links").text()).contains("Is prepared by");
            for (var meeting : List.of(dialogue, consultation)) {
                assertThat(officer.get(meeting).select("#carried").text())
                        .contains("Name a point of contact");
                assertThat(officer.get(meeting).select("#carried a[href]").eachAttr("href"))
                        .anyMatch(link -> link.startsWith(earlier + "/act/report-progress?"));
            }
        }
    }

    void sixConclusionsAreNegotiatedAndSealed() {
        norway.submit(
                act(norway, "hold"),
                "level",
                "EXERCISE State Secretary",
                "held-on",
                today.minusDays(1).toString());
        awaits(eu, dialogue, "recorded that it was held");
        var text =
                path(
                        eu.submit(
                                eu.get(dialogue + "/joint-text"),
                                "title",
                                "EXERCISE: conclusions",
                                "kind",
                                "conclusions"));
        for (int i = 1; i <= CONCLUSIONS; i++) {
            eu.submit(
                    eu.get(text + "/point/new"),
                    "wording",
                    "EXERCISE. {first party} and {second party} conclude " + i + ".");
        }
        awaits(norway, text, "conclude " + CONCLUSIONS);
        var second =
                norway.get(text).select(".sb-joint-point").get(1).id().substring("point-".length());
        norway.submit(
                norway.get(text + "/point/" + second),
                "wording",
                "EXERCISE. {first party} and {second party} conclude two and a half.");
        takeAll(norway, text, second);
        awaits(eu, text, "[Norway: EXERCISE");
        takeAll(eu, text, "");
        awaits(norway, text, "No brackets left");
        seal(text);
        assertThat(norway.get(text + "/copy").select(".sb-copy li")).hasSize(CONCLUSIONS);
        var note = eu.follow(eu.get(text + "/agree"), "Put it on the file: Note the conclusions");
        eu.submit(
                note,
                "follow-ups.owner",
                "NO/UD",
                "follow-ups.what",
                "EXERCISE: report on space security",
                "follow-ups.paragraph",
                "23",
                "follow-ups.due",
                "");
        awaits(norway, dialogue, "noted conclusions");
        norway.submit(act(norway, "agree-conclusions"), "message", "Agreed.");
        awaits(eu, dialogue, "Norway agreed the conclusions");
    }

    /// A follow-up stands in the next meeting until both want it dropped; its file is not closed
    /// before.
    void aFollowUpIsCarriedOnUntilBothDropIt() {
        var next = eu.get(dialogue).select("#next a[href*=follows=]").attr("href");
        var opened =
                eu.submit(
                        eu.get(next),
                        "title",
                        "EXERCISE: consultations after the Dialogue",
                        "dates",
                        today.plusDays(60).toString());
        var after = URI.create(opened.location()).getPath();
        assertThat(eu.get(after).select("#carried tr:contains(space security)").text())
                .contains("23, Space", "Ministry of Foreign Affairs");
        awaits(norway, after, "report on space security");
        norway.submit(way(norway, after, "report-progress"), "progress", "EXERCISE: half done.");
        awaits(eu, after, "how far it is");
        eu.submit(way(eu, after, "drop-follow-up"), "why-dropped", "EXERCISE: overtaken.");
        awaits(norway, after, "EU wants it dropped");
        assertThat(norway.get(dialogue).select("#next").text()).contains("Waits until");
        norway.submit(way(norway, after, "drop-follow-up"), "why-dropped", "EXERCISE: agreed.");
        Waiting.until(
                PATIENCE,
                () -> eu.get(after).text(),
                () -> !eu.get(after).select("#carried").text().contains("space security"));
        assertThat(eu.get("/eu-norway/follow-ups?state=done").text()).contains("Dropped by both");
        norway.submit(act(norway, "close"), "remark", "EXERCISE");
    }

    private Document way(Visitor officer, String meeting, String act) {
        return officer.get(
                officer.get(meeting)
                        .select("#carried tr:contains(space security) a[href*=/" + act + "]")
                        .attr("href"));
    }

    /// Paragraph 48: one paragraph is drafted anew, point by point, in the same tool, and put on
    /// the file of the revision.
    void aParagraphIsDraftedAnew() {
        var revision =
                path(
                        eu.submit(
                                eu.get("/eu-norway/open/instrument-revision"),
                                "title",
                                "EXERCISE: paragraph 31",
                                "reasons",
                                "EXERCISE",
                                "paragraphs",
                                "31"));
        awaits(norway, revision, "EXERCISE: paragraph 31");
        norway.submit(norway.get(revision + "/act/take-up"), "message", "EXERCISE");
        awaits(eu, revision, "Send a draft text");
        var text =
                path(
                        eu.submit(
                                eu.get(revision + "/joint-text"),
                                "title",
                                "EXERCISE: paragraph 31",
                                "kind",
                                "revision"));
        eu.submit(eu.get(text + "/point/new"), "wording", "EXERCISE. 31. The parties consult.");
        awaits(norway, text, "The parties consult");
        takeAll(norway, text, "");
        awaits(eu, text, "No brackets left");
        seal(text);
        var note = eu.follow(eu.get(text + "/agree"), "Put it on the file: Send a draft text");
        assertThat(note.expectFirst("[name=new-text]").val()).contains("EXERCISE: paragraph 31");
        eu.submit(note, "mapping", "p31.s1 -> p31.s1");
        awaits(norway, revision, "sent a draft text");
        norway.submit(norway.get(revision + "/act/agree-text"), "message", "EXERCISE");
        awaits(eu, revision, "agreed the text");
    }

    /// Takes what the other party proposes, point by point.
    ///
    /// @param except a point that stays open; empty for none
    private static void takeAll(Visitor officer, String text, String except) {
        var points = new ArrayList<String>();
        for (var form : officer.get(text).select("form[action$=/accept]:has([name=of])")) {
            var point = form.expectFirst("[name=point]").val();
            if (!point.equals(except)) {
                points.add(point);
            }
        }
        for (var point : points) {
            var page = officer.get(text);
            page.select("form[action$=/accept]").stream()
                    .filter(form ->
                            form.select("[name=point]").isEmpty()
                                    || !form.select("[name=point]").val().equals(point))
                    .toList()
                    .forEach(form -> form.remove());
            if (!page.select("form[action$=/accept]").isEmpty()) {
                officer.submit(page, "of", page.expectFirst("[name=of]").val(), "how", "firm");
            }
        }
    }

    private void seal(String text) {
        for (var officer : List.of(norway, eu)) {
            Waiting.until(
                    PATIENCE,
                    () -> officer.get(text + "/agree").text(),
                    () -> officer.get(text + "/agree").selectFirst("[name=hash]") != null);
            var agree = officer.get(text + "/agree");
            officer.submit(agree, "hash", agree.expectFirst("[name=hash]").val());
        }
        for (var officer : List.of(norway, eu)) {
            awaits(officer, text, "Sealed");
        }
    }

    private Document act(Visitor officer, String act) {
        return officer.get(dialogue + "/act/" + act);
    }

    private static String path(Document page) {
        return URI.create(page.location()).getPath();
    }

    private static void awaits(Visitor officer, String path, String text) {
        Waiting.until(
                PATIENCE,
                () -> path + " does not say \"" + text + "\": " + officer.answer(path).body(),
                () -> {
                    var answer = officer.answer(path);
                    return answer.statusCode() == 200
                            && Jsoup.parse(answer.body()).text().contains(text);
                });
    }
}
