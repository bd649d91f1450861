// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.Optional;
import org.samband.procedure.ActRef;

/// Where a commitment stands on a day: a pure function of the commitment, its evidence and that
/// day, see {@link Standings}. The instrument is political: a commitment is kept, open or
/// outstanding, and nothing more is said. Source: design section 5.
public sealed interface Standing {

    /// The rule and the evidence that decided it.
    Why why();

    /// @param last day of the event that keeps it
    /// @param next until when it is due again; empty where no time is set
    record Kept(LocalDate last, Optional<LocalDate> next, Why why) implements Standing {}

    /// @param by the last day of the period; empty where it was called for and the text sets no
    ///   time
    record Due(Optional<LocalDate> by, Why why) implements Standing {}

    /// @param since the last day of the first whole period in which it is missing
    record Overdue(LocalDate since, Why why) implements Standing {}

    /// @param last day of the latest event
    record Active(LocalDate last, Why why) implements Standing {}

    /// Nothing is recorded of late; this is no judgement.
    ///
    /// @param since the latest event, or the day from which the commitment is followed
    record Quiet(LocalDate since, Why why) implements Standing {}

    /// @param result what the exploration led to, in the words of its dossier
    record Explored(String result, LocalDate on, Why why) implements Standing {}

    /// @param since day on which it was taken up
    record UnderExploration(LocalDate since, Why why) implements Standing {}

    /// What it depends on has not come about, or the party has not made use of it.
    record NotTriggered(Why why) implements Standing {}

    /// @param times how many dossiers made use of it, from 1
    record Used(int times, LocalDate last, Why why) implements Standing {}

    record Established(LocalDate on, Why why) implements Standing {}

    /// @param by the act by which both parties set it aside
    record Suspended(ActRef by, Why why) implements Standing {}

    /// The parties read it differently.
    ///
    /// @param ours where it stands by our reading
    /// @param theirs where it stands by the counterpart's
    record Disputed(Standing ours, Standing theirs, Why why) implements Standing {}

    /// The word in addresses, style sheets and words files: `not-triggered`.
    default String word() {
        return switch (this) {
            case Kept _ -> "kept";
            case Due _ -> "due";
            case Overdue _ -> "overdue";
            case Active _ -> "active";
            case Quiet _ -> "quiet";
            case Explored _ -> "explored";
            case UnderExploration _ -> "under-exploration";
            case NotTriggered _ -> "not-triggered";
            case Used _ -> "used";
            case Established _ -> "established";
            case Suspended _ -> "suspended";
            case Disputed _ -> "disputed";
        };
    }
}
