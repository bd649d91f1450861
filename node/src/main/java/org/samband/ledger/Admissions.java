// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.samband.proof.KeyEntry;
import org.samband.proof.MerkleTree;
import org.samband.proof.VerifierKey;
import org.springframework.stereotype.Component;

/// The door through which the counterpart's entries come in: all of a delivery or nothing of it,
/// each entry once.
@Component
public class Admissions {
    private final Ledgers ledgers;
    private final LedgerKeys keys;
    private final LedgerRows rows;
    private final Roots roots;
    private final Recording recording;
    private final Sights sights;

    Admissions(
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

    /// What was admitted.
    ///
    /// @param entries that were new, in order
    /// @param receipt the newest checkpoint of the counterpart's ledger that is held here, with our
    ///   cosignature
    public record Admitted(List<Entry> entries, Checkpoint receipt) {}

    /// Admits a few entries; see {@link #take}.
    public Outcome<Admitted> admit(
            LedgerId ledger, long from, List<byte[]> entries, Checkpoint checkpoint) {
        return switch (take(
                ledger,
                from,
                entries.size(),
                entries.iterator(),
                entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast()),
                checkpoint)) {
            case Taking.Taken(var fresh, var receipt) ->
                    Outcome.accepted(
                            new Admitted(
                                    entries.subList(entries.size() - fresh, entries.size()).stream()
                                            .map(Ledgers::stored)
                                            .toList(),
                                    receipt));
            case Taking.NotTaken(var refusal, _) -> Outcome.refused(refusal);
        };
    }

    /// Admits entries of the counterpart's shared ledger. A delivery that came before gets the same
    /// answer again. However many there are, only a few hundred are in memory at a time.
    ///
    /// @param from number of the first entry, counted from 1
    /// @param count how many entries there are
    /// @param entries canonical bytes, in order, none left out
    /// @param last the last of them, which may change the key with which the checkpoint is signed
    /// @param checkpoint of the ledger after the last of them
    public Taking take(
            LedgerId ledger,
            long from,
            long count,
            Iterator<byte[]> entries,
            Optional<byte[]> last,
            Checkpoint checkpoint) {
        var pair =
                ledgers.pair(ledger.partnership())
                        .filter(held -> held.counterparts().equals(ledger));
        if (pair.isEmpty() || pair.get().counterpartKey().isEmpty()) {
            return refused(
                    Refusal.of(LedgerRule.NO_SUCH_LEDGER).with("ledger", Ledgers.origin(ledger)));
        }
        if (!checkpoint.origin().equals(Ledgers.origin(ledger))) {
            return refused(Refusal.of(LedgerRule.WRONG_ORIGIN));
        }
        try {
            return sights.within(
                    Sight.NODE, () -> taken(pair.get(), from, count, entries, last, checkpoint));
        } catch (RolledBack rolledBack) {
            return new Taking.NotTaken(rolledBack.refusal, rolledBack.entries);
        }
    }

    private static Taking refused(Refusal refusal) {
        return new Taking.NotTaken(refusal, List.of());
    }

    private Taking.Taken taken(
            LedgerPair pair,
            long from,
            long count,
            Iterator<byte[]> entries,
            Optional<byte[]> lastBytes,
            Checkpoint checkpoint) {
        var head = rows.lock(pair.counterparts());
        if (!(Decision.begin(head.size(), from, count, checkpoint.size())
                instanceof Decision.Begin(long known))) {
            throw new RolledBack(
                    Refusal.of(LedgerRule.GAP)
                            .with("have", head.size())
                            .with("from", from)
                            .with("next", head.size() + 1));
        }
        var change = change(pair, head, from - 1 + count, lastBytes, checkpoint);
        refuseAltered(pair.counterparts(), from, from - 1 + known, entries);
        var batch =
                new AdmissionBatch(
                        recording,
                        entry -> keys.expired(pair, entry),
                        head,
                        rows.head(pair.shared()).size(),
                        from - 1 + count);
        try (var ahead = new ReadAhead(entries)) {
            while (ahead.hasNext()) {
                batch.take(ahead);
            }
        }
        var grown = batch.head();
        int fresh = (int) (grown.size() - head.size());
        if (fresh > 0) {
            change.ifPresent(one -> keys.keep(batch.last(), one, checkpoint));
            roots.keep(head.ledger(), head.size(), grown.size());
            recording.ended(pair.partnership(), false, batch.subjects());
        }
        return new Taking.Taken(fresh, cosign(pair, grown, fresh, checkpoint));
    }

