// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.samband.proof.KeyEntry;
import org.samband.proof.KeyTerms;
import org.samband.proof.VerifierKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Which key signs each ledger from which entry on. Source: `spec/ledger/`, LEDGER-17 to 19.
@Component
public class LedgerKeys {
    private final LedgerKey key;
    private final KeyRows rows;
    private final Sights sights;
    private final Map<LedgerId, List<Held>> cached = new ConcurrentHashMap<>();

    LedgerKeys(LedgerKey key, KeyRows rows, Sights sights) {
        this.key = key;
        this.rows = rows;
        this.sights = sights;
    }

    /// A key of a ledger as it is stored.
    ///
    /// @param number of the entry that announces it; 0 for the first one
    /// @param seen by that entry
    /// @param second of ML-DSA-65, with which the party signs beside it; empty where it does not
    /// @param note checkpoint of the change; empty for the first one
    public record Held(
            long number,
            long seen,
            VerifierKey key,
            Optional<VerifierKey> second,
            Optional<LocalDate> until,
            OptionalLong revokes,
            Optional<Checkpoint> note) {
        KeyEntry entry() {
            return new KeyEntry(key, second, until, revokes);
        }
    }

    /// All keys of a ledger, the first one first; none while the counterpart has given none.
    public List<Held> of(LedgerPair pair, LedgerId ledger) {
        return sights.within(Sight.NODE, () -> held(pair, ledger));
    }

    /// In a transaction as the node.
    List<Held> held(LedgerPair pair, LedgerId ledger) {
        var known = cached.get(ledger);
        if (known != null) {
            return known;
        }
        var stored = rows.all(ledger);
        if (stored.isEmpty()) {
            var origin = Ledgers.origin(ledger);
            if (ledger.party().equals(pair.ours())) {
                first(ledger, key.verifier(origin), key.second(origin));
            } else {
                pair.counterpartKey()
                        .ifPresent(given -> first(ledger, given, pair.counterpartSecond()));
            }
            stored = rows.all(ledger);
        }
        if (!stored.isEmpty()) {
            cached.put(ledger, stored);
        }
        return stored;
    }

    /// Keeps the first key of a ledger, and the second beside it.
    void first(LedgerId ledger, VerifierKey given, Optional<VerifierKey> second) {
        rows.store(
                ledger,
                new Held(
                        0,
                        0,
                        given,
                        second,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty()));
        forget(ledger);
    }

    /// @throws IllegalStateException if there is no key
    KeyTerms terms(LedgerPair pair, LedgerId ledger) {
        return terms(held(pair, ledger));
    }

    private static KeyTerms terms(List<Held> held) {
        var terms = new KeyTerms(held.getFirst().key(), held.getFirst().second());
        for (var later : held.subList(1, held.size())) {
            terms.announce(later.number(), later.seen(), later.entry());
        }
        return terms;
    }

    /// What an entry says of a key, if it is of that kind.
    ///
    /// @throws IllegalArgumentException if it is not of its form
    static Optional<KeyEntry> announced(Entry entry) {
        return entry.kind().equals(KeyEntry.KIND)
                ? Optional.of(KeyEntry.of(entry.content(), Ledgers.origin(entry.ledger())))
                : Optional.empty();
    }

    /// Keeps a change, in the transaction that stores its entry.
    void keep(Entry entry, KeyEntry change, Checkpoint note) {
        rows.store(
                entry.ledger(),
                new Held(
                        entry.number().value(),
                        entry.seen(),
                        change.key(),
                        change.second(),
                        change.until(),
                        change.revokes(),
                        Optional.of(note)));
        forget(entry.ledger());
    }

