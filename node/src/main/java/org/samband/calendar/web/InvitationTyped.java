// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.calendar.MeetingFile;
import org.samband.calendar.MeetingHours;
import org.samband.calendar.ReminderRule;
import org.samband.calendar.Reminders;

/// What an officer types to invite.
///
/// @param attendees addresses, parted by lines, commas or blanks
/// @param from time of the day, `09:30`; both empty for the whole day
public record InvitationTyped(String attendees, String from, String to) {
    static final InvitationTyped NOTHING = new InvitationTyped("", "", "");

    private static final int MOST_ATTENDEES = 20;

    List<String> invited() {
        return Arrays.stream(attendees.split("[\\s,;]+", -1))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /// @param organizer address of the officer; empty where none was given
    Outcome<MeetingFile.Call> call(String organizer, java.time.ZoneId zone) {
        var invited = invited();
        return wrong(organizer, invited)
                .map(Outcome::<MeetingFile.Call>refused)
                .orElseGet(() ->
                        MeetingHours.of(from, to, zone)
                                .then(hours ->
                                        Outcome.accepted(
                                                new MeetingFile.Call(organizer, invited, hours))));
    }

    private static Optional<Refusal> wrong(String organizer, List<String> invited) {
        if (organizer.isEmpty()) {
            return Optional.of(Refusal.of(ReminderRule.NO_ORGANIZER));
        }
        if (invited.isEmpty() || invited.size() > MOST_ATTENDEES) {
            return Optional.of(
                    Refusal.at(ReminderRule.ATTENDEES, "attendees").with("most", MOST_ATTENDEES));
        }
        return invited.stream()
                .filter(one -> !Reminders.isAddress(one))
                .findFirst()
                .map(one -> Refusal.at(ReminderRule.NO_ADDRESS, "attendees").typed(one));
    }
}
