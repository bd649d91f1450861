// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Writes a calendar that other programs fetch. Days are days in no zone, moments are in UTC, so
/// that no time zone needs to be described. Source: RFC 5545; RFC 7986 for name and refreshing.
public final class ICalendar {
    /// Octets of a line without its end. Source: RFC 5545 section 3.1.
    private static final int LINE = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Lines lines = new Lines();

    private ICalendar() {}

    /// @param uid the same for the same day of the same matter
    /// @param moment where the hour counts; else the day counts
    public record Event(
            String uid,
            LocalDate on,
            Optional<Instant> moment,
            String summary,
            String description,
            String link) {}

    public static String of(String name, Instant now, List<Event> events) {
        var calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Samband//Samband//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("NAME:" + escaped(name));
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        events.forEach(event -> calendar.event(event, now));
        calendar.line("END:VCALENDAR");
        return calendar.lines.text();
    }

    private void event(Event event, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(event.uid()));
        line("DTSTAMP:" + MOMENT.format(now));
        line(
                event.moment()
                        .map(at -> "DTSTART:" + MOMENT.format(at))
                        .orElseGet(() -> "DTSTART;VALUE=DATE:" + DAY.format(event.on())));
        line("SUMMARY:" + escaped(event.summary()));
        if (!event.description().isEmpty()) {
            line("DESCRIPTION:" + escaped(event.description()));
        }
        line("URL:" + event.link());
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /// Source: RFC 5545 section 3.3.11.
    static String escaped(String said) {
        return said.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .codePoints()
                .filter(point -> !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void line(String content) {
        lines.add(content);
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// Lines as a calendar has them: long ones go on in the next one after a space; no letter is
    /// cut.
    static final class Lines {
        private final StringBuilder text = new StringBuilder();

        String text() {
            return text.toString();
        }

        void add(String content) {
            int octets = 0;
            for (int i = 0; i < content.length(); ) {
                int point = content.codePointAt(i);
                var letter = Character.toString(point);
                int length = letter.getBytes(StandardCharsets.UTF_8).length;
                if (octets + length > LINE) {
                    text.append("\r\n ");
                    octets = 1;
                }
                text.append(letter);
                octets += length;
                i += Character.charCount(point);
            }
            text.append("\r\n");
        }
    }
}
