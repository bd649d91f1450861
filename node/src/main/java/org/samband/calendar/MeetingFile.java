// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierState;
import org.samband.procedure.Field;
import org.samband.procedure.TypedFields;

/// The meeting of a dossier as calendars exchange it: the day that both parties agreed, or that it
/// was called off. UID and SEQUENCE follow from the dossier alone, so a further file changes the
/// entry that the first one made. Source: RFC 5546, sections 2.1.4 and 3.2.
///
/// @param uid the same for the same dossier on both nodes
/// @param sequence grows with each act that moved the dossier
/// @param on the agreed day
/// @param cancelled whether the matter ended without having taken place
public record MeetingFile(String uid, int sequence, LocalDate on, boolean cancelled) {

    /// Empty while no day is agreed, and for a matter that has none.
    public static Optional<MeetingFile> of(Dossier dossier) {
        var state = dossier.state();
        var ended = state.state().last();
        return day(state).map(day -> new MeetingFile(uid(dossier), sequence(state), day, ended));
    }

    public static String uid(Dossier dossier) {
        return dossier.partnership() + "-" + dossier.ref() + "@samband";
    }

    private static int sequence(DossierState state) {
        return (int)
                        state.acts().stream()
                                .filter(DossierState.Folded::effective)
                                .filter(one ->
                                        state.procedure()
                                                .act(one.act().act())
                                                .filter(form -> form.moves())
                                                .isPresent())
                                .count()
                - 1;
    }

    /// What stands in the field of one date that says when the matter takes place; empty once it
    /// did.
    private static Optional<LocalDate> day(DossierState state) {
        var held =
                state.acts().stream()
                        .filter(DossierState.Folded::effective)
                        .flatMap(one -> state.procedure().act(one.act().act()).stream())
                        .flatMap(form -> form.evidence().stream())
                        .anyMatch(evidence -> evidence.date().isPresent());
        return state.procedure().states().stream()
                .filter(_ -> !held)
                .flatMap(one -> one.day().stream())
                .distinct()
                .filter(name ->
                        state.procedure()
                                .field(name)
                                .filter(field -> field.type() == Field.Type.DATE)
                                .isPresent())
                .flatMap(name -> state.value(name).stream())
                .flatMap(value -> TypedFields.day(String.valueOf(value)).stream())
                .findFirst();
    }

    /// `REQUEST` or `CANCEL`.
    public String method() {
        return cancelled ? "CANCEL" : "REQUEST";
    }

    /// Who meets, and when.
    ///
    /// @param organizer address of the officer
    /// @param attendees addresses of those who are invited
    /// @param hours empty for the whole day
    public record Call(String organizer, List<String> attendees, Optional<MeetingHours> hours) {
        public Call {
            attendees = List.copyOf(attendees);
        }
    }

    /// A REQUEST or CANCEL for calendars.
    public String text(Instant now, Call call, String summary, String link) {
        var lines = new ICalendar.Lines();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Samband//Samband//EN");
        lines.add("METHOD:" + method());
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + uid);
        lines.add("SEQUENCE:" + sequence);
        lines.add("DTSTAMP:" + ICalendar.moment(now));
        lines.add(
                call.hours()
                        .map(hours -> "DTSTART:" + ICalendar.moment(hours.begins(on)))
                        .orElseGet(() -> "DTSTART;VALUE=DATE:" + ICalendar.day(on)));
        lines.add(
                call.hours()
                        .map(hours -> "DTEND:" + ICalendar.moment(hours.ends(on)))
                        .orElseGet(() -> "DTEND;VALUE=DATE:" + ICalendar.day(on.plusDays(1))));
        lines.add("ORGANIZER:mailto:" + call.organizer());
        for (var attendee : call.attendees()) {
            lines.add("ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:" + attendee);
        }
        lines.add("SUMMARY:" + ICalendar.escaped(summary));
        lines.add("URL:" + link);
        lines.add("STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        lines.add("END:VEVENT");
        lines.add("END:VCALENDAR");
        return lines.text();
    }
}
