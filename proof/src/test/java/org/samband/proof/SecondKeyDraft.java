// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An export with one ledger of the EU, or with an empty one of Norway beside it, that can be
/// changed before it is written.
final class SecondKeyDraft {
    /// A signature line that is to be made.
    interface Line {
        Checkpoint on(Checkpoint checkpoint);
    }

    final List<byte[]> entries = new ArrayList<>();
    final TreeMap<Long, List<Line>> lines = new TreeMap<>();
    Map<String, VerifierKey> second = Map.of();

    void add(Map<String, Object> changed) {
        entries.add(VectorExports.entry("EU", entries.size() + 1L, changed));
    }

    void sign(long size, Line... by) {
        lines.put(size, List.of(by));
    }

    String text() {
        var header = new TreeMap<String, Object>();
        header.put("format", "samband-export/2");
        header.put("partnership", "eu-norway");
        header.put("procedures", List.of());
        header.put("roles", Map.of());
        header.put("ledgers", List.of(ledger("EU", 1), ledger("NO", 2)));
        var out = new StringBuilder(CanonicalJson.text(header)).append('\n');
        entries.forEach(
                entry -> out.append(new String(entry, StandardCharsets.UTF_8)).append('\n'));
        return out.toString();
    }

    private Map<String, Object> ledger(String party, int first) {
        boolean eu = party.equals("EU");
        var ledger = new TreeMap<String, Object>();
        ledger.put("party", party);
        ledger.put("size", eu ? entries.size() : 0);
        ledger.put("key", VectorExports.keyOf(party, first).toString());
        ledger.put("checkpoints", eu ? notes() : List.of());
        if (second.containsKey(party)) {
            ledger.put("second", String.valueOf(second.get(party)));
        }
        return ledger;
    }

    private List<Object> notes() {
        var notes = new ArrayList<Object>();
        lines.forEach((size, by) -> {
            var leaves = entries.subList(0, size.intValue()).stream().map(MerkleTree::leaf);
            var note =
                    new Checkpoint(
                            "samband/eu-norway/EU",
                            size,
                            MerkleTree.root(leaves.toList()),
                            List.of());
            for (var line : by) {
                note = line.on(note);
            }
            notes.add(note.note());
        });
        return notes;
    }
}
