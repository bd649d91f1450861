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
/// them: for a node whose database was restored from an older copy. All that one checkpoint shows
/// or nothing of it, in one transaction. Source: `spec/federation/`, FEDERATION-45.
@Component
public class LedgerRecovery {
    private final Ledgers ledgers;
    private final LedgerKey key;
    private final LedgerKeys keys;
    private final LedgerRows rows;
    private final Roots roots;
    private final Recording recording;
    private final Sights sights;

    LedgerRecovery(
            Ledgers ledgers,
            LedgerKey key,
            LedgerKeys keys,
            LedgerRows rows,
            Roots roots,
            Recording recording,
            Sights sights) {
        this.ledgers = ledgers;
        this.key = key;
        this.keys = keys;
        this.rows = rows;
        this.roots = roots;
        this.recording = recording;
        this.sights = sights;
    }

    /// Takes entries back. What we signed proves itself: the counterpart cannot have changed it.
    ///
    /// @param from number of the first entry: the next one of our ledger, or one before
    /// @param entries canonical bytes, in order, none left out
    /// @param last the last of them, which may change the key
    /// @param checkpoint of our ledger after the last of them, signed by us
    /// @return how many entries our ledger has now
    public Outcome<Long> takeBack(
            LedgerId ours,
            long from,
            Iterator<byte[]> entries,
            Optional<byte[]> last,
            Checkpoint checkpoint) {
        var pair = ledgers.pair(ours.partnership()).filter(held -> held.shared().equals(ours));
        if (pair.isEmpty() || pair.get().counterpartKey().isEmpty()) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.NO_SUCH_LEDGER).with("ledger", Ledgers.origin(ours)));
        }
        try {
            return sights.within(
                    Sight.NODE,
                    () -> Outcome.accepted(taken(pair.get(), from, entries, last, checkpoint)));
        } catch (Admissions.RolledBack rolledBack) {
            return Outcome.refused(rolledBack.refusal());
        }
    }

    private long taken(
            LedgerPair pair,
            long from,
            Iterator<byte[]> entries,
            Optional<byte[]> last,
            Checkpoint checkpoint) {
        var change = signed(pair, last, checkpoint);
        var head = rows.lock(pair.shared());
        if (from > head.size() + 1) {
            throw new Admissions.RolledBack(
                    Refusal.of(LedgerRule.GAP)
                            .with("have", head.size())
                            .with("from", from)
                            .with("next", head.size() + 1));
        }
        var tree = head.tree();
        long seen = head.seen();
        var subjects = new HashSet<String>();
        for (long number = from; entries.hasNext(); number++) {
            var bytes = entries.next();
            if (number <= head.size()) {
                continue; // Is here: if it were another one, the root would be.
            }
            var entry = read(pair.shared(), number, bytes, checkpoint.size());
            recording.record(List.of(new Recording.Recorded(entry, bytes)), true);
            tree = tree.append(MerkleTree.leaf(bytes));
            seen = entry.seen();
            subjects.add(entry.subject());
            if (number == checkpoint.size()) {
                change.ifPresent(one -> keys.keep(entry, one, checkpoint));
            }
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
                        receipt(pair, head, checkpoint)));
        roots.keep(head.ledger(), head.size(), tree.size());
        recording.ended(pair.partnership(), true, subjects);
        return tree.size();
    }

    /// Checks that we signed the checkpoint, with the keys that the last entry may bring.
    private Optional<KeyEntry> signed(
            LedgerPair pair, Optional<byte[]> last, Checkpoint checkpoint) {
        var terms = keys.terms(pair, pair.shared());
        var entry =
                last.filter(KeyEntry::mayBe)
                        .map(bytes -> AdmissionBatch.read(checkpoint.size(), bytes));
        Optional<KeyEntry> change;
        try {
            change = entry.flatMap(LedgerKeys::announced);
        } catch (IllegalArgumentException wrong) {
            throw notOurs(String.valueOf(wrong.getMessage()));
        }
        if (change.isPresent()) {
            terms.announce(checkpoint.size(), entry.get().seen(), change.get())
                    .ifPresent(fault -> {
                        throw notOurs(fault.sentence());
                    });
            if (!key.holds(change.get().key())
                    || !change.get().second().map(key::holds).orElse(true)) {
                throw new Admissions.RolledBack(
                        Refusal.of(LedgerRule.SECRET_NOT_HERE).with("number", checkpoint.size()));
            }
        }
        if (!checkpoint.origin().equals(Ledgers.origin(pair.shared()))) {
            throw notOurs("it is of another ledger");
        }
        terms.fault(checkpoint)
                .ifPresent(fault -> {
                    throw notOurs(fault.sentence());
                });
        return change;
    }

    private static Admissions.RolledBack notOurs(String reason) {
        return new Admissions.RolledBack(
                Refusal.of(LedgerRule.NOT_SIGNED_HERE).with("reason", reason));
    }

    /// The counterpart's receipt: this one, if it holds with the keys of the counterpart that are
    /// known here; one with a key that is not known yet comes again with the next delivery.
    private Optional<Checkpoint> receipt(LedgerPair pair, Head head, Checkpoint checkpoint) {
        return keys.terms(pair, pair.counterparts()).cosignatureFault(checkpoint).isEmpty()
                ? Optional.of(checkpoint)
                : head.cosigned();
    }

    private static Entry read(LedgerId ours, long number, byte[] bytes, long last) {
        var entry = AdmissionBatch.read(number, bytes);
        if (!entry.ledger().equals(ours) || entry.number().value() != number) {
            throw new Admissions.RolledBack(
                    Refusal.of(LedgerRule.WRONG_MEMBER)
                            .with("number", number)
                            .with("member", "ledger, number")
                            .with("found", entry.ledger() + " " + entry.number())
                            .with("expected", ours + " " + number));
        }
        if (entry.kind().equals(KeyEntry.KIND) && number < last) {
            throw new Admissions.RolledBack(
                    Refusal.of(LedgerRule.KEY_CHANGE_NOT_LAST).with("number", number));
        }
        return entry;
    }
}
