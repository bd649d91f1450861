// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.proof.dossier.DossierNames;

/// Checks the entries of one shared ledger in their order, and keeps what each of them had seen.
/// Source: `spec/ledger/`, sections "Entry" and "Order".
final class EntrySequence {
    /// Source: `spec/ledger/`, LEDGER-04.
    static final int LARGEST_ENTRY = 1 << 20;

    private static final String FORMAT = "samband-entry/1";
    private static final Set<String> TEXTS = Set.of("area", "at", "kind", "marking", "subject");
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
    private static final Set<String> ACTOR = Set.of("authority", "officer", "role");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z");

    private final String partnership;
    private final String party;
    private final DossierNames names;
    private final @Nullable EntrySequence earlier;
    private final long counterpartSize;
    private String lastDay = "";
    private long[] seen = new long[16];
    private int size;

    /// @param counterpartSize number of the counterpart's entries in the export; -1 if its ledger
    ///   is not in it
    /// @param earlier the counterpart's ledger if it was checked before this one
    EntrySequence(
            String partnership,
            String party,
            DossierNames names,
            long counterpartSize,
            @Nullable EntrySequence earlier) {
        this.partnership = partnership;
        this.party = party;
        this.names = names;
        this.counterpartSize = counterpartSize;
        this.earlier = earlier;
    }

    /// What an entry says that is read on.
    static final class Content {
        private final EntryWalk.Kind kind;
        private final long subject;
        private final ExportLines.Lines lines;
        private final int from;
        private final int to;

        private Content(
                EntryWalk.Kind kind, long subject, ExportLines.Lines lines, int from, int to) {
            this.kind = kind;
            this.subject = subject;
            this.lines = lines;
            this.from = from;
            this.to = to;
        }

        EntryWalk.Kind kind() {
            return kind;
        }

        /// The dossier that the entry names.
        long subject() {
            return subject;
        }

        /// The bytes that it stands in, among others.
        byte[] bytes() {
            return lines.bytes();
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        /// Where it begins in the export.
        long place() {
            return lines.place() + from;
        }
    }

    /// After this day no entry may be made but one of a key; empty for no such day.
    void expires(String day) {
        lastDay = day;
    }

    /// Checks the next entry.
    ///
    /// @return its content, if it is of a kind that is read on
    @Nullable Content next(EntryBatch batch, int place) throws ExportBroken {
        var walk = batch.walk(place);
        if (!walk.decided()) {
            return next(batch.lines(), place);
        }
        if (walk.number() != number()) {
            throw broken("LEDGER-06", "\"number\" is " + walk.number() + " and not " + number());
        }
        if (!lastDay.isEmpty()) {
            notExpired(walk.kind(), batch.ascii(walk.day(), walk.day() + lastDay.length()));
        }
        order(walk.seen());
        return walk.kind() == EntryWalk.Kind.OTHER
                ? null
                : new Content(
                        walk.kind(),
                        walk.subject(),
                        batch.lines(),
                        walk.content(),
                        walk.contentEnd());
    }

    private @Nullable Content next(ExportLines.Lines lines, int place) throws ExportBroken {
        var bytes = lines.line(place);
        if (bytes.length > LARGEST_ENTRY) {
            throw broken("LEDGER-04", "the entry is longer than " + LARGEST_ENTRY + " bytes");
        }
        Map<String, @Nullable Object> entry;
        try {
            entry = CanonicalJson.readCanonicalObject(bytes);
        } catch (JsonRefused refused) {
            throw broken("LEDGER-01", refused.sentence());
        }
        expect("LEDGER-02", "format", FORMAT, entry);
        members(entry);
        expect("LEDGER-05", "partnership", partnership, entry);
        expect("LEDGER-05", "party", party, entry);
        expect("LEDGER-05", "line", "shared", entry);
        expect("LEDGER-06", "number", number(), entry);
        if (!"shared".equals(entry.get("circle")) && !"public".equals(entry.get("circle"))) {
            throw broken("LEDGER-08", "an own record stands in a shared ledger");
        }
        if ("".equals(entry.get("marking"))) {
            throw broken("LEDGER-09", "the entry has no marking");
        }
        var kind = EntryWalk.Kind.of(String.valueOf(entry.get("kind")));
        notExpired(kind, String.valueOf(entry.get("at")));
        order(entry.get("seen") instanceof Long value ? value : -1L);
        if (kind == EntryWalk.Kind.OTHER) {
            return null;
        }
        int from = lines.from(place) + before(entry);
        int length = CanonicalJson.bytes(entry.get("content")).length;
        var subject = String.valueOf(entry.get("subject")).getBytes(StandardCharsets.UTF_8);
        return new Content(
                kind, names.read(subject, 0, subject.length), lines, from, from + length);
    }

    /// How many bytes stand before the value of the member `content`: the text is canonical.
    private static int before(Map<String, @Nullable Object> entry) {
        var earlier = new TreeMap<>(entry).headMap("content");
        return CanonicalJson.bytes(earlier).length + "\"content\":".length();
    }

    private void notExpired(EntryWalk.Kind kind, String at) throws ExportBroken {
        if (!lastDay.isEmpty()
                && kind != EntryWalk.Kind.KEY
                && at.substring(0, lastDay.length()).compareTo(lastDay) > 0) {
            throw broken("LEDGER-18", "the entry was made after the party's key had expired");
        }
    }

    /// Number of the last entry.
    long size() {
        return size;
    }

    /// What the last entry had seen.
    long seen() {
        return size == 0 ? 0 : seen[size - 1];
    }

    long number() {
        return size + 1L;
    }

    private void members(Map<String, @Nullable Object> entry) throws ExportBroken {
        if (!entry.keySet().equals(MEMBERS)) {
            throw broken("LEDGER-03", "the members are not those of " + FORMAT);
        }
        boolean texts = TEXTS.stream().allMatch(name -> entry.get(name) instanceof String);
        boolean actor =
                entry.get("by") instanceof Map<?, ?> by
                        && by.keySet().equals(ACTOR)
                        && by.values().stream().allMatch(String.class::isInstance);
        if (!texts
                || !actor
                || !(entry.get("content") instanceof Map)
                || !(entry.get("number") instanceof Long)
                || !(entry.get("seen") instanceof Long)
                || !TIME.matcher(String.valueOf(entry.get("at"))).matches()) {
            throw broken("LEDGER-03", "a member is not of its form");
        }
    }

    private void order(long now) throws ExportBroken {
        if (now < seen()) {
            throw broken("LEDGER-07", "the entry has seen less than the entry before it");
        }
        if (counterpartSize >= 0 && now > counterpartSize) {
            throw broken(
                    "LEDGER-07",
                    "the entry has seen "
                            + now
                            + " entries of the counterpart, which has only "
                            + counterpartSize);
        }
        if (earlier != null && now > 0 && earlier.seen[(int) now - 1] >= number()) {
            throw broken(
                    "LEDGER-07",
                    "the entry and the counterpart's entry "
                            + now
                            + " each claim to have seen the other");
        }
        if (size == seen.length) {
            seen = Arrays.copyOf(seen, size * 2);
        }
        seen[size++] = now;
    }

    private void expect(
            String requirement, String member, Object value, Map<String, @Nullable Object> in)
            throws ExportBroken {
        if (!value.equals(in.get(member))) {
            throw broken(
                    requirement, "\"" + member + "\" is " + in.get(member) + " and not " + value);
        }
    }

    private ExportBroken broken(String requirement, String sentence) {
        return new ExportBroken(party, number(), requirement, sentence);
    }
}
