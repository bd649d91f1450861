// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.samband.act.Refusal;
import org.samband.label.Labels;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;
import org.samband.proof.MerkleTree;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Stores entries, ours and the counterpart's: asks the rooms before and tells them after, in the
/// transaction that is open.
@Component
class Recording {
    private final LedgerRows rows;
    private final Labels labels;
    private final Supplier<List<EntryCheck>> checks;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Recording(
            LedgerRows rows,
            Labels labels,
            ObjectProvider<EntryCheck> checks,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = rows;
        this.labels = labels;
        // Asked late, because some of them ask the ledgers; they stay the same.
        this.checks = SingletonSupplier.of(() -> checks.orderedStream().toList());
        this.events = events;
        this.clock = clock;
    }

    /// An entry and its canonical bytes.
    static final class Recorded {
        private final Entry entry;
        private final byte[] bytes;
        private final Digest leaf;

        Recorded(Entry entry, byte[] bytes) {
            this(entry, bytes, MerkleTree.leaf(bytes));
        }

        /// @param leaf of these bytes
        Recorded(Entry entry, byte[] bytes, Digest leaf) {
            this.entry = entry;
            this.bytes = bytes;
            this.leaf = leaf;
        }

        Entry entry() {
            return entry;
        }

        byte[] bytes() {
            return bytes;
        }

        Digest leaf() {
            return leaf;
        }
    }

    /// Why a room refuses an entry, if one does.
    Optional<Refusal> refused(Entry entry, boolean ours) {
        return checks.get().stream()
                .flatMap(check -> check.check(entry, ours).stream())
                .findFirst();
    }

    /// Whether the entries before this one are to be stored before a room is asked.
    boolean needsStored(Entry entry) {
        return checks.get().stream().anyMatch(check -> check.needsStored(entry));
    }

    /// The entries that a room refuses, each with the first reason, in order.
    List<EntryCheck.RefusedEntry> refused(List<Entry> entries, boolean ours) {
        var refused = new TreeMap<Long, EntryCheck.RefusedEntry>();
        checks.get().stream()
                .flatMap(check -> check.check(entries, ours).stream())
                .forEach(one -> refused.putIfAbsent(one.entry().number().value(), one));
        return List.copyOf(refused.values());
    }

    /// Stores entries of one ledger and tells the rooms of each.
    void record(List<Recorded> entries, boolean ours) {
        rows.store(entries, entry -> labels.intern(entry.marking()), clock.instant());
        for (var one : entries) {
            events.publishEvent(new EntryRecorded(one.entry(), ours));
        }
    }

    /// Tells the rooms that all entries of this transaction are stored.
    void ended(PartnershipId partnership, boolean ours, Set<String> subjects) {
        events.publishEvent(new EntriesRecorded(partnership, ours, subjects));
    }
}
