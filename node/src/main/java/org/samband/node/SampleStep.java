// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.samband.parties.PartyCode;

/// One step of the sample year: an act or an own note of one officer.
///
/// @param name by which later steps speak of it
/// @param number place in the year, counted from 0
/// @param day relative to the last day of the year
/// @param party whose node plays it
/// @param account of the officer
/// @param dossier name of the step that opened the dossier or the joint text; its own name where it
///   opens a dossier
/// @param opens name by which later steps speak of the dossier that it opens at once; empty for
///   none
/// @param crosses name of the counterpart's step that it does not know of; empty for none
/// @param marking canonical text; empty for the one that the party's profile proposes
/// @param typed what the officer types
record SampleStep(
        String name,
        int number,
        int day,
        LocalTime time,
        PartyCode party,
        String account,
        String dossier,
        Deed deed,
        String opens,
        String crosses,
        String marking,
        Map<String, String> typed) {

    SampleStep {
        typed = Map.copyOf(typed);
    }

    /// What is done.
    sealed interface Deed {
        /// @param area empty for that of the procedure
        record Open(String procedure, String title, String area) implements Deed {}

        record Act(String act) implements Deed {}

        record Note(String text) implements Deed {}

        /// In a joint text.
        ///
        /// @param what `open`, or a move, see {@link SampleTexts}
        record Text(String what) implements Deed {}
    }

    /// When the step is played, by the clock of its node. The number makes it unlike that of every
    /// other step, so that an entry shows which step it is.
    Instant moment(LocalDate lastDay) {
        return lastDay.plusDays(day).atTime(time).toInstant(ZoneOffset.UTC).plusMillis(number);
    }

    /// Whether it never leaves its node.
    boolean isNote() {
        return deed instanceof Deed.Note || (deed instanceof Deed.Text && typed.containsKey("own"));
    }
}
