// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.label.Ceiling;
import org.samband.label.Policies;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.proof.KeyEntry;
import org.springframework.stereotype.Component;

/// What is to leave: the entries of our shared ledger for which no receipt is here, each past the
/// gate. It keeps nothing of its own: the ledger and its receipts say it all.
@Component
class Outbox {
    private static final int READ_AT_ONCE = 20;

    private final Ledgers ledgers;
    private final Release release;
    private final LinkRecord record;

    Outbox(Ledgers ledgers, Policies policies, Ceiling ceiling, LinkRecord record) {
        this.ledgers = ledgers;
        this.release = new Release(policies, ceiling);
        this.record = record;
    }

    /// The next segment, with as many entries as it may carry and as may leave.
    ///
    /// @param from number of the first entry; at most one more than the ledger has
    Segment segment(LedgerPair pair, long from) {
        var entries = entries(pair, from);
        return new Segment(
                pair.partnership(),
                pair.ours(),
                from,
                entries,
                ledgers.checkpoint(pair.shared(), from - 1 + entries.size()),
                ledgers.head(pair.counterparts()).cosigned());
    }

    private List<byte[]> entries(LedgerPair pair, long from) {
        var entries = new ArrayList<byte[]>();
        int room = Segment.LARGEST - Segment.LONGEST_HEADER;
        while (entries.size() < Segment.MOST_ENTRIES) {
            int limit = Math.min(READ_AT_ONCE, Segment.MOST_ENTRIES - entries.size());
            var read = ledgers.bytes(pair.shared(), from + entries.size(), limit);
            for (var entry : read) {
                room -= entry.length + 1;
                if (room < 0 || !mayLeave(pair, entry)) {
                    return entries;
                }
                entries.add(entry);
                if (KeyEntry.mayBe(entry)) {
                    return entries; // LEDGER-18: its checkpoint shows who follows whom.
                }
            }
            if (read.size() < limit) {
                break;
            }
        }
        return entries;
    }

    private boolean mayLeave(LedgerPair pair, byte[] entry) {
        var refusal = refusal(pair, entry);
        refusal.ifPresent(why -> record.met(pair.partnership(), LinkEvent.Kind.NOT_SENT, why));
        return refusal.isEmpty();
    }

    private Optional<Refusal> refusal(LedgerPair pair, byte[] entry) {
        return release.refusal(Ledgers.stored(entry), pair.partnership(), pair.counterpart());
    }
}
