// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.samband.act.Circle;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;

/// The canonical bytes of an entry, and the entry that bytes say. Source: `spec/ledger/`, section
/// "Entry".
final class EntryForm {
    static final String FORMAT = "samband-entry/1";

    private static final Set<String> MEMBERS =
            Set.of(
                    "area",
                    "at",
                    "by",
                    "circle",
                    "content",
                    "format",
                    "kind",
                    "line",
                    "marking",
                    "number",
                    "partnership",
                    "party",
                    "seen",
                    "subject");

    /// Authority, officer, role.
    private static final int NAMES_OF_AN_ACTOR = 3;

    private EntryForm() {}

    /// @throws IllegalArgumentException if the content holds a value without canonical form
    static byte[] bytes(Entry entry) {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("format", FORMAT);
        members.put("partnership", entry.ledger().partnership().value());
        members.put("party", entry.ledger().party().value());
        members.put("line", word(entry.ledger().line()));
        members.put("number", entry.number().value());
        members.put("seen", entry.seen());
        members.put("at", entry.at().toString());
        members.put(
                "by",
                Map.of(
                        "authority", entry.by().authority(),
                        "officer", entry.by().officer(),
                        "role", entry.by().role()));
        members.put("circle", entry.circle().word());
        members.put("marking", entry.marking().toString());
        members.put("area", entry.area());
        members.put("kind", entry.kind());
        members.put("subject", entry.subject());
        members.put("content", entry.content());
        return CanonicalJson.bytes(members);
    }

    /// @throws JsonRefused if the bytes are no JSON object
    /// @throws IllegalArgumentException if a member is missing, unknown or of another form, or the
    ///   bytes are not canonical
    static Entry read(byte[] bytes) throws JsonRefused {
        var members = members(bytes);
        var entry = said(members);
        // What the entry says has one canonical form: other bytes are refused here.
        if (!isForm(entry, members) || !CanonicalJson.isCanonical(bytes, members)) {
            throw new IllegalArgumentException("a member is not in the form of " + FORMAT);
        }
        return entry;
    }

    /// Whether the members that an entry would say in other words stand as it says them; all others
    /// are texts and numbers that are kept as they are.
    private static boolean isForm(Entry entry, Map<String, @Nullable Object> members) {
        return entry.at().toString().equals(members.get("at"))
                && entry.marking().toString().equals(members.get("marking"))
                && members.get("by") instanceof Map<?, ?> by
                && by.size() == NAMES_OF_AN_ACTOR;
    }

    /// Reads bytes that were checked when they were stored.
    ///
    /// @throws JsonRefused if the bytes are no JSON object
    /// @throws IllegalArgumentException if a member is missing, unknown or of another form
    static Entry stored(byte[] bytes) throws JsonRefused {
        return said(members(bytes));
    }

    private static Entry said(Map<String, @Nullable Object> members) {
        try {
            if (!FORMAT.equals(text(members, "format"))) {
                throw new IllegalArgumentException("the format is not " + FORMAT);
            }
            var entry = entry(members);
            if (members.size() > MEMBERS.size()) {
                var unknown = new TreeSet<>(members.keySet());
                unknown.removeAll(MEMBERS);
                throw new IllegalArgumentException("the members " + unknown + " are unknown");
            }
            return entry;
        } catch (DateTimeException | ClassCastException wrong) {
            throw new IllegalArgumentException(
                    Objects.requireNonNullElse(wrong.getMessage(), "a member is wrong"), wrong);
        }
    }

    @SuppressWarnings("unchecked") // The reader of JSON makes maps with String keys only.
    private static Map<String, @Nullable Object> members(byte[] bytes) throws JsonRefused {
        if (CanonicalJson.read(bytes) instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        throw new IllegalArgumentException("an object is expected");
    }

    private static Entry entry(Map<String, @Nullable Object> members) {
        var ledger =
                new LedgerId(
                        new PartnershipId(text(members, "partnership")),
                        new PartyCode(text(members, "party")),
                        line(text(members, "line")));
        var by = object(members, "by");
        return new Entry(
                ledger,
                new EntryNumber((Long) member(members, "number")),
                (Long) member(members, "seen"),
                Instant.parse(text(members, "at")),
                new Entry.By(text(by, "authority"), text(by, "officer"), text(by, "role")),
                Circle.of(text(members, "circle")),
                Marking.parse(text(members, "marking")),
                text(members, "area"),
                text(members, "kind"),
                text(members, "subject"),
                withoutNulls(object(members, "content")));
    }

    static String word(LedgerId.Line line) {
        return line == LedgerId.Line.OWN ? "own" : "shared";
    }

    static LedgerId.Line line(String word) {
        return switch (word) {
            case "own" -> LedgerId.Line.OWN;
            case "shared" -> LedgerId.Line.SHARED;
            default -> throw new IllegalArgumentException("a line is own or shared, not " + word);
        };
    }

    private static String text(Map<String, @Nullable Object> members, String name) {
        return (String) member(members, name);
    }

    private static Object member(Map<String, @Nullable Object> members, String name) {
        var value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the member \"" + name + "\" is missing");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // The reader of canonical JSON makes maps with String keys only.
    private static Map<String, @Nullable Object> object(
            Map<String, @Nullable Object> members, String name) {
        return (Map<String, @Nullable Object>) member(members, name);
    }

    private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> members) {
        var kept = new HashMap<String, Object>();
        members.forEach((name, value) -> {
            if (value == null) {
                throw new IllegalArgumentException("the member \"" + name + "\" is null");
            }
            kept.put(name, value);
        });
        return kept;
    }
}
