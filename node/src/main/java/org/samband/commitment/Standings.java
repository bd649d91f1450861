// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Commitment;
import org.samband.instrument.Undertaking;
import org.samband.procedure.Evidence;

/// The one place where it is decided how a commitment stands. Only the firm undertakings with a
/// cadence that is a number can be due; the graded verbs of the text are data. Source: design
/// section 5; `docs/standings.md`.
public final class Standings {
    private static final MonthDay LAST_DAY = MonthDay.of(12, 31);
    private static final List<String> TRIGGERS =
            List.of("if ", "in the event", "in case", "should ", "once ", "upon ", "when ");

    private Standings() {}

    /// The day for both parties: it is over only when it is over in the zones of both, so that both
    /// nodes come to the same standing at the same moment, also at the turn of the year.
    public static LocalDate today(Instant now, Collection<ZoneId> zones) {
        return zones.stream()
                .map(zone -> LocalDate.ofInstant(now, zone))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// @param evidence of this commitment; what is dated after today does not count yet
    /// @param today see {@link #today}
    /// @param effect the day from which the commitment is followed: that of the adoption by both
    public static Standing of(
            Commitment commitment,
            Collection<Evidence> evidence,
            LocalDate today,
            LocalDate effect) {
        var counted =
                evidence.stream()
                        .filter(one -> !one.on().isAfter(today))
                        .sorted(Evidence.EARLIEST_FIRST)
                        .toList();
        return new Reading(commitment, new Events(counted), today, effect).standing();
    }

    /// Two readings of one commitment side by side.
    ///
    /// @param rule why they can differ
    /// @return ours where both readings stand alike, else that the views differ
    public static Standing between(Standing ours, Standing theirs, CommitmentRule rule) {
        return ours.word().equals(theirs.word())
                ? ours
                : new Standing.Disputed(ours, theirs, new Why(rule, ours.why().evidence()));
    }

    /// What counts, earliest first.
    private record Events(List<Evidence> all) {

        List<Evidence> of(EventKind kind) {
            return all.stream().filter(one -> EventKind.of(one.type()) == kind).toList();
        }

        Optional<Evidence> last(EventKind kind) {
            var found = of(kind);
            return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
        }

        List<Evidence> activity() {
            return all.stream().filter(one -> EventKind.of(one.type()).showsActivity()).toList();
        }
    }

    private record Reading(
            Commitment commitment, Events events, LocalDate today, LocalDate effect) {

        Standing standing() {
            var suspended = events.last(EventKind.SUSPENDED);
            var resumed = events.last(EventKind.RESUMED);
            if (suspended.isPresent()
                    && (resumed.isEmpty() || resumed.get().on().isBefore(suspended.get().on()))) {
                return new Standing.Suspended(
                        suspended.get().act(), why(CommitmentRule.SUSPENDED, suspended.get()));
            }
            if (commitment.frame()) {
                return new Standing.Established(effect, why(CommitmentRule.FRAME));
            }
            if (commitment.negative()) {
                return new Standing.Quiet(effect, why(CommitmentRule.ABSTAINING));
            }
            return byUndertaking(commitment.undertaking());
        }

        private Standing byUndertaking(Undertaking undertaking) {
            return switch (undertaking) {
                case MAY_WHERE_APPROPRIATE ->
                        use(CommitmentRule.MAY_UNUSED, CommitmentRule.MAY_USED);
                case IS_WELCOME_TO ->
                        use(CommitmentRule.WELCOME_UNUSED, CommitmentRule.WELCOME_USED);
                case WILL_EXPLORE, WILL_CONSIDER -> exploration();
                case AIM_TO -> activity(CommitmentRule.AIM_ACTIVE, CommitmentRule.AIM_QUIET);
                case WILL, TAKES_PLACE, ARE_TO, HAVE_DECIDED, ARE_COMMITTED_TO -> firm();
            };
        }

        private Standing firm() {
            if (dependsOnSomething()) {
                return conditional();
            }
            return switch (Cadence.of(commitment.cadence())) {
                case ANNUAL -> annual();
                case EACH_EDITION -> editions();
                case REGULAR ->
                        activity(CommitmentRule.REGULAR_ACTIVE, CommitmentRule.REGULAR_QUIET);
                case OTHER ->
                        activity(
                                CommitmentRule.OTHER_CADENCE_ACTIVE,
                                CommitmentRule.OTHER_CADENCE_QUIET);
                case NONE -> withoutTime();
            };
        }

        private Standing withoutTime() {
            if (commitment.undertaking() == Undertaking.HAVE_DECIDED) {
                return new Standing.Established(effect, why(CommitmentRule.DECIDED));
            }
            if (commitment.undertaking() == Undertaking.ARE_COMMITTED_TO) {
                return activity(CommitmentRule.COMMITTED_ACTIVE, CommitmentRule.COMMITTED_QUIET);
            }
            if (commitment.undertaking() == Undertaking.ARE_TO && said(commitment.condition())) {
                return use(
                        CommitmentRule.AS_APPROPRIATE_UNUSED, CommitmentRule.AS_APPROPRIATE_USED);
            }
            if (commitment.verb().toLowerCase(Locale.ROOT).endsWith(" establish")) {
                return establishment();
            }
            return activity(CommitmentRule.ACTIVE, CommitmentRule.QUIET);
        }

        private static boolean said(@Nullable String words) {
            return words != null && !words.isBlank();
        }

        /// "As appropriate" softens and is no condition that could come about.
        private boolean dependsOnSomething() {
            var condition = commitment.condition();
            return condition != null
                    && TRIGGERS.stream()
                            .anyMatch(condition.strip().toLowerCase(Locale.ROOT)::startsWith);
        }

        private Standing conditional() {
            var done = events.activity();
            if (!done.isEmpty()) {
                return new Standing.Active(
                        done.getLast().on(),
                        why(CommitmentRule.CONDITION_ANSWERED, done.getLast()));
            }
            return events.last(EventKind.CALLS)
                    .<Standing>map(call ->
                            new Standing.Due(
                                    Optional.empty(),
                                    why(CommitmentRule.CONDITION_CAME_ABOUT, call)))
                    .orElseGet(() -> new Standing.NotTriggered(why(CommitmentRule.CONDITION_OPEN)));
        }

        /// Once per calendar year. The year of the effect is due and, not being whole, never
        /// missing.
        private Standing annual() {
            var last = events.last(EventKind.TOOK_PLACE);
            var year = today.getYear();
            if (last.isPresent() && last.get().on().getYear() == year) {
                return new Standing.Kept(
                        last.get().on(),
                        Optional.of(LAST_DAY.atYear(year + 1)),
                        why(CommitmentRule.ANNUAL_KEPT, last.get()));
            }
            var firstMissing =
                    Math.max(
                            effect.getYear() + 1,
                            last.map(one -> one.on().getYear() + 1).orElse(Integer.MIN_VALUE));
            var decided = last.map(List::of).orElse(List.of());
            return firstMissing < year
                    ? new Standing.Overdue(
                            LAST_DAY.atYear(firstMissing),
                            new Why(CommitmentRule.ANNUAL_OVERDUE, decided))
                    : new Standing.Due(
                            Optional.of(LAST_DAY.atYear(year)),
                            new Why(CommitmentRule.ANNUAL_DUE, decided));
        }

        /// An edition and its invitation stand in one dossier.
        private Standing editions() {
            var took = events.of(EventKind.TOOK_PLACE);
            var answered = new HashSet<>(took.stream().map(Evidence::dossier).toList());
            var open =
                    events.of(EventKind.CALLS).stream()
                            .filter(call -> !answered.contains(call.dossier()))
                            .toList();
            if (!open.isEmpty()) {
                return new Standing.Due(
                        Optional.empty(), new Why(CommitmentRule.EDITION_OPEN, open));
            }
            return took.isEmpty()
                    ? new Standing.NotTriggered(why(CommitmentRule.NO_EDITION))
                    : new Standing.Kept(
                            took.getLast().on(),
                            Optional.empty(),
                            why(CommitmentRule.EDITION_KEPT, took.getLast()));
        }

        /// This calendar year and the last one hold the latest round between two Dialogues.
        private Standing activity(CommitmentRule active, CommitmentRule quiet) {
            var done = events.activity();
            if (done.isEmpty()) {
                return new Standing.Quiet(effect, why(quiet));
            }
            var last = done.getLast();
            return last.on().getYear() >= today.getYear() - 1
                    ? new Standing.Active(last.on(), why(active, last))
                    : new Standing.Quiet(last.on(), why(quiet, last));
        }

        private Standing exploration() {
            var result = events.last(EventKind.RESULT);
            if (result.isPresent()) {
                return new Standing.Explored(
                        result.get().title(),
                        result.get().on(),
                        why(CommitmentRule.RESULT_FOUND, result.get()));
            }
            var done = events.activity();
            return done.isEmpty()
                    ? new Standing.Quiet(effect, why(CommitmentRule.NOT_TAKEN_UP))
                    : new Standing.UnderExploration(
                            done.getFirst().on(), new Why(CommitmentRule.TAKEN_UP, done));
        }

        private Standing use(CommitmentRule unused, CommitmentRule used) {
            var done = events.activity();
            return done.isEmpty()
                    ? new Standing.NotTriggered(why(unused))
                    : new Standing.Used(
                            (int) done.stream().map(Evidence::dossier).distinct().count(),
                            done.getLast().on(),
                            new Why(used, done));
        }

        private Standing establishment() {
            var established = events.of(EventKind.ESTABLISHED);
            return established.isEmpty()
                    ? activity(CommitmentRule.ACTIVE, CommitmentRule.TO_BE_ESTABLISHED)
                    : new Standing.Established(
                            established.getFirst().on(),
                            why(CommitmentRule.ESTABLISHED, established.getFirst()));
        }

        private static Why why(CommitmentRule rule, Evidence... evidence) {
            return new Why(rule, List.of(evidence));
        }
    }
}
