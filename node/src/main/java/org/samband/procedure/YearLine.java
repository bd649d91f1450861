// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;

/// One thing in the timeline of a year.
///
/// @param on the day as the parties wrote it; of an opening the day at this node
/// @param party code of the party that did it or is expected to do it; empty for both
/// @param what in words: "held the Dialogue"; what is due, of a follow-up; else empty
/// @param procedure title of the dossier's procedure
/// @param area short name; empty for none
public record YearLine(
        LocalDate on,
        Kind kind,
        String party,
        Bilingual what,
        ActRef dossier,
        Bilingual procedure,
        String title,
        String area,
        Marking marking) {

    /// What it is.
    public enum Kind {
        /// A dossier was opened.
        OPENED,
        /// Something took place or was done, as an act proves it.
        DONE,
        /// It takes place, as announced or agreed.
        AGREED,
        /// It was proposed and not agreed.
        PROPOSED,
        /// An answer is wanted until then.
        ANSWER,
        /// A period ends that the procedure declares.
        CLOCK,
        /// The parties want to look at the matter again; nothing is due.
        REMINDER,
        /// A follow-up is due.
        FOLLOW_UP
    }
}
