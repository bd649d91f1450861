// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;

/// A segment before it is sent, right or with one fault. Source: FEDERATION-01.
///
/// @param from number of the first entry
/// @param entries lines without their ends
/// @param note the sender's checkpoint
/// @param receipt the receiver's checkpoint that the sender has cosigned, or empty
record SegmentDraft(
        String partnership,
        String party,
        long from,
        List<byte[]> entries,
        Checkpoint note,
        String receipt) {
    static final String FORMAT = "samband-segment/1";

    SegmentDraft {
        entries = List.copyOf(entries);
    }

    SegmentDraft noted(UnaryOperator<Checkpoint> change) {
        return new SegmentDraft(partnership, party, from, entries, change.apply(note), receipt);
    }

    /// Other lines under the same first line.
    SegmentDraft carrying(List<byte[]> others) {
        return new SegmentDraft(partnership, party, from, others, note, receipt);
    }

    byte[] bytes() {
        return bytes(_ -> {});
    }

    /// The same bytes in pieces, so that a large one need not stand in memory twice.
    Iterable<byte[]> pieces() {
        var pieces = new ArrayList<byte[]>();
        pieces.add(header(_ -> {}));
        for (var entry : entries) {
            pieces.add(entry);
            pieces.add(new byte[] {'\n'});
        }
        return pieces;
    }

    /// @param fault changes the members of the first line
    byte[] bytes(Consumer<Map<String, @Nullable Object>> fault) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(header(fault));
        for (var entry : entries) {
            out.writeBytes(entry);
            out.write('\n');
        }
        return out.toByteArray();
    }

    private byte[] header(Consumer<Map<String, @Nullable Object>> fault) {
        var header = new TreeMap<String, @Nullable Object>();
        header.put("format", FORMAT);
        header.put("partnership", partnership);
        header.put("party", party);
        header.put("from", from);
        header.put("entries", (long) entries.size());
        header.put("checkpoint", note.note());
        header.put("receipt", receipt);
        fault.accept(header);
        return (CanonicalJson.text(header) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
