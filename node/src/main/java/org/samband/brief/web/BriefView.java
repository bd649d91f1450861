// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.samband.brief.Brief;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.web.StandingWords;
import org.samband.parties.Area;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.FollowUp;
import org.samband.web.Words;

/// How the page and the file say a brief.
///
/// @param made when it was made
public record BriefView(Profile profile, PartyCode own, Instant made, Words words) {

    /// Paragraphs under a heading of a topic.
    ///
    /// @param nothing whether its one line says that there is nothing
    public record Part(String heading, List<String> lines, boolean nothing) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    public String party(PartyCode code) {
        return profile.said(code, words.language());
    }

    public String area(Brief.Topic topic) {
        return profile.area(topic.area())
                .map(Area::name)
                .map(words::in)
                .orElse(words.of("brief.no-area"));
    }

    /// What stands about a topic, in the order in which it is read. A part without anything says
    /// so.
    public List<Part> parts(Brief.Topic topic) {
        return List.of(
                part("lines", topic.lines().stream().map(this::line).toList()),
                part("stand", topic.commitments().stream().map(this::stands).toList()),
                part("said", topic.said().stream().map(this::said).toList()),
                part(
                        "follow-ups",
                        topic.followUps().stream()
                                .sorted(Comparator.comparing(BriefView::due))
                                .map(this::followUp)
                                .toList()),
                part(
                        "facts",
                        topic.facts().stream()
                                .map(one ->
                                        words.of(
                                                "brief.fact",
                                                words.day(one.on()),
                                                one.title(),
                                                one.act()))
                                .toList()));
    }

    private Part part(String key, List<String> lines) {
        return new Part(
                words.of("brief." + key),
                lines.isEmpty() ? List.of(words.of("brief." + key + ".none")) : lines,
                lines.isEmpty());
    }

    private String line(Brief.Line line) {
        return words.of("brief.line", line.note().text(), line.dossier());
    }

    private String stands(LivingCommitment one) {
        var say = new StandingWords(words);
        var title = profile.commitments().get(one.id());
        return words.of(
                "brief.stands",
                say.reference(one),
                title == null ? "" : words.in(title),
                say.says(one));
    }

    private String said(Brief.LastWord word) {
        var said =
                words.of(
                        "brief.last",
                        words.day(word.on()),
                        party(word.by()),
                        words.in(word.did()),
                        word.title(),
                        word.act());
        return word.words().isEmpty() ? said : said + ": " + word.words();
    }

    private String followUp(FollowUp one) {
        var owner = party(new PartyCode(one.owner()));
        return one.due()
                .map(day -> words.of("brief.follow-up.due", owner, one.text(), words.day(day)))
                .orElseGet(() -> words.of("brief.follow-up", owner, one.text()));
    }

    /// What has no date comes last.
    private static LocalDate due(FollowUp one) {
        return one.due().orElse(LocalDate.MAX);
    }

    /// Where it comes from and when it was made: stands at the foot.
    public String source() {
        return words.of("paper.source", party(own), words.moment(made));
    }

    /// The name of the file, without its end.
    static String fileName(Brief brief) {
        return "brief-%s".formatted(brief.meeting().ref()).toLowerCase(Locale.ROOT);
    }
}
