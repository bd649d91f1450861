// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samband.parties.Area;
import org.samband.procedure.FollowUpLine;
import org.samband.procedure.Subject;

/// Something that an agenda can take up, and why: worked out from what is on record. Source: SDP
/// paragraphs 11, 23 and 47.
///
/// @param key stays the same as long as the reason is there: `standing-p23.s1`
/// @param paragraph number of the paragraph or item that it serves; empty for a follow-up that
///   names none
/// @param commitment that it is about
/// @param area of cooperation that it is about
/// @param followUp that it is about
public record AgendaItem(
        String key,
        Reason reason,
        String paragraph,
        Optional<LivingCommitment> commitment,
        Optional<Area> area,
        Optional<FollowUpLine> followUp) {

    /// Why it is there, in the order of an agenda.
    public enum Reason {
        /// The text wants it named each time.
        STANDING,
        /// It is due or outstanding.
        DUE,
        /// The parties read it, or its evidence, differently.
        DIFFERS,
        /// Agreed and not reported done.
        FOLLOW_UP,
        /// An exploration that has not led to a result.
        EXPLORATION,
        /// Nothing is recorded of late in an area: its review is for the Dialogue.
        REVIEW;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether an agenda begins with it.
        public boolean proposed() {
            return this != EXPLORATION && this != REVIEW;
        }
    }

    /// @param followUps that the officer may see
    /// @param procedure short name, by which the profile says what is to be named each time
    public static List<AgendaItem> of(
            LivingText text, List<FollowUpLine> followUps, String procedure) {
        var items = new ArrayList<AgendaItem>();
        var standing =
                Subject.standingItems(text.profile(), procedure).stream()
                        .map(Subject::commitment)
                        .toList();
        standing.forEach(
                id -> text.commitment(id).ifPresent(one -> items.add(of(Reason.STANDING, one))));
        for (var one : text.commitments()) {
            if (!standing.contains(one.id())) {
                reason(one).ifPresent(reason -> items.add(of(reason, one)));
            }
        }
        followUps.stream()
                .filter(line -> line.followUp().open())
                .forEach(line -> items.add(of(line)));
        text.profile().areas().stream()
                .filter(Area::cooperation)
                .filter(area -> isQuiet(text.in(area)))
                .forEach(area ->
                        items.add(
                                new AgendaItem(
                                        "review-" + area.shortName(),
                                        Reason.REVIEW,
                                        "47",
                                        Optional.empty(),
                                        Optional.of(area),
                                        Optional.empty())));
        return items.stream().sorted(Comparator.comparing(AgendaItem::reason)).toList();
    }

    private static AgendaItem of(Reason reason, LivingCommitment one) {
        return new AgendaItem(
                reason.word() + "-" + one.id(),
                reason,
                Subject.paragraph(one.id()),
                Optional.of(one),
                one.area(),
                Optional.empty());
    }

    private static AgendaItem of(FollowUpLine line) {
        return new AgendaItem(
                Reason.FOLLOW_UP.word() + "-" + line.followUp().id(),
                Reason.FOLLOW_UP,
                line.followUp().paragraph().orElse(""),
                Optional.empty(),
                Optional.empty(),
                Optional.of(line));
    }

    private static Optional<Reason> reason(LivingCommitment one) {
        return one.shown()
                .map(LivingCommitment.Shown::standing)
                .flatMap(standing ->
                        Optional.ofNullable(
                                switch (standing) {
                                    case Standing.Due _, Standing.Overdue _ -> Reason.DUE;
                                    case Standing.Disputed _ -> Reason.DIFFERS;
                                    case Standing.UnderExploration _ -> Reason.EXPLORATION;
                                    default -> null;
                                }));
    }

    /// Nothing that an officer may see of an area shows activity, and something is to be seen.
    private static boolean isQuiet(List<LivingCommitment> commitments) {
        var shown = commitments.stream().flatMap(one -> one.shown().stream()).toList();
        return !shown.isEmpty()
                && shown.stream()
                        .map(LivingCommitment.Shown::standing)
                        .allMatch(standing ->
                                standing instanceof Standing.Quiet
                                        || standing instanceof Standing.NotTriggered);
    }
}
