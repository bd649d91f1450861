// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/// Until when something is expected in a dossier, and who or what says so. No state depends on it.
///
/// @param on the day, in the zone
/// @param until the moment at which it is over: of a day its end in the zone
/// @param toTheHour whether the moment counts, and not the day
/// @param zone of the party whose act began it
/// @param source where the period comes from; empty where a party named the day
public record Deadline(
        LocalDate on, Instant until, boolean toTheHour, ZoneId zone, Origin origin, String source) {

    /// Who says so. Source: design section 5, "Deadlines say where they come from".
    public enum Origin {
        /// The text of the instrument.
        TEXT,
        /// Both parties agreed it: in a Dialogue or another meeting.
        AGREED,
        /// One party wishes it.
        ASKED,
        /// Our party set it for itself; the counterpart is never told.
        OWN_TARGET;

        /// The word in tables and for the sentences: `own-target`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Origin of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
