// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One party's shared ledger as far as it was read: admits entry after entry by LEDGER-01 to
/// LEDGER-09 and reproduces its root at any size.
public final class Ledger {
    private static final int LARGEST = 1_048_576;
    private static final Set<String> MEMBERS =
            Set.of(
                    "format",
                    "partnership",
                    "party",
                    "line",
                    "number",
                    "seen",
                    "at",
                    "by",
                    "circle",
                    "marking",
                    "area",
                    "kind",
                    "subject",
                    "content");
    private static final Map<String, Pattern> FORMS =
            Map.of(
                    "partnership", Pattern.compile("[a-z0-9-]{3,40}"),
                    "party", Pattern.compile("[A-Z]{2,8}"),
                    "line", Pattern.compile("shared|own"),
                    "at",
                            Pattern.compile(
                                    "[2-9]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.(?!000)\\d{3})?Z"),
                    "circle", Pattern.compile("own|shared|public"),
                    "marking", Pattern.compile("(?s).{0,1000}"),
                    "area", Pattern.compile("([a-z][a-z0-9-]{1,39})?"),
                    "kind", Pattern.compile("[a-z][a-z0-9.-]{0,59}"),
                    "subject", Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}"));

    private final String partnership;
    private final String party;
    private final Keys keys;
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<Long> seen = new ArrayList<>();

    /// @param key the first one of the ledger, as the pair file gives it
    public Ledger(String partnership, String party, Note.Key key) {
        this(partnership, party, key, Optional.empty());
    }

    /// @param second beside it, if there is one
    public Ledger(String partnership, String party, Note.Key key, Optional<Note.Key> second) {
        this.partnership = partnership;
        this.party = party;
        keys = new Keys(key, second);
    }

    Keys keys() {
        return keys;
    }

    /// LEDGER-10.
    public String origin() {
        return "samband/" + partnership + "/" + party;
    }

    public String party() {
        return party;
    }

    public int size() {
        return leaves.size();
    }

    /// Admits the next entry.
    ///
    /// @param other the counterpart's ledger as far as it is known
    /// @param otherSize how many entries the counterpart's ledger has, known or not
    /// @throws Wrong with the requirement that it does not meet
    public void admit(byte[] bytes, Ledger other, long otherSize) throws Wrong {
        try {
            var entry = read(bytes);
            Wrong.unless(
                    partnership.equals(entry.get("partnership"))
                            && party.equals(entry.get("party"))
                            && "shared".equals(entry.get("line")),
                    "LEDGER-05",
                    "of another ledger");
            Wrong.unless(whole(entry, "number", 1) == size() + 1, "LEDGER-06", "not the next");
            Wrong.unless(!"own".equals(entry.get("circle")), "LEDGER-08", "an own record");
            Wrong.unless(!"".equals(entry.get("marking")), "LEDGER-09", "no marking");
            keys.inTime(entry);
            order(whole(entry, "seen", 0), other, otherSize);
            keys.take(entry, size() + 1L, origin());
            leaves.add(leaf(bytes));
            seen.add(whole(entry, "seen", 0));
        } catch (Wrong wrong) {
            throw wrong.at(party, size() + 1L);
        }
    }

    private void order(long known, Ledger other, long otherSize) throws Wrong {
        Wrong.unless(seen.isEmpty() || known >= seen.getLast(), "LEDGER-07", "seen falls");
        Wrong.unless(known <= otherSize, "LEDGER-07", "seen more than there is");
        boolean both =
                known > 0 && known <= other.size() && other.seen.get((int) known - 1) >= size() + 1;
        Wrong.unless(!both, "LEDGER-07", "each has seen the other");
    }

    /// Form of an entry, whatever ledger it stands in: LEDGER-01 to LEDGER-04.
    static Map<String, Object> read(byte[] bytes) throws Wrong {
        Wrong.unless(bytes.length <= LARGEST, "LEDGER-04", "too large");
        var entry = Json.object(bytes);
        Wrong.unless("samband-entry/1".equals(entry.get("format")), "LEDGER-02", "format");
        Wrong.unless(entry.keySet().equals(MEMBERS), "LEDGER-03", "members " + entry.keySet());
        for (var form : FORMS.entrySet()) {
            Wrong.unless(
                    entry.get(form.getKey()) instanceof String text
                            && form.getValue().matcher(text).matches(),
                    "LEDGER-03",
                    form.getKey());
        }
        whole(entry, "number", 1);
        whole(entry, "seen", 0);
        moment(Json.text(entry, "at", "LEDGER-03"));
        by(Json.member(entry, "by", "LEDGER-03"));
        Wrong.unless(
                entry.get("content") instanceof Map<?, ?> content
                        && !content.containsValue(Void.class),
                "LEDGER-03",
                "content");
        return entry;
    }

    private static void by(Object by) throws Wrong {
        Wrong.unless(by instanceof Map, "LEDGER-03", "by");
        var who = Json.members(by);
        Wrong.unless(
                who.keySet().equals(Set.of("authority", "officer", "role")), "LEDGER-03", "by");
        for (var word : who.values()) {
            Wrong.unless(
                    word instanceof String text
                            && text.codePointCount(0, text.length()) <= 200
                            && text.chars().noneMatch(one -> one < ' ' || one == 0x7f),
                    "LEDGER-03",
                    "by");
        }
    }

    private static void moment(String at) throws Wrong {
        try {
            Instant.parse(at);
        } catch (DateTimeException _) {
            throw Wrong.of("LEDGER-03", "at");
        }
    }

    static long whole(Map<String, Object> object, String member, long least) throws Wrong {
        if (Json.member(object, member, "LEDGER-03") instanceof Double number
                && number >= least
                && number == Math.rint(number)) {
            return number.longValue();
        }
        throw Wrong.of("LEDGER-03", member);
    }

    /// LEDGER-11: the root over the first entries.
    public byte[] root(long size) {
        return size == 0 ? Note.sha256(new byte[0]) : root(leaves.subList(0, (int) size));
    }

    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    static byte[] node(byte[] left, byte[] right) {
        return Note.sha256(Note.joined(new byte[] {1}, left, right));
    }

    boolean holds(long number, byte[] bytes) {
        return Arrays.equals(leaves.get((int) number - 1), leaf(bytes));
    }

    static byte[] leaf(byte[] bytes) {
        return Note.sha256(Note.joined(new byte[] {0}, bytes));
    }

    /// LEDGER-10 to -12, -18, -19 and -28 for a checkpoint of a size that was read.
    void check(Note note) throws Wrong {
        try {
            Wrong.unless(note.origin().equals(origin()), "LEDGER-10", "origin " + note.origin());
            Wrong.unless(Arrays.equals(note.root(), root(note.size())), "LEDGER-11", "root");
            keys.notRevoked(note);
            keys.signed(note);
        } catch (Wrong wrong) {
            throw wrong.at(party, note.size());
        }
    }
}
