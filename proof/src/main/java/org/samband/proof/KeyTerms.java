// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The keys of one ledger, each from one entry on. Source: `spec/ledger/`, LEDGER-17 to 19, 27 and
/// 28.
public final class KeyTerms {
    private final List<Term> terms = new ArrayList<>();

    /// A key in force.
    ///
    /// @param from number of the entry that announces it; 0 for the first key
    /// @param seen how many of the counterpart's entries that entry had seen
    /// @param second with which the party signs beside it; empty where it does not
    /// @param revokes up to which size the key before it counts, where that key was revoked
    public record Term(
            long from,
            long seen,
            VerifierKey key,
            Optional<VerifierKey> second,
            OptionalLong revokes) {
        /// All keys that sign, the first one first.
        public List<VerifierKey> keys() {
            return Stream.concat(Stream.of(key), second.stream()).toList();
        }
    }

    /// Why a checkpoint is not what its party signs.
    ///
    /// @param requirement of `spec/ledger/`
    public record Fault(String requirement, String sentence) {}

    /// @param first key of the ledger
    /// @param second beside it; empty where there is none, or none is known
    public KeyTerms(VerifierKey first, Optional<VerifierKey> second) {
        terms.add(new Term(0, 0, first, second, OptionalLong.empty()));
    }

    /// The terms in order, the first key first.
    public List<Term> all() {
        return List.copyOf(terms);
    }

    public Term newest() {
        return terms.getLast();
    }

    /// Takes the next key.
    ///
    /// @param number of the entry
    /// @param seen by the entry
    /// @return why it is refused; empty if it is taken
    public Optional<Fault> announce(long number, long seen, KeyEntry entry) {
        var term = new Term(number, seen, entry.key(), entry.second(), entry.revokes());
        if (terms.stream().anyMatch(old -> old.keys().stream().anyMatch(term.keys()::contains))) {
            return Optional.of(
                    new Fault("LEDGER-17", "the entry announces a key that the ledger had before"));
        }
        if (entry.revokes().isPresent() && entry.revokes().getAsLong() >= number) {
            return Optional.of(
                    new Fault("LEDGER-19", "the entry revokes a key from after itself on"));
        }
        terms.add(term);
        return Optional.empty();
    }

    /// The key with which the party signs a checkpoint of this size.
    public Term at(long size) {
        return terms.stream()
                .filter(term -> term.from() <= size)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /// The key before a term.
    private Optional<Term> before(Term term) {
        int place = terms.indexOf(term);
        return place == 0 ? Optional.empty() : Optional.of(terms.get(place - 1));
    }

    /// What is wrong with the party's signatures on a checkpoint; empty if nothing is.
    public Optional<Fault> fault(Checkpoint checkpoint) {
        var term = at(checkpoint.size());
        var revoking = revoking(term, checkpoint.size());
        if (revoking.isPresent()) {
            return Optional.of(
                    new Fault(
                            "LEDGER-19",
                            "the key of this checkpoint counts up to size "
                                    + revoking.get().revokes().orElseThrow()
                                    + " only: it was revoked"));
        }
        if (!checkpoint.isSignedBy(term.key())) {
            return Optional.of(unsigned(checkpoint, term));
        }
        var older =
                before(term)
                        .filter(_ -> term.from() == checkpoint.size())
                        .filter(_ -> term.revokes().isEmpty());
        if (older.isPresent() && !checkpoint.isSignedBy(older.get().key())) {
            return Optional.of(
                    new Fault(
                            "LEDGER-18",
                            "the key before this one did not sign the checkpoint of the change"));
        }
        return Stream.concat(term.second().stream(), older.flatMap(Term::second).stream())
                        .allMatch(checkpoint::isSignedBy)
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                "LEDGER-28",
                                "the second signature on the checkpoint is missing or does not"
                                        + " hold"));
    }

    /// The term that revoked the key of another for this size.
    private Optional<Term> revoking(Term term, long size) {
        return terms.stream()
                .filter(later -> later.from() > term.from() && later.revokes().isPresent())
                .filter(later -> before(later).filter(term::equals).isPresent())
                .filter(later -> size > later.revokes().getAsLong())
                .findFirst();
    }

    private Fault unsigned(Checkpoint checkpoint, Term term) {
        boolean byOlder =
                terms.stream()
                        .filter(other -> other.from() < term.from())
                        .anyMatch(other -> checkpoint.isSignedBy(other.key()));
        if (byOlder && term.revokes().isPresent()) {
            return new Fault("LEDGER-19", "the checkpoint is signed with a key that was revoked");
        }
        return byOlder
                ? new Fault(
                        "LEDGER-18",
                        "the checkpoint is signed with a key that the party had replaced")
                : new Fault(
                        "LEDGER-12",
                        "the party's signature on the checkpoint of this size does not hold");
    }

    /// What is wrong with this party's cosignature on a checkpoint of the counterpart's ledger.
    public Optional<Fault> cosignatureFault(Checkpoint checkpoint) {
        for (var term : terms) {
            var time = checkpoint.cosignedAt(term.key().forCosignatures());
            if (time.isPresent()) {
                return cosignatureFault(checkpoint, term, time);
            }
        }
        return Optional.of(
                new Fault("LEDGER-13", "the cosignature of " + name() + " does not hold"));
    }

    private Optional<Fault> cosignatureFault(Checkpoint checkpoint, Term term, OptionalLong time) {
        boolean revoked =
                terms.stream()
                        .filter(later -> later.revokes().isPresent())
                        .filter(later -> before(later).filter(term::equals).isPresent())
                        .anyMatch(later -> checkpoint.size() > later.seen());
        if (revoked) {
            return Optional.of(
                    new Fault(
                            "LEDGER-19", "the checkpoint is cosigned with a key that was revoked"));
        }
        return term.second()
                .filter(second -> !checkpoint.cosignedAt(second.forCosignatures()).equals(time))
                .map(_ ->
                        new Fault(
                                "LEDGER-28",
                                "the second cosignature of "
                                        + name()
                                        + " is missing or does not hold"));
    }

    /// Whose keys these are: the origin of the ledger.
    public String name() {
        return terms.getFirst().key().name();
    }
}
