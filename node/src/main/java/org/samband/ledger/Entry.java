// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.samband.act.Circle;
import org.samband.label.Marking;

/// An act as it stands in its party's ledger. Its canonical bytes are RFC 8785 JSON, made by the
/// ledger room and kept as they were signed; format `samband-entry/1`, specification
/// `spec/ledger/`.
///
/// @param ledger whose ledger, in which partnership, on which line
/// @param number place in that ledger, counted from 1
/// @param seen how many entries of the counterpart's shared ledger this node had admitted; with the
///   number a two-party vector clock
/// @param at when the act was made by the acting node's clock, whole milliseconds; says nothing
///   about order
/// @param by the authority and officer that acted
/// @param circle OWN on an own line, SHARED or PUBLIC on a shared one
/// @param marking of the act, its fields and attachments
/// @param area short name of the area of cooperation, for need-to-know; empty where it is general
/// @param kind what the content is, a promise kept for good: `dossier.open`, `dossier.act`, `note`,
///   `key` ...
/// @param subject what the entry is about, for instance the number of a dossier; where an entry is
///   its own subject, its party and number, for instance `EU-17`
/// @param content JSON object of strings, longs, booleans, lists and maps only
public record Entry(
        LedgerId ledger,
        EntryNumber number,
        long seen,
        Instant at,
        By by,
        Circle circle,
        Marking marking,
        String area,
        String kind,
        String subject,
        Map<String, Object> content) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,59}");
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}");
    private static final Pattern AREA = Pattern.compile("([a-z][a-z0-9-]{1,39})?");
    private static final int LONGEST_MARKING = 1_000;

    public Entry {
        content = Map.copyOf(content);
        if (seen < 0) {
            throw new IllegalArgumentException("what was seen starts at 0, not " + seen);
        }
        if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))
                || at.isBefore(EARLIEST)
                || !at.isBefore(LATEST)) {
            throw new IllegalArgumentException(
                    "a time is of the years 2000 to 9999 in whole milliseconds, not " + at);
        }
        refuseForm("kind", KIND, kind);
        refuseForm("subject", SUBJECT, subject);
        refuseForm("area", AREA, area);
        if (marking.toString().length() > LONGEST_MARKING) {
            throw new IllegalArgumentException(
                    "a marking has at most " + LONGEST_MARKING + " characters");
        }
    }

    private static void refuseForm(String member, Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("the " + member + " is not of its form");
        }
    }

    /// The subject of an entry that is its own subject.
    public static String ownSubject(LedgerId ledger, EntryNumber number) {
        var prefix = ledger.line() == LedgerId.Line.OWN ? "own-" : "";
        return prefix + ledger.party() + "-" + number.value();
    }

    /// Who acted, in the words that the counterpart may see.
    ///
    /// @param authority name of the authority, for instance `EEAS`
    /// @param officer display name of the officer
    /// @param role the role in which the officer acted, for instance `desk officer`
    public record By(String authority, String officer, String role) {
        private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{0,200}");

        public By {
            refuseForm("authority", NAME, authority);
            refuseForm("officer", NAME, officer);
            refuseForm("role", NAME, role);
        }
    }
}
