// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.samband.parties.PartyCode;

/// Something that the parties said in a dossier will be done. It stands open, in every meeting that
/// follows, until one party reports it done or both want it dropped. Source: SDP paragraph 11,
/// fourth item; spec/procedure/README.md, "Follow-ups".
///
/// @param id number of the act that noted it and its place there, counted from 1: `EU-17.1`
/// @param owner code of the party that will do it
/// @param authority code of the authority of that party that will do it; empty where none was named
/// @param paragraph of the instrument that it serves: `23`, `11.3`; empty where none was named
/// @param due empty where no date was agreed: then it is never overdue
/// @param agreed whether it stands: noted by an act that needs no agreement, or agreed by both
/// @param reports what was said about it since, oldest first
public record FollowUp(
        String id,
        String owner,
        Optional<String> authority,
        String text,
        Optional<String> paragraph,
        Optional<LocalDate> due,
        boolean agreed,
        List<Report> reports) {

    /// What an act says about a follow-up.
    public enum Step {
        /// How far it is.
        PROGRESS,
        DONE,
        /// The party wants it dropped; it is once both do.
        DROP,
        /// The party wants it kept: a wish to drop it that stood before falls.
        KEEP;

        /// The word in procedure files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// @param by the act that says it
    /// @param on when that act was made
    public record Report(Step step, ActRef by, Instant on) {

        /// As a table holds it: `drop NO-12 2027-03-12T09:00:00Z`.
        String toText() {
            return step.word() + " " + by + " " + on;
        }

        static Report of(String text) {
            var parts = text.split(" ", -1);
            return new Report(
                    Step.of(parts[0]), ActRef.of(parts[1]).orElseThrow(), Instant.parse(parts[2]));
        }
    }

    public FollowUp {
        reports = List.copyOf(reports);
    }

    /// Whether one of these acts noted it.
    boolean isOf(Set<ActRef> acts) {
        return acts.stream().anyMatch(act -> id.startsWith(act + "."));
    }

    FollowUp withoutContent() {
        return new FollowUp(
                id,
                owner,
                Optional.empty(),
                Recall.HIDDEN,
                Optional.empty(),
                Optional.empty(),
                agreed,
                reports);
    }

    /// The act that reported it done.
    public Optional<ActRef> done() {
        return last().filter(report -> report.step() == Step.DONE).map(Report::by);
    }

    /// The act by which the second of both parties wanted it dropped.
    public Optional<ActRef> dropped() {
        return last().filter(report -> report.step() == Step.DROP)
                .filter(_ -> dropping().size() == 2)
                .map(Report::by);
    }

    /// The parties that want it dropped.
    public Set<PartyCode> dropping() {
        var parties = new java.util.TreeSet<PartyCode>();
        for (var report : reports) {
            if (report.step() == Step.DROP) {
                parties.add(report.by().party());
            } else if (report.step() == Step.KEEP) {
                parties.clear();
            }
        }
        return parties;
    }

    /// One party wants it dropped and waits for the other.
    public boolean dropAsked() {
        return open() && dropping().size() == 1;
    }

    private Optional<Report> last() {
        return reports.isEmpty() ? Optional.empty() : Optional.of(reports.getLast());
    }

    public boolean settled() {
        return done().isPresent() || dropped().isPresent();
    }

    public boolean open() {
        return agreed && !settled();
    }
}
