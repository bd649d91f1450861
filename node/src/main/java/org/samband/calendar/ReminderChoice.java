// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.OfficerId;

/// What an officer has chosen about reminders. Without a choice nothing leaves the node.
///
/// @param feedSince when the address of the feed was made; empty where there is none
/// @param shows marking up to which the feed says what is due; empty: only that something is
/// @param mail address for the e-mail about what is due; empty for none
/// @param weekly whether it comes once a week, on Monday or as soon after as it can; else daily
/// @param hour of the day at which it is sent, 0 to 23, in the zone of the officer's party
/// @param digestOn day of the last one
public record ReminderChoice(
        OfficerId officer,
        Optional<Instant> feedSince,
        Optional<Marking> shows,
        String mail,
        boolean weekly,
        int hour,
        Optional<LocalDate> digestOn) {
    static final int USUAL_HOUR = 7;

    static ReminderChoice none(OfficerId officer) {
        return new ReminderChoice(
                officer,
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                USUAL_HOUR,
                Optional.empty());
    }

    /// Whether the e-mail of a day, or of its week, has not been sent.
    boolean waits(LocalDate today) {
        var since = weekly ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : today;
        return digestOn.filter(last -> !last.isBefore(since)).isEmpty();
    }
}
