// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.commitment.LivingCommitment;
import org.samband.procedure.Opening;

/// A meeting that the cadence wants and that nobody has begun, with the day that is proposed for
/// it.
///
/// @param last when it last took place
/// @param opening how it is opened
/// @param wanted the day from which the plan started
/// @param passed days between that one and the proposed one, with what speaks against them
/// @param on the proposed day
/// @param beside what is near it
public record PlannedMeeting(
        LivingCommitment commitment,
        Optional<LocalDate> last,
        Opening opening,
        LocalDate wanted,
        List<Passed> passed,
        LocalDate on,
        List<Conflict> beside) {

    /// A day that the plan passed over.
    public record Passed(LocalDate day, List<Conflict> why) {
        public Passed {
            why = List.copyOf(why);
        }
    }

    public PlannedMeeting {
        passed = List.copyOf(passed);
        beside = List.copyOf(beside);
    }
}
