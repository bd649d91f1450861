// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import java.util.Set;

/// Admits a segment into what is held of the counterpart's ledger: FEDERATION-01, -03, -22 and -23.
public final class Segment {
    private static final int LARGEST = 67_108_864;
    private static final int LARGEST_HEADER = 65_536;
    private static final Set<String> MEMBERS =
            Set.of("format", "partnership", "party", "from", "entries", "checkpoint", "receipt");

    private Segment() {}

    /// @param own our own ledger, which the entries may have seen
    /// @return the checkpoint to cosign
    /// @throws Wrong with the requirement that it does not meet; what was held is then as before
    ///   only in a copy of the caller's
    public static Note admit(byte[] bytes, Ledger held, Ledger own) throws Wrong {
        Wrong.unless(bytes.length <= LARGEST, "FEDERATION-03", "too large");
        var lines = new Lines(bytes);
        var first = lines.next().orElseThrow(() -> Wrong.of("FEDERATION-01", "no first line"));
        Wrong.unless(first.length <= LARGEST_HEADER, "FEDERATION-03", "first line");
        var header = Json.object(first);
        Wrong.unless(
                header.keySet().equals(MEMBERS)
                        && "samband-segment/1".equals(header.get("format"))
                        && held.origin()
                                .equals(
                                        "samband/"
                                                + header.get("partnership")
                                                + "/"
                                                + header.get("party")),
                "FEDERATION-01",
                "header");
        long from = Ledger.whole(header, "from", 1);
        long count = Ledger.whole(header, "entries", 0);
        Wrong.unless(count <= 10_000, "FEDERATION-03", "too many entries");
        Wrong.unless(from <= held.size() + 1L, "FEDERATION-22", "gap before " + from);
        for (long number = from; number < from + count; number++) {
            var line = lines.next().orElseThrow(() -> Wrong.of("FEDERATION-01", "cut off"));
            if (number <= held.size()) {
                Wrong.unless(held.holds(number, line), "LEDGER-06", "a fork at " + number);
            } else {
                held.admit(line, own, own.size());
            }
        }
        Wrong.unless(lines.isAtEnd(), "FEDERATION-01", "more than was said");
        var note = Note.of(Json.text(header, "checkpoint", "FEDERATION-01"));
        Wrong.unless(note.size() == from - 1 + count, "FEDERATION-01", "size of the checkpoint");
        Wrong.unless(
                held.keys().changed() < from || held.keys().changed() == note.size(),
                "LEDGER-18",
                "a change of key does not end the delivery");
        Wrong.unless(!held.keys().isRevoking(), "LEDGER-19", "followed by hand alone");
        held.check(note);
        receipt(Json.text(header, "receipt", "FEDERATION-01"), held, own);
        return note;
    }

    private static void receipt(String text, Ledger held, Ledger own) throws Wrong {
        if (!text.isEmpty()) {
            var receipt = Note.of(text);
            Wrong.unless(receipt.size() <= own.size(), "LEDGER-13", "of more than there is");
            own.check(receipt);
            Wrong.unless(held.keys().cosigned(receipt), "LEDGER-13", "not cosigned");
        }
    }
}
