// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.procedure.FieldForm;

/// What somebody's calendar answered: accepted, declined, or another day. It fills a form in and is
/// no act by itself. Source: RFC 5546, sections 3.2.3 (REPLY) and 3.2.7 (COUNTER).
///
/// @param day of a counter-proposal, in the zone of our party
/// @param comment as written; empty for none
public record MeetingAnswer(Kind kind, Optional<LocalDate> day, String comment) {
    /// Most octets of a file, and most lines.
    public static final int LARGEST = 64 * 1_024;

    static final int MOST_LINES = 1_000;

    private static final int LONGEST_COMMENT = 1_000;
    private static final int DIGITS_OF_A_DAY = 8;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    public enum Kind {
        ACCEPTED,
        DECLINED,
        TENTATIVE,
        COUNTER;

        /// As in keys of words.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A property of the event: its name, its parameters as written, its value.
    private record Line(String name, String parameters, String value) {
        static Optional<Line> of(String line) {
            int colon = line.indexOf(':');
            int quoted = line.indexOf('"');
            if (quoted >= 0 && quoted < colon) {
                int closed = line.indexOf('"', quoted + 1);
                colon = closed < 0 ? -1 : line.indexOf(':', closed);
            }
            if (colon < 1) {
                return Optional.empty();
            }
            var head = line.substring(0, colon);
            int first = head.indexOf(';');
            var name = first < 0 ? head : head.substring(0, first);
            return Optional.of(
                    new Line(
                            name.toUpperCase(java.util.Locale.ROOT),
                            first < 0
                                    ? ""
                                    : head.substring(first).toUpperCase(java.util.Locale.ROOT),
                            line.substring(colon + 1)));
        }
    }

    /// @param uid of the meeting that it must be about
    /// @param zone of our party
    public static Outcome<MeetingAnswer> read(byte[] file, String uid, ZoneId zone) {
        var lines = lines(file);
        if (lines.isEmpty()) {
            return Outcome.refused(ReminderRule.NO_ANSWER);
        }
        var method = first(lines, "METHOD").map(Line::value).orElse("");
        if (!method.equalsIgnoreCase("REPLY") && !method.equalsIgnoreCase("COUNTER")) {
            return Outcome.refused(ReminderRule.NO_ANSWER);
        }
        if (lines.stream().filter(line -> line.name().equals("UID")).count() != 1
                || first(lines, "UID").filter(line -> line.value().equals(uid)).isEmpty()) {
            return Outcome.refused(ReminderRule.OTHER_MEETING);
        }
        var comment = first(lines, "COMMENT").map(Line::value).map(MeetingAnswer::plain).orElse("");
        if (method.equalsIgnoreCase("COUNTER")) {
            var day = first(lines, "DTSTART").flatMap(line -> day(line, zone));
            return day.isEmpty()
                    ? Outcome.refused(ReminderRule.NO_ANSWER)
                    : Outcome.accepted(new MeetingAnswer(Kind.COUNTER, day, comment));
        }
        var said = first(lines, "ATTENDEE").map(Line::parameters).orElse("");
        return java.util.Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.COUNTER)
                .filter(kind -> said.contains(";PARTSTAT=" + kind.name()))
                .findFirst()
                .<Outcome<MeetingAnswer>>map(kind ->
                        Outcome.accepted(new MeetingAnswer(kind, Optional.empty(), comment)))
                .orElseGet(() -> Outcome.refused(ReminderRule.NO_ANSWER));
    }

    private static Optional<Line> first(List<Line> lines, String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    /// The lines of the one event and of the calendar around it; empty for what is no calendar.
    private static List<Line> lines(byte[] file) {
        if (file.length > LARGEST) {
            return List.of();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException _) {
            return List.of();
        }
        var unfolded = text.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n", -1);
        if (unfolded.length > MOST_LINES || !unfolded[0].equalsIgnoreCase("BEGIN:VCALENDAR")) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        var depth = new ArrayList<String>();
        for (var one : unfolded) {
            var line = Line.of(one);
            if (line.isEmpty()) {
                continue;
            }
            var said = line.get();
            if (said.name().equals("BEGIN")) {
                depth.add(said.value().toUpperCase(java.util.Locale.ROOT));
            } else if (said.name().equals("END")) {
                if (depth.isEmpty() || !depth.removeLast().equalsIgnoreCase(said.value())) {
                    return List.of();
                }
            } else if (depth.equals(List.of("VCALENDAR"))
                    || depth.equals(List.of("VCALENDAR", "VEVENT"))) {
                lines.add(said);
            }
        }
        return depth.isEmpty() ? lines : List.of();
    }

    private static Optional<LocalDate> day(Line start, ZoneId zone) {
        var value = start.value();
        try {
            if (value.endsWith("Z")) {
                return Optional.of(
                        LocalDateTime.parse(value.substring(0, value.length() - 1), MOMENT)
                                .atOffset(ZoneOffset.UTC)
                                .atZoneSameInstant(zone)
                                .toLocalDate());
            }
            return value.length() < DIGITS_OF_A_DAY
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.parse(
                                    value.substring(0, DIGITS_OF_A_DAY),
                                    DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Source: RFC 5545 section 3.3.11.
    private static String plain(String text) {
        var plain = text.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\(.)", "$1").strip();
        var cut = plain.length() > LONGEST_COMMENT ? plain.substring(0, LONGEST_COMMENT) : plain;
        return FieldForm.cannotBeShown(cut) ? "" : cut;
    }
}
