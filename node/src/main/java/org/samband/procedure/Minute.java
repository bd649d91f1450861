// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A minute in the whole world, as an entry holds it: `2027-03-12T13:30:00Z`. Who types one says
/// the zone, because two parties and a third country read it. Source: spec/procedure/README.md,
/// "Fields"; ISO 8601.
public final class Minute {
    private static final Pattern ENTRY =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00Z");

    /// A day, a time of the day, and a zone by its short name or as hours before UTC.
    private static final Pattern TYPED =
            Pattern.compile(
                    "(?<day>[0-9.-]{8,10})(?:T|[ ,]+|[ ,]*kl[.]"
                            + " *)(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(?::00)?"
                            + " *(?<zone>[A-Z]{1,4})? *(?<offset>[+-][0-9]{1,2}(?::?[0-9]{2})?)?",
                    Pattern.CASE_INSENSITIVE);

    /// Hours before UTC of the zones of Europe. Source: directive 2000/84/EC and the IANA time zone
    /// database.
    private static final Map<String, Integer> ZONES =
            Map.of(
                    "Z", 0, "UTC", 0, "GMT", 0, "WET", 0, "WEST", 1, "CET", 1, "CEST", 2, "EET", 2,
                    "EEST", 3);

    private Minute() {}

    /// What stands in an entry; empty if it is no minute.
    public static Optional<Instant> of(Object value) {
        try {
            return value instanceof String text && ENTRY.matcher(text).matches()
                    ? Optional.of(Instant.parse(text)).filter(one -> text.equals(one.toString()))
                    : Optional.empty();
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /// What an officer typed: `2027-03-12 14:30 UTC`, `12.3.2027 kl. 14.30 CET`, `2027-03-12 14:30
    /// +01:00`.
    static Optional<Instant> typed(String typed) {
        var read = TYPED.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!read.matches()) {
            return Optional.empty();
        }
        try {
            var time =
                    LocalTime.of(
                            Integer.parseInt(read.group("hour")),
                            Integer.parseInt(read.group("minute")));
            return TypedFields.day(read.group("day"))
                    .flatMap(day -> offset(read).map(zone -> OffsetDateTime.of(day, time, zone)))
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// Hours may follow UTC and GMT, and no other name.
    private static Optional<ZoneOffset> offset(Matcher read) {
        var zone = read.group("zone");
        var hours = read.group("offset");
        if (hours == null) {
            return Optional.ofNullable(zone).map(ZONES::get).map(ZoneOffset::ofHours);
        }
        var digits = hours.substring(1).replace(":", "");
        var whole = digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits;
        var minutes = digits.length() > 2 ? digits.substring(digits.length() - 2) : "0";
        var sign = hours.charAt(0) == '-' ? -1 : 1;
        return zone == null || "UTC".equals(zone) || "GMT".equals(zone)
                ? Optional.of(
                        ZoneOffset.ofHoursMinutes(
                                sign * Integer.parseInt(whole), sign * Integer.parseInt(minutes)))
                : Optional.empty();
    }
}
