// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samband.parties.PartnershipId;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.ExportVerification;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Both shared ledgers of a partnership, with what follows from them, as a file that `verify`
/// proves. Source: `spec/ledger/`, section "Export".
@Component
public class LedgerExport {
    private static final int BATCH = 500;

    private final Ledgers ledgers;
    private final LedgerKeys keys;
    private final ObjectProvider<ExportedStates> states;

    LedgerExport(Ledgers ledgers, LedgerKeys keys, ObjectProvider<ExportedStates> states) {
        this.ledgers = ledgers;
        this.keys = keys;
        this.states = states;
    }

    /// Writes the export as it stands now; entries that come meanwhile are left for the next one.
    ///
    /// @throws IllegalArgumentException if this node does not hold the partnership
    public void write(PartnershipId partnership, OutputStream out) throws IOException {
        var pair =
                ledgers.pair(partnership)
                        .orElseThrow(() -> new IllegalArgumentException("no such partnership"));
        var both = ledgers.heads(pair);
        var heads = pair.counterpartKey().isPresent() ? both : both.subList(0, 1);
        var headers = new ArrayList<Map<String, Object>>();
        for (var head : heads) {
            headers.add(header(head, keys.of(pair, head.ledger())));
        }
        var first = new TreeMap<String, Object>();
        first.put("procedures", List.of());
        first.put("roles", Map.of());
        states.orderedStream().forEach(room -> first.putAll(room.members(heads)));
        first.put("format", ExportVerification.FORMAT);
        first.put("partnership", partnership.value());
        first.put("ledgers", headers);
        line(out, CanonicalJson.bytes(first));
        for (var head : heads) {
            entries(head, out);
        }
        for (var room : states.orderedStream().toList()) {
            room.lines(heads, value -> line(out, CanonicalJson.bytes(value)));
        }
    }

    /// Writes the entries of our own line, one per line as they stand. They never leave this party;
    /// this is for its own copy alone.
    ///
    /// @return how many
    public long own(PartnershipId partnership, OutputStream out) throws IOException {
        var head = ledgers.head(ledgers.pair(partnership).orElseThrow().own());
        entries(head, out);
        return head.size();
    }

    /// A change of key that came after the head is left for the next export, as its entry is.
    private static Map<String, Object> header(Head head, List<LedgerKeys.Held> keys) {
        var notes = new TreeMap<Long, String>();
        keys.stream()
                .filter(key -> key.number() <= head.size())
                .forEach(key -> key.note().ifPresent(note -> notes.put(note.size(), note.note())));
        head.checkpoint().ifPresent(checkpoint -> notes.put(checkpoint.size(), checkpoint.note()));
        head.cosigned()
                .map(Checkpoint::note)
                .ifPresent(note -> notes.put(head.acknowledged(), note));
        var header = new TreeMap<String, Object>();
        header.put("party", head.ledger().party().value());
        header.put("size", head.size());
        header.put("key", keys.getFirst().key().toString());
        keys.getFirst().second().ifPresent(second -> header.put("second", second.toString()));
        header.put("checkpoints", List.copyOf(notes.values()));
        return header;
    }

    private void entries(Head head, OutputStream out) throws IOException {
        for (long from = 1; from <= head.size(); from += BATCH) {
            int limit = (int) Math.min(BATCH, head.size() - from + 1);
            for (var entry : ledgers.bytes(head.ledger(), from, limit)) {
                line(out, entry);
            }
        }
    }

    private static void line(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.write('\n');
    }
}
