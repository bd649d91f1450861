// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;
import org.samband.act.Refusal;

/// Invitations as another library reads them, and answers as calendars write them. EXERCISE.
class MeetingFileTest {
    private static final String UID = "eu-norway-EU-7@samband";
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static String written(int sequence, boolean cancelled) {
        return written(sequence, cancelled, Optional.empty());
    }

    private static String written(int sequence, boolean cancelled, Optional<MeetingHours> hours) {
        return new MeetingFile(UID, sequence, LocalDate.of(2027, 3, 12), cancelled)
                .text(
                        Instant.parse("2027-01-05T09:00:00Z"),
                        new MeetingFile.Call(
                                "desk@example.org",
                                List.of("one@example.org", "two@example.org"),
                                hours),
                        "EXERCISE; Dialogue, spring",
                        "https://node.example.org/eu-norway/dossier/EU-7");
    }

    @Test
    void anotherLibraryReadsTheInvitationAndItsChange() {
        var calendar = Biweekly.parse(written(3, false)).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        var event = calendar.getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo(UID);
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getSummary().getValue()).isEqualTo("EXERCISE; Dialogue, spring");
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("desk@example.org");
        assertThat(event.getAttendees()).hasSize(2);
        assertThat(event.getAttendees().getFirst().getRsvp()).isTrue();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
        var ended = Biweekly.parse(written(4, true)).first();
        assertThat(ended.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(ended.getEvents().getFirst().getStatus().getValue()).isEqualTo("CANCELLED");
    }

    private static Outcome<Optional<MeetingHours>> hours(String from, String to) {
        return MeetingHours.of(from, to, OSLO);
    }

    @Test
    void timesOfTheDayAreMomentsForWhoeverLooks() {
        var hours = ((Outcome.Accepted<Optional<MeetingHours>>) hours("09:30", " 16:00 ")).value();
        var event = Biweekly.parse(written(3, false, hours)).first().getEvents().getFirst();
        assertThat(event.getDateStart().getValue().toInstant())
                .isEqualTo(Instant.parse("2027-03-12T08:30:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(Instant.parse("2027-03-12T15:00:00Z"));
        assertThat(hours("", " ")).isEqualTo(Outcome.accepted(Optional.empty()));
        for (var wrong : List.of("9:30", "25:00", "half past nine", "16:00", "")) {
            assertThat(hours(wrong, "16:00"))
                    .as(wrong)
                    .isEqualTo(Outcome.refused(Refusal.at(ReminderRule.HOURS, "from")));
        }
    }

    private static Outcome<MeetingAnswer> read(String method, String uid, String... lines) {
        var text =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:"
                        + method
                        + "\r\nBEGIN:VEVENT\r\nUID:"
                        + uid
                        + "\r\n"
                        + String.join("\r\n", lines)
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return MeetingAnswer.read(text.getBytes(StandardCharsets.UTF_8), UID, OSLO);
    }

    private static MeetingAnswer accepted(Outcome<MeetingAnswer> outcome) {
        assertThat(outcome.isAccepted()).isTrue();
        return ((Outcome.Accepted<MeetingAnswer>) outcome).value();
    }

    private static void refused(ReminderRule rule, Outcome<MeetingAnswer> outcome) {
        assertThat(outcome).isEqualTo(Outcome.refused(rule));
    }

    @Test
    void aReplyIsReadWithItsComment() {
        var attendee = "ATTENDEE;CN=\"Desk: one\";PARTSTAT=DECLINED:mailto:one@example.org";
        assertThat(
                        accepted(
                                read(
                                        "REPLY",
                                        UID,
                                        attendee,
                                        "COMMENT:Not then\\, sorry",
                                        "SEQUENCE:1")))
                .isEqualTo(
                        new MeetingAnswer(
                                MeetingAnswer.Kind.DECLINED, Optional.empty(), "Not then, sorry"));
        // A line that goes on in the next one. Source: RFC 5545 section 3.1.
        assertThat(
                        accepted(
                                        read(
                                                "reply",
                                                UID,
                                                "ATTENDEE;PART\r\n STAT=ACCEPTED:mailto:a@b.no"))
                                .kind())
                .isEqualTo(MeetingAnswer.Kind.ACCEPTED);
    }

    @Test
    void anotherDayIsReadInTheZoneOfOurParty() {
        assertThat(accepted(read("COUNTER", UID, "DTSTART;VALUE=DATE:20270315")).day())
                .contains(LocalDate.of(2027, 3, 15));
        assertThat(accepted(read("COUNTER", UID, "DTSTART:20270314T233000Z")).day())
                .contains(LocalDate.of(2027, 3, 15));
        assertThat(accepted(read("COUNTER", UID, "DTSTART;TZID=Europe/Oslo:20270315T093000")).day())
                .contains(LocalDate.of(2027, 3, 15));
    }

    @Test
    void whatIsNoAnswerToThisMeetingIsRefused() {
        var said = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.no";
        refused(ReminderRule.OTHER_MEETING, read("REPLY", "other@samband", said));
        refused(ReminderRule.OTHER_MEETING, read("REPLY", UID, "UID:" + UID, said));
        refused(ReminderRule.NO_ANSWER, read("REQUEST", UID, said));
        refused(ReminderRule.NO_ANSWER, read("REPLY", UID));
        refused(ReminderRule.NO_ANSWER, read("REPLY", UID, "ATTENDEE:mailto:a@b.no"));
        refused(ReminderRule.NO_ANSWER, read("COUNTER", UID, "DTSTART:soon"));
        refused(ReminderRule.NO_ANSWER, read("COUNTER", UID, "DTSTART;VALUE=DATE:20270230"));
        refused(ReminderRule.NO_ANSWER, read("REPLY", UID, said, "BEGIN:VALARM"));
        refused(ReminderRule.NO_ANSWER, read("REPLY", UID, said, "X:1\r\n".repeat(1_001)));
        for (var bytes : List.of(new byte[0], new byte[] {(byte) 0xc3}, new byte[65 * 1_024])) {
            refused(ReminderRule.NO_ANSWER, MeetingAnswer.read(bytes, UID, OSLO));
        }
        refused(
                ReminderRule.NO_ANSWER,
                MeetingAnswer.read("hello".getBytes(StandardCharsets.UTF_8), UID, OSLO));
    }

    @Test
    void whatStandsInAPartOfTheEventIsNotOfTheEvent() {
        var alarm =
                read(
                        "REPLY",
                        UID,
                        "BEGIN:VALARM",
                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.no",
                        "END:VALARM");
        refused(ReminderRule.NO_ANSWER, alarm);
    }
}
