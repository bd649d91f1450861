// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A calendar as other programs read it, read here from the text of RFC 5545 alone. EXERCISE.
class ICalendarTest {
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private static ICalendar.Event event(String summary, Optional<Instant> moment) {
        return new ICalendar.Event(
                "a@samband",
                LocalDate.of(2027, 3, 28),
                moment,
                summary,
                "",
                "https://samband.example.org/");
    }

    private static String written(ICalendar.Event... events) {
        return ICalendar.of("Samband", NOW, List.of(events));
    }

    /// Source: RFC 5545 section 3.1: a line goes on after a line end and one space.
    private static List<String> lines(String text) {
        return Arrays.asList(text.replace("\r\n ", "").split("\r\n", -1));
    }

    private static String value(String text, String name) {
        return lines(text).stream()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }

    /// Source: RFC 5545 section 3.3.11.
    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\') {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                assertThat(letter).isNotIn(',', ';', '\r', '\n');
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    @Test
    void everyLineIsShortWholeAndEndsAsTheStandardWants() {
        var long1 = "EXERCISE 🇳🇴 øvelse; med, skråstrek \\ og\nlinje ".repeat(12);
        var text = written(event(long1, Optional.empty()));
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        for (var line : text.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n", "\r", "\uFFFD");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
        }
        assertThat(unescaped(value(text, "SUMMARY"))).isEqualTo(long1);
    }

    @Test
    void aCalendarHasWhatItMustHaveAndEventsAreClosed() {
        var text = written(event("a", Optional.empty()), event("b", Optional.of(NOW)));
        var lines = lines(text);
        assertThat(lines.getFirst()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(lines).contains("VERSION:2.0").filteredOn("BEGIN:VEVENT"::equals).hasSize(2);
        assertThat(lines).filteredOn("END:VEVENT"::equals).hasSize(2);
        assertThat(lines).filteredOn(line -> line.startsWith("UID:")).hasSize(2);
        assertThat(value(text, "DTSTAMP")).isEqualTo("20270301T090000Z");
        assertThat(value(text, "PRODID")).isNotBlank();
    }

    @Test
    void aDayIsADayAndAMomentIsInUtcSoThatNoZoneIsNeeded() {
        assertThat(lines(written(event("a", Optional.empty()))))
                .contains("DTSTART;VALUE=DATE:20270328");
        assertThat(lines(written(event("a", Optional.of(Instant.parse("2027-03-28T00:59:59Z"))))))
                .contains("DTSTART:20270328T005959Z")
                .noneMatch(line -> line.contains("TZID"));
    }

    /// Read by a library that others use.
    @Test
    void anotherProgramReadsTheSameAndFindsNothingWrong() {
        var said = "EXERCISE 🇳🇴 øvelse; med, skråstrek \\ og\nlinje ".repeat(6);
        var moment = Instant.parse("2027-03-28T00:59:59Z");
        var text =
                written(
                        event(said, Optional.empty()),
                        new ICalendar.Event(
                                "b@samband",
                                LocalDate.of(2027, 3, 28),
                                Optional.of(moment),
                                "EXERCISE",
                                "a,b;c",
                                "https://samband.example.org/b"));
        var read = Biweekly.parse(text);
        var calendar = read.first();
        assertThat(calendar.validate(ICalVersion.V2_0).toString()).isBlank();
        var events = calendar.getEvents();
        assertThat(events).hasSize(2);
        var day = events.getFirst();
        assertThat(day.getSummary().getValue()).isEqualTo(said);
        assertThat(day.getDateStart().getValue().hasTime()).isFalse();
        assertThat(day.getDateStart().getValue().getRawComponents().toString())
                .startsWith("20270328");
        var hour = events.getLast();
        assertThat(hour.getUid().getValue()).isEqualTo("b@samband");
        assertThat(hour.getDateStart().getValue().toInstant()).isEqualTo(moment);
        assertThat(hour.getDescription().getValue()).isEqualTo("a,b;c");
        assertThat(hour.getUrl().getValue()).isEqualTo("https://samband.example.org/b");
    }

    @Test
    void nothingThatIsSaidCanAddALine() {
        var text = written(event("x\r\nBEGIN:VALARM\r\u0007\nATTENDEE:y", Optional.empty()));
        assertThat(lines(text)).noneMatch(line -> line.startsWith("BEGIN:VALARM"));
        assertThat(lines(text)).noneMatch(line -> line.startsWith("ATTENDEE"));
    }
}
