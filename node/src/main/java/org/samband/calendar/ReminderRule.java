// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import org.samband.act.Rule;

/// Why a choice about reminders is refused.
public enum ReminderRule implements Rule {
    NO_ADDRESS(
            "CAL-01",
            "RFC 5321, section 4.1.2",
            "“{typed}” is no e-mail address; write it as name@example.org, with at most 254"
                    + " characters."),
    NO_HOUR("CAL-02", "design section 1", "The hour is a whole number from 0 to 23."),
    NOT_TO_BE_SHOWN(
            "CAL-03",
            "design section 6",
            "What is marked so does not leave this node for calendars; choose one of the values"
                    + " offered."),
    NO_ANSWER(
            "CAL-04",
            "RFC 5546, sections 3.2.3 and 3.2.7",
            "The file is no answer that can be read: take the .ics file that a calendar wrote as a"
                    + " reply or counter-proposal, of at most 64 KiB."),
    OTHER_MEETING(
            "CAL-05",
            "RFC 5546, section 2.1.4",
            "The file answers another meeting: give it to the dossier of that one."),
    NO_ORGANIZER(
            "CAL-06",
            "RFC 5546, section 3.2.2",
            "An invitation names who invites: give your e-mail address on the page of reminders"
                    + " first."),
    ATTENDEES(
            "CAL-07",
            "RFC 5546, section 3.2.2",
            "Write one to {most} e-mail addresses of those who are invited."),
    HOURS(
            "CAL-08",
            "RFC 5545, section 3.3.5",
            "Write both times as 09:30, the end after the beginning, or leave both empty for the"
                    + " whole day."),
    NOT_HANDED_OVER(
            "CAL-09",
            "RFC 6047, section 2",
            "The mail server did not take the invitation, and nobody has it: try again later, or"
                    + " download the file and send it yourself.");

    private final String id;
    private final String source;
    private final String sentence;

    ReminderRule(String id, String source, String sentence) {
        this.id = id;
        this.source = source;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
