// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import org.samband.calendar.Mail;
import org.samband.calendar.MeetingFile;
import org.samband.calendar.ReminderSettings;
import org.samband.calendar.Reminders;
import org.samband.parties.Officer;
import org.samband.procedure.Dossier;
import org.samband.web.Words;
import org.springframework.stereotype.Component;

/// Writes invitations, which say no more outside of the node than the officer and the operator let
/// out.
@Component
class InvitationMails {
    private final Reminders reminders;
    private final ReminderSettings settings;
    private final InstantSource clock;

    InvitationMails(Reminders reminders, ReminderSettings settings, InstantSource clock) {
        this.reminders = reminders;
        this.settings = settings;
        this.clock = clock;
    }

    /// To those who are invited, and to the officer, who keeps it so.
    Mail of(
            Dossier dossier,
            MeetingFile meeting,
            MeetingFile.Call call,
            Officer officer,
            Words words) {
        var summary = summary(dossier, officer, words);
        var link = settings.address() + "/" + dossier.partnership() + "/dossier/" + dossier.ref();
        var now = clock.instant();
        var to = new ArrayList<>(call.attendees());
        to.add(call.organizer());
        return new Mail(
                to,
                summary,
                String.join(
                        "\n",
                        words.of(
                                meeting.cancelled()
                                        ? "calendar.invitation.mail.cancels"
                                        : "calendar.invitation.mail.invites",
                                words.day(meeting.on())),
                        "",
                        link),
                now,
                Optional.of(
                        new Mail.Invitation(
                                call.organizer(),
                                meeting.method(),
                                meeting.text(now, call, summary, link))));
    }

    /// A calendar outside of the node reads the title only where the operator and the officer let
    /// feeds say it.
    private String summary(Dossier dossier, Officer officer, Words words) {
        return reminders.says(reminders.of(officer), dossier.marking())
                ? dossier.title()
                : words.of("calendar.invitation.neutral", dossier.ref());
    }
}
