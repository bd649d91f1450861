// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.List;
import org.samband.act.Refusal;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.Standing;
import org.samband.parties.Profile;
import org.samband.procedure.Evidences;
import org.samband.web.Words;

/// How a standing is said on pages: in a word, in a letter, in a sentence and in a tone, so that no
/// page depends on the colour alone.
public record StandingWords(Words words) {

    /// The words of all standings, in the order of the legend.
    public static final List<String> ALL =
            List.of(
                    "kept",
                    "due",
                    "overdue",
                    "active",
                    "quiet",
                    "under-exploration",
                    "explored",
                    "not-triggered",
                    "used",
                    "established",
                    "suspended",
                    "disputed");

    /// Tone of pills and cells by word of the standing.
    public static String tone(String word) {
        return switch (word) {
            case "kept", "active", "explored", "established", "used" -> "success";
            case "due", "under-exploration" -> "info";
            case "overdue" -> "danger";
            case "disputed", "suspended" -> "warning";
            default -> "neutral";
        };
    }

    /// One letter of the legend.
    public String letter(String word) {
        return words.of("commitment.letter." + word);
    }

    /// One or two words.
    public String label(String word) {
        return words.of("commitment.standing." + word);
    }

    /// Paragraph as printed, with the sentence from the second one on: `13 s. 2`.
    public String reference(LivingCommitment commitment) {
        return reference("short", commitment);
    }

    /// `Commitment of paragraph 13, sentence 2`.
    public String title(LivingCommitment commitment) {
        return words.of("commitment.one.title", reference("long", commitment));
    }

    /// `Paragraph 11.3: Annual Security and Defence Dialogue`; without the title that a profile
    /// does not give.
    public String title(Profile profile, LivingCommitment commitment) {
        var title = profile.commitments().get(commitment.id());
        return title == null
                ? title(commitment)
                : words.of("commitment.one.named", reference("long", commitment), words.in(title));
    }

    private String reference(String form, LivingCommitment commitment) {
        var said = commitment.commitment();
        return said.sentence() == 1
                ? said.paragraph()
                : words.of("commitment.reference." + form, said.paragraph(), said.sentence());
    }

    /// With its day or number.
    public String says(LivingCommitment commitment) {
        return commitment.shown().map(one -> says(one.standing())).orElse(label("hidden"));
    }

    public String says(Standing standing) {
        return switch (standing) {
            case Standing.Kept(var last, var next, _) ->
                    next.map(by -> said("kept-next", words.shortDay(last), words.shortDay(by)))
                            .orElseGet(() -> said("kept", words.shortDay(last)));
            case Standing.Due(var by, _) ->
                    by.map(day -> said("due", words.shortDay(day)))
                            .orElseGet(() -> said("due-open"));
            case Standing.Overdue(var since, _) -> said("overdue", words.shortDay(since));
            case Standing.Active(var last, _) -> said("active", words.shortDay(last));
            case Standing.Quiet(var since, var why) ->
                    why.evidence().isEmpty()
                            ? label("quiet")
                            : said("quiet", words.shortDay(since));
            case Standing.Explored(var result, var on, _) ->
                    said("explored", words.shortDay(on), result);
            case Standing.UnderExploration(var since, _) ->
                    said("under-exploration", words.shortDay(since));
            case Standing.NotTriggered _ -> label("not-triggered");
            case Standing.Used(var times, var last, _) ->
                    times < Evidences.MOST
                            ? words.count("commitment.says.used", times, words.shortDay(last))
                            : words.of("commitment.says.used.least", times, words.shortDay(last));
            case Standing.Established(var on, var why) ->
                    why.evidence().isEmpty()
                            ? label("established")
                            : said("established", words.shortDay(on));
            case Standing.Suspended(var by, _) -> said("suspended", by);
            case Standing.Disputed(var ours, var theirs, _) ->
                    said("disputed", says(ours), says(theirs));
        };
    }

    private String said(String key, Object... facts) {
        return words.of("commitment.says." + key, facts);
    }

    /// What an event was. A type without words of its own is said by the last word, which stands in
    /// the table of `docs/standings.md`: the dossier beside it says of what.
    public String event(String type) {
        var key = "commitment.event." + type;
        var said = words.of(key);
        if (!said.equals(key)) {
            return said;
        }
        var last =
                type.endsWith("carried-out")
                        ? "carried-out"
                        : type.substring(type.lastIndexOf('-') + 1);
        return words.of("commitment.happened." + last);
    }

    /// The rule that decided it, in a sentence.
    public String rule(Standing standing) {
        return words.refusal(Refusal.of(standing.why().rule()));
    }
}
