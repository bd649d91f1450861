// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.samband.proof.KeyEntry;
import org.samband.proof.MerkleTree;
import org.springframework.stereotype.Component;

/// Takes entries of our own shared ledger back from the counterpart, which holds them as we signed
/// them: for a node whose database was restored from an older copy. All or nothing, in one
/// transaction. Source: `spec/federation/`, FEDERATION-45.
@Component
public class LedgerRecovery {
    private final Ledgers ledgers;
    private final LedgerKeys keys;
    private final LedgerRows rows;
    private final Roots roots;
    private final Recording recording;
    private final Sights sights;

    LedgerRecovery(
            Ledgers ledgers,
            LedgerKeys keys,
            LedgerRows rows,
            Roots roots,
            Recording recording,
            Sights sights) {
        this.ledgers = ledgers;
        this.keys = keys;
        this.rows = rows;
        this.roots = roots;
        this.recording = recording;
        this.sights = sights;
    }

    /// Takes entries back. What we signed proves itself: the counterpart cannot have changed it.
    ///
    /// @param from number of the first entry: the next one of our ledger
    /// @param entries canonical bytes, in order, none left out
    /// @param checkpoint of our ledger after the last of them, signed by us and cosigned
    /// @return how many entries our ledger has now
    public Outcome<Long> takeBack(
            LedgerId ours, long from, Iterator<byte[]> entries, Checkpoint checkpoint) {
        var pair = ledgers.pair(ours.partnership()).filter(held -> held.shared().equals(ours));
        if (pair.isEmpty() || pair.get().counterpartKey().isEmpty()) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.NO_SUCH_LEDGER).with("ledger", Ledgers.origin(ours)));
        }
        try {
            return sights.within(
                    Sight.NODE,
                    () -> Outcome.accepted(taken(pair.get(), from, entries, checkpoint)));
        } catch (Admissions.RolledBack rolledBack) {
            return Outcome.refused(rolledBack.refusal());
        }
    }

    private long taken(
            LedgerPair pair, long from, Iterator<byte[]> entries, Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(Ledgers.origin(pair.shared()))
                || keys.terms(pair, pair.shared()).fault(checkpoint).isPresent()
                || keys.terms(pair, pair.counterparts()).cosignatureFault(checkpoint).isPresent()) {
            throw new Admissions.RolledBack(Refusal.of(LedgerRule.WRONG_COSIGNATURE));
        }
        var head = rows.lock(pair.shared());
        if (from != head.size() + 1) {
            throw new Admissions.RolledBack(
                    Refusal.of(LedgerRule.GAP)
                            .with("have", head.size())
                            .with("from", from)
                            .with("next", head.size() + 1));
        }
        var tree = head.tree();
        long seen = head.seen();
        var subjects = new HashSet<String>();
        while (entries.hasNext()) {
            var bytes = entries.next();
            var entry = read(pair.shared(), tree.size() + 1, bytes);
            recording.record(List.of(new Recording.Recorded(entry, bytes)), true);
            tree = tree.append(MerkleTree.leaf(bytes));
            seen = entry.seen();
            subjects.add(entry.subject());
        }
        if (tree.size() != checkpoint.size() || !tree.root().equals(checkpoint.root())) {
            throw new Admissions.RolledBack(Refusal.of(LedgerRule.WRONG_ROOT));
        }
        rows.store(
                new Head(
                        head.ledger(),
                        tree,
                        seen,
                        Optional.of(checkpoint),
                        Optional.of(checkpoint)));
        roots.keep(head.ledger(), head.size(), tree.size());
        recording.ended(pair.partnership(), true, subjects);
        return tree.size();
    }

    /// A change of key is not taken back: it needs the keys before and after it (LEDGER-18).
    private static Entry read(LedgerId ours, long number, byte[] bytes) {
        var entry = AdmissionBatch.read(number, bytes);
        if (!entry.ledger().equals(ours) || entry.number().value() != number) {
            throw new Admissions.RolledBack(
                    Refusal.of(LedgerRule.WRONG_MEMBER)
                            .with("number", number)
                            .with("member", "ledger, number")
                            .with("found", entry.ledger() + " " + entry.number())
                            .with("expected", ours + " " + number));
        }
        if (entry.kind().equals(KeyEntry.KIND)) {
            throw new Admissions.RolledBack(Refusal.of(LedgerRule.KEY_CHANGE_NOT_LAST));
        }
        return entry;
    }
}
