// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.JsonRefused;

/// What the node under test sends, looked at as a receiver must. Source: FEDERATION-01 and
/// FEDERATION-22.
final class SegmentCheck {
    private SegmentCheck() {}

    /// A segment that holds.
    ///
    /// @param fresh entries that were not held yet
    ///
    /// @param entries how many it has, held or not
    record Sound(int entries, List<byte[]> fresh, Checkpoint note, String receipt) {

        /// Members of what is fresh.
        List<Map<String, @Nullable Object>> news() {
            var news = new ArrayList<Map<String, @Nullable Object>>();
            for (var entry : fresh) {
                try {
                    news.add(CanonicalJson.readCanonicalObject(entry));
                } catch (JsonRefused refused) {
                    throw new IllegalStateException(refused);
                }
            }
            return news;
        }
    }

    /// @param held the node's ledger as far as it was admitted
    /// @param theirs pair file of the node
    /// @param ownSize how many entries of ours there are
    /// @throws IllegalArgumentException saying what is wrong and against which requirement
    static Sound check(byte[] bytes, LedgerFile held, PairText theirs, long ownSize) {
        var lines = lines(bytes);
        try {
            var header = CanonicalJson.readCanonicalObject(lines.getFirst());
            must(
                    SegmentDraft.FORMAT.equals(header.get("format"))
                            && theirs.partnership().equals(header.get("partnership"))
                            && theirs.party().equals(header.get("party"))
                            && header.get("receipt") instanceof String,
                    "FEDERATION-01: its first line is not that of a segment of this ledger");
            long from = whole(header, "from");
            must(from >= 1 && from <= held.size() + 1, "FEDERATION-10: it begins at " + from);
            must(
                    whole(header, "entries") == lines.size() - 1,
                    "FEDERATION-01: it has another number of entries than it says");
            var note = Checkpoint.parse(String.valueOf(header.get("checkpoint")));
            var fresh = fresh(lines.subList(1, lines.size()), from, held, theirs, ownSize);
            signed(note, from - 1 + lines.size() - 1, held, fresh, theirs);
            return new Sound(lines.size() - 1, fresh, note, String.valueOf(header.get("receipt")));
        } catch (JsonRefused refused) {
            throw new IllegalArgumentException("LEDGER-01: " + refused.sentence(), refused);
        }
    }

    private static void signed(
            Checkpoint note, long size, LedgerFile held, List<byte[]> fresh, PairText theirs) {
        must(note.origin().equals(theirs.origin()), "LEDGER-10: its checkpoint is of another name");
        must(note.size() == size, "FEDERATION-01: its checkpoint is of another size");
        must(theirs.signed(note), "LEDGER-12: its checkpoint is not signed with all keys");
        var root = size <= held.size() ? held.root(size) : held.root(held.size(), fresh);
        must(note.root().equals(root), "LEDGER-11: its root is not that of the entries");
    }

    private static List<byte[]> fresh(
            List<byte[]> entries, long from, LedgerFile held, PairText theirs, long ownSize)
            throws JsonRefused {
        var fresh = new ArrayList<byte[]>();
        long number = from;
        for (var bytes : entries) {
            if (number <= held.size()) {
                must(
                        Arrays.equals(held.entry(number), bytes),
                        "LEDGER-06: a fork at entry " + number);
            } else {
                var entry = CanonicalJson.readCanonicalObject(bytes);
                must(
                        "samband-entry/1".equals(entry.get("format"))
                                && theirs.party().equals(entry.get("party"))
                                && theirs.partnership().equals(entry.get("partnership"))
                                && "shared".equals(entry.get("line")),
                        "LEDGER-05: entry " + number + " is of another ledger");
                must(whole(entry, "number") == number, "LEDGER-06: entry " + number);
                must(whole(entry, "seen") <= ownSize, "LEDGER-07: entry " + number);
                must(!"own".equals(entry.get("circle")), "LEDGER-08: entry " + number);
                must(!"".equals(entry.get("marking")), "LEDGER-09: entry " + number);
                fresh.add(bytes);
            }
            number++;
        }
        return fresh;
    }

    private static long whole(Map<String, ?> members, String name) {
        @Nullable Object value = members.get(name);
        must(value instanceof Long, "LEDGER-03: \"" + name + "\" is no whole number");
        return value instanceof Long number ? number : 0;
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static List<byte[]> lines(byte[] bytes) {
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        must(start == bytes.length && start > 0, "FEDERATION-01: it does not end with a line feed");
        return lines;
    }
}