    /// Checks who signed the checkpoint, and takes the change of key that the last entry may bring.
    private Optional<KeyEntry> change(
            LedgerPair pair, Head head, long last, Optional<byte[]> bytes, Checkpoint checkpoint) {
        var fresh =
                bytes.filter(one -> last > head.size() && KeyEntry.mayBe(one))
                        .map(one -> AdmissionBatch.read(last, one));
        try {
            return switch (keys.checked(pair, checkpoint, fresh)) {
                case Outcome.Accepted<Optional<KeyEntry>>(var change) -> change;
                case Outcome.Refused<Optional<KeyEntry>>(var refusal) ->
                        throw new RolledBack(refusal);
            };
        } catch (IllegalArgumentException wrong) {
            throw new RolledBack(
                    Refusal.of(LedgerRule.KEY_MALFORMED)
                            .with("reason", String.valueOf(wrong.getMessage())));
        }
    }

    /// Compares entries that are held already, byte for byte by their leaves.
    ///
    /// @param from number of the first that came
    /// @param to number of the last that is held and came
    private void refuseAltered(LedgerId ledger, long from, long to, Iterator<byte[]> entries) {
        for (long first = from; first <= to; first += AdmissionBatch.MOST) {
            long number = first;
            long last = Math.min(to, first + AdmissionBatch.MOST - 1);
            for (var leaf : rows.leaves(ledger, first, last)) {
                if (Decision.isFork(leaf, MerkleTree.leaf(entries.next()))) {
                    throw new RolledBack(Refusal.of(LedgerRule.FORK).with("number", number));
                }
                number++;
            }
        }
    }

    private Checkpoint cosign(LedgerPair pair, Head head, long fresh, Checkpoint checkpoint) {
        // A party that signs another root for an earlier size has signed two histories.
        var root = roots.at(head, checkpoint.size());
        return switch (Decision.end(root, checkpoint.root(), fresh)) {
            case Decision.WrongRoot() -> throw new RolledBack(Refusal.of(LedgerRule.WRONG_ROOT));
            case Decision.Repeat() ->
                    head.checkpoint().orElseGet(() -> cosigned(pair, head, checkpoint));
            case Decision.Cosign() -> cosigned(pair, head, checkpoint);
        };
    }

    private Checkpoint cosigned(LedgerPair pair, Head head, Checkpoint checkpoint) {
        var receipt =
                keys.cosigned(
                        pair,
                        checkpoint,
                        rows.head(pair.shared()).acknowledged(),
                        ledgers.now().getEpochSecond());
        rows.store(
                new Head(
                        head.ledger(),
                        head.tree(),
                        head.seen(),
                        Optional.of(receipt),
                        Optional.of(receipt)));
        return receipt;
    }

    /// Keeps the counterpart's receipt over our ledger: its cosignature, never the transport's
    /// word.
    ///
    /// @return how many of our entries are receipted now
    public Outcome<Long> receipt(LedgerId ours, Checkpoint receipt) {
        var pair = ledgers.pair(ours.partnership()).filter(held -> held.shared().equals(ours));
        if (pair.isEmpty() || pair.get().counterpartKey().isEmpty()) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.NO_SUCH_LEDGER).with("ledger", Ledgers.origin(ours)));
        }
        return sights.within(
                Sight.NODE,
                () ->
                        receipt.origin().equals(Ledgers.origin(ours))
                                        && keys.terms(pair.get(), ours).fault(receipt).isEmpty()
                                        && keys.terms(pair.get(), pair.get().counterparts())
                                                .cosignatureFault(receipt)
                                                .isEmpty()
                                ? Outcome.accepted(keep(ours, receipt))
                                : Outcome.refused(LedgerRule.WRONG_COSIGNATURE));
    }

    private long keep(LedgerId ours, Checkpoint receipt) {
        var head = rows.lock(ours);
        if (ReceiptDecision.of(head.size(), head.acknowledged(), receipt.size())
                != ReceiptDecision.NEW) {
            return head.acknowledged();
        }
        rows.store(
                new Head(ours, head.tree(), head.seen(), head.checkpoint(), Optional.of(receipt)));
        return receipt.size();
    }

    /// The counterpart's key was pinned while the node runs: from now on its ledger is signed with
    /// this one, and with the second beside it where there is one. What is recorded stays.
    public void pin(PartnershipId partnership, VerifierKey key, Optional<VerifierKey> second) {
        ledgers.pairs.pin(partnership, key, second);
    }

    /// When an entry of either party was stored at this node, by its own clock.
    public Optional<Instant> stored(LedgerId ledger, long number) {
        return sights.within(Sight.NODE, () -> rows.stored(ledger, number));
    }

    /// Carries a refusal out of the transaction, which rolls back.
    static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;
        private final transient List<Taking.RefusedEntry> entries;

        RolledBack(Refusal refusal) {
            this(refusal, List.of());
        }

        RolledBack(Refusal refusal, List<Taking.RefusedEntry> entries) {
            super(refusal.rule().id(), null, false, false);
            this.refusal = refusal;
            this.entries = entries;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
