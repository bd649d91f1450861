// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.samband.proof.JsonRefused;
import org.samband.proof.KeyEntry;
import org.samband.proof.MerkleTree;
import org.samband.proof.VerifierKey;
import org.springframework.stereotype.Component;

/// The door through which the counterpart's entries come in: all of a delivery or nothing of it,
/// each entry once.
@Component
public class Admissions {
    private final Ledgers ledgers;
    private final LedgerKey key;
    private final LedgerKeys keys;
    private final LedgerRows rows;
    private final Roots roots;
    private final Sights sights;

    Admissions(
            Ledgers ledgers,
            LedgerKey key,
            LedgerKeys keys,
            LedgerRows rows,
            Roots roots,
            Sights sights) {
        this.ledgers = ledgers;
        this.key = key;
        this.keys = keys;
        this.rows = rows;
        this.roots = roots;
        this.sights = sights;
    }

    /// What was admitted.
    ///
    /// @param entries that were new, in order
    /// @param receipt the newest checkpoint of the counterpart's ledger that is held here, with our
    ///   cosignature
    public record Admitted(List<Entry> entries, Checkpoint receipt) {}

    /// Admits entries of the counterpart's shared ledger. A delivery that came before gets the same
    /// answer again.
    ///
    /// @param from number of the first entry, counted from 1
    /// @param entries canonical bytes, in order, none left out
    /// @param checkpoint of the ledger after the last of them
    public Outcome<Admitted> admit(
            LedgerId ledger, long from, List<byte[]> entries, Checkpoint checkpoint) {
        var pair =
                ledgers.pair(ledger.partnership())
                        .filter(held -> held.counterparts().equals(ledger));
        if (pair.isEmpty() || pair.get().counterpartKey().isEmpty()) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.NO_SUCH_LEDGER).with("ledger", Ledgers.origin(ledger)));
        }
        if (!checkpoint.origin().equals(Ledgers.origin(ledger))) {
            return Outcome.refused(LedgerRule.WRONG_ORIGIN);
        }
        try {
            return sights.within(
                    Sight.NODE,
                    () -> Outcome.accepted(admit(pair.get(), from, entries, checkpoint)));
        } catch (RolledBack rolledBack) {
            return Outcome.refused(rolledBack.refusal);
        }
    }

    private Admitted admit(
            LedgerPair pair, long from, List<byte[]> entries, Checkpoint checkpoint) {
        var head = rows.lock(pair.counterparts());
        if (from < 1 || from > head.size() + 1 || checkpoint.size() != from - 1 + entries.size()) {
            throw new RolledBack(
                    Refusal.of(LedgerRule.GAP)
                            .with("have", head.size())
                            .with("from", from)
                            .with("next", head.size() + 1));
        }
        var change = change(pair, head, from, entries, checkpoint);
        int known = (int) Math.min(head.size() - from + 1, entries.size());
        for (int i = 0; i < known; i++) {
            refuseAltered(pair.counterparts(), from + i, entries.get(i));
        }
        var fresh = new ArrayList<Entry>();
        var grown = head;
        for (var bytes : entries.subList(known, entries.size())) {
            var entry = checked(pair, grown, bytes);
            if (entry.kind().equals(KeyEntry.KIND)
                    && entry.number().value() < from - 1 + entries.size()) {
                throw new RolledBack(
                        Refusal.of(LedgerRule.KEY_CHANGE_NOT_LAST)
                                .with("number", entry.number().value()));
            }
            ledgers.record(entry, bytes, false);
            grown = grown(grown, entry, bytes);
            fresh.add(entry);
        }
        change.ifPresent(one -> keys.keep(fresh.getLast(), one, checkpoint));
        roots.keep(head.ledger(), head.size(), grown.size());
        return new Admitted(fresh, cosign(pair, grown, fresh.isEmpty(), checkpoint));
    }

    /// Checks who signed the checkpoint, and takes the change of key that the last entry may bring.
    private Optional<KeyEntry> change(
            LedgerPair pair, Head head, long from, List<byte[]> entries, Checkpoint checkpoint) {
        long last = from - 1 + entries.size();
        var fresh =
                last > head.size() && KeyEntry.mayBe(entries.getLast())
                        ? Optional.of(read(last, entries.getLast()))
                        : Optional.<Entry>empty();
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

    private static Head grown(Head head, Entry entry, byte[] bytes) {
        var tree = head.tree().append(MerkleTree.leaf(bytes));
        return new Head(head.ledger(), tree, entry.seen(), head.checkpoint(), head.cosigned());
    }

    private Checkpoint cosign(
            LedgerPair pair, Head head, boolean nothingNew, Checkpoint checkpoint) {
        // A party that signs another root for an earlier size has signed two histories.
        if (!checkpoint.root().equals(roots.at(head, checkpoint.size()))) {
            throw new RolledBack(Refusal.of(LedgerRule.WRONG_ROOT));
        }
        if (checkpoint.size() < head.size() || (nothingNew && head.checkpoint().isPresent())) {
            return head.checkpoint().orElseThrow();
        }
        var receipt =
                key.cosigned(
                        checkpoint,
                        keys.cosigning(pair, rows.head(pair.shared()).acknowledged()),
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

    private void refuseAltered(LedgerId ledger, long number, byte[] bytes) {
        if (!rows.leaf(ledger, number).equals(Optional.of(MerkleTree.leaf(bytes)))) {
            throw new RolledBack(Refusal.of(LedgerRule.FORK).with("number", number));
        }
    }

    private Entry checked(LedgerPair pair, Head head, byte[] bytes) {
        long number = head.size() + 1;
        if (bytes.length > Ledgers.LARGEST_ENTRY) {
            throw new RolledBack(
                    Refusal.of(LedgerRule.TOO_LARGE)
                            .with("most", Ledgers.LARGEST_ENTRY)
                            .with("size", bytes.length));
        }
        var entry = read(number, bytes);
        expect(number, "ledger", head.ledger(), entry.ledger());
        expect(number, "number", number, entry.number().value());
        if (entry.seen() < head.seen() || entry.seen() > rows.head(pair.shared()).size()) {
            throw new RolledBack(
                    Refusal.of(LedgerRule.SEEN_FALLS)
                            .with("number", number)
                            .with("seen", entry.seen()));
        }
        if (entry.circle() == Circle.OWN) {
            throw new RolledBack(Refusal.of(LedgerRule.OWN_RECORD));
        }
        if (entry.marking().isMissing()) {
            throw new RolledBack(Refusal.of(LedgerRule.NO_MARKING));
        }
        keys.expired(pair, entry)
                .or(() -> ledgers.refusedByARoom(entry, false))
                .ifPresent(refusal -> {
                    throw new RolledBack(refusal);
                });
        return entry;
    }

    private static Entry read(long number, byte[] bytes) {
        try {
            return EntryForm.read(bytes);
        } catch (JsonRefused refused) {
            throw notCanonical(number, refused.sentence());
        } catch (IllegalArgumentException wrong) {
            throw notCanonical(number, String.valueOf(wrong.getMessage()));
        }
    }

    private static RolledBack notCanonical(long number, String reason) {
        return new RolledBack(
                Refusal.of(LedgerRule.NOT_CANONICAL).with("number", number).with("reason", reason));
    }

    private static void expect(long number, String member, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new RolledBack(
                    Refusal.of(LedgerRule.WRONG_MEMBER)
                            .with("number", number)
                            .with("member", member)
                            .with("found", found)
                            .with("expected", expected));
        }
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
        if (receipt.size() <= head.acknowledged()) {
            return head.acknowledged();
        }
        rows.store(
                new Head(ours, head.tree(), head.seen(), head.checkpoint(), Optional.of(receipt)));
        return receipt.size();
    }

    /// The counterpart's key was pinned while the node runs: from now on its ledger is signed with
    /// this one. What is recorded stays.
    public void pin(PartnershipId partnership, VerifierKey key) {
        ledgers.pairs.pin(partnership, key);
    }

    /// When an entry of either party was stored at this node, by its own clock.
    public Optional<Instant> stored(LedgerId ledger, long number) {
        return sights.within(Sight.NODE, () -> rows.stored(ledger, number));
    }

    /// Carries a refusal out of the transaction, which rolls back.
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        RolledBack(Refusal refusal) {
            super(refusal.rule().id());
            this.refusal = refusal;
        }
    }
}
