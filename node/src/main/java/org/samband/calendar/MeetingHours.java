// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;

/// From when to when a meeting takes on its day. Calendars get both as moments in UTC and show them
/// in the zone of whoever looks. Source: RFC 5545, section 3.3.5, form 2.
///
/// @param to after from, on the same day
/// @param zone in which both were typed
public record MeetingHours(LocalTime from, LocalTime to, ZoneId zone) {

    Instant begins(LocalDate on) {
        return on.atTime(from).atZone(zone).toInstant();
    }

    Instant ends(LocalDate on) {
        return on.atTime(to).atZone(zone).toInstant();
    }

    /// Empty where nothing is typed: then the meeting takes its day.
    public static Outcome<Optional<MeetingHours>> of(String from, String to, ZoneId zone) {
        if (from.isBlank() && to.isBlank()) {
            return Outcome.accepted(Optional.empty());
        }
        try {
            var hours =
                    new MeetingHours(
                            LocalTime.parse(from.strip()), LocalTime.parse(to.strip()), zone);
            if (hours.to().isAfter(hours.from())) {
                return Outcome.accepted(Optional.of(hours));
            }
        } catch (DateTimeException _) {
            // Said below, as for an end that is not after its beginning.
        }
        return Outcome.refused(Refusal.at(ReminderRule.HOURS, "from"));
    }
}