    private void forget(LedgerId ledger) {
        cached.remove(ledger);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        cached.remove(ledger);
                    }
                });
    }

    /// Why an entry comes too late for the key in force; empty if it does not.
    Optional<Refusal> expired(LedgerPair pair, Entry entry) {
        var held = held(pair, entry.ledger());
        if (held.isEmpty() || entry.kind().equals(KeyEntry.KIND)) {
            return Optional.empty();
        }
        return held.getLast()
                .until()
                .filter(until -> entry.at().atZone(ZoneOffset.UTC).toLocalDate().isAfter(until))
                .map(until ->
                        Refusal.of(LedgerRule.KEY_EXPIRED)
                                .with("party", entry.ledger().party())
                                .with("until", until));
    }

    /// Our signatures on a checkpoint of our ledger.
    Checkpoint signed(KeyTerms terms, Checkpoint bare) {
        var term = terms.at(bare.size());
        var signers = new ArrayList<VerifierKey>();
        if (term.from() == bare.size() && term.from() > 0 && term.revokes().isEmpty()) {
            signers.addAll(terms.at(bare.size() - 1).keys());
        }
        signers.addAll(term.keys());
        var signed = bare;
        for (var signer : signers) {
            signed = key.signed(signed, signer);
        }
        return signed;
    }

    /// A checkpoint of the counterpart's ledger with our cosignatures.
    ///
    /// @param receipted how many of our entries it has receipted
    /// @param time seconds since 1970
    Checkpoint cosigned(LedgerPair pair, Checkpoint checkpoint, long receipted, long time) {
        var cosigned = checkpoint;
        for (var signer : cosigning(pair, receipted).keys()) {
            cosigned = key.cosigned(cosigned, signer, time);
        }
        return cosigned;
    }

    /// The keys with which we cosign: the newest of which the counterpart knows.
    private KeyTerms.Term cosigning(LedgerPair pair, long receipted) {
        var terms = terms(pair, pair.shared());
        var newest = terms.newest();
        return newest.revokes().isPresent() ? newest : terms.at(receipted);
    }

    /// Signs a statement for the counterpart, with the key of Ed25519 that a cosignature would
    /// have.
    ///
    /// @param receipted how many of our entries it has receipted
    public Checkpoint.SignatureLine attested(LedgerPair pair, long receipted, byte[] statement) {
        return key.attested(
                statement, sights.within(Sight.NODE, () -> cosigning(pair, receipted)).key());
    }

    /// The keys of a ledger's party whose word counts: all that were not revoked.
    public List<VerifierKey> speaking(LedgerPair pair, LedgerId ledger) {
        var held = of(pair, ledger);
        var speaking = new ArrayList<VerifierKey>();
        for (int i = 0; i < held.size(); i++) {
            if (i + 1 == held.size() || held.get(i + 1).revokes().isEmpty()) {
                speaking.add(held.get(i).key());
            }
        }
        return speaking;
    }

    /// The draft of a change to the node's next key.
    ///
    /// @param revokes whether the key before was lost or stolen
    Draft draft(
            LedgerPair pair,
            Entry.By by,
            Marking marking,
            Optional<LocalDate> until,
            OptionalLong revokes) {
        var next = key.next(Ledgers.origin(pair.shared()), until, revokes);
        return new Draft(
                pair.partnership(),
                by,
                Circle.SHARED,
                marking,
                "",
                KeyEntry.KIND,
                Optional.empty(),
                next.content());
    }

    /// Whether the newest key of our ledger is the one that is to follow.
    boolean isNext(LedgerPair pair) {
        var next = key.next(Ledgers.origin(pair.shared()), Optional.empty(), OptionalLong.empty());
        return of(pair, pair.shared()).getLast().key().equals(next.key());
    }

    void follow() {
        key.follow();
        cached.clear();
    }

    /// What is wrong with the signatures on what the counterpart delivers, after the change of key
    /// that its last entry may bring.
    ///
    /// @return the change, if there is one
    Outcome<Optional<KeyEntry>> checked(
            LedgerPair pair, Checkpoint checkpoint, Optional<Entry> last) {
        var terms = terms(pair, pair.counterparts());
        var change = last.flatMap(LedgerKeys::announced);
        if (change.isPresent()) {
            var entry = last.get();
            var fault = terms.announce(entry.number().value(), entry.seen(), change.get());
            if (fault.isPresent()) {
                return Outcome.refused(fault(fault.get()));
            }
        }
        var pinned = pinned(pair, terms);
        if (change.isPresent()
                && change.get().revokes().isPresent()
                && pinned.filter(term -> term.key().equals(change.get().key())).isEmpty()) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.KEY_REVOKED).with("party", pair.counterpart()));
        }
        if (pinned.isEmpty()) {
            return Outcome.refused(LedgerRule.WRONG_SIGNATURE);
        }
        if (pair.counterpartSecond().isPresent()
                && !pair.counterpartSecond().equals(pinned.get().second())) {
            return Outcome.refused(LedgerRule.WRONG_SECOND_SIGNATURE);
        }
        return terms.fault(checkpoint)
                .<Outcome<Optional<KeyEntry>>>map(fault -> Outcome.refused(fault(fault)))
                .orElseGet(() -> Outcome.accepted(change));
    }

    /// The term whose key the pair file names.
    private static Optional<KeyTerms.Term> pinned(LedgerPair pair, KeyTerms terms) {
        return terms.all().stream()
                .filter(term -> pair.counterpartKey().filter(term.key()::equals).isPresent())
                .findFirst();
    }

    private static Refusal fault(KeyTerms.Fault fault) {
        return switch (fault.requirement()) {
            case "LEDGER-12" -> Refusal.of(LedgerRule.WRONG_SIGNATURE);
            case "LEDGER-28" -> Refusal.of(LedgerRule.WRONG_SECOND_SIGNATURE);
            default -> Refusal.of(LedgerRule.WRONG_KEY).with("reason", fault.sentence());
        };
    }
}
