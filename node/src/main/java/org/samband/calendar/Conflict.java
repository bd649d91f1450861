// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.samband.parties.Bilingual;
import org.samband.procedure.ActRef;

/// What speaks against a day for a meeting.
///
/// @param party code of the party whose holiday it is; empty for both
/// @param what name of the holiday, or title of the other meeting
/// @param on day of the other meeting
/// @param dossier of the other meeting
public record Conflict(
        Kind kind, String party, Bilingual what, LocalDate on, Optional<ActRef> dossier) {

    public enum Kind {
        WEEKEND,
        HOLIDAY,
        /// Another meeting on that day.
        MEETING,
        /// Another meeting at most two days away: the same people travel.
        NEIGHBOUR;

        /// As in keys of words.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Whether the plan passes over the day for it.
    public boolean bars() {
        return kind != Kind.NEIGHBOUR;
    }
}
