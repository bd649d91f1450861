// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.label.Marking;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.proof.Digest;

/// Changes the key with which this node shows itself on the line, as an act in each of its shared
/// ledgers, which the ledger key signs. If the work is cut off the same call ends it: the key that
/// is to follow stays the same until it is shown. Source: `spec/federation/`, FEDERATION-35 and 37.
public final class LinkKeyChange {
    private final Ledgers ledgers;
    private final NodeKeys keys;

    public LinkKeyChange(Ledgers ledgers, NodeKeys keys) {
        this.ledgers = ledgers;
        this.keys = keys;
    }

    /// @param by who changes the key, in words that the counterpart may see
    /// @param marking of the entry, by pair
    /// @param from the first day on which the new key is shown; where an earlier call was cut off,
    ///   ledgers that have the announcement already keep its day
    /// @return pin of the new key, or why nothing more was announced
    public Outcome<Digest> announce(
            Entry.By by, Function<LedgerPair, Marking> marking, LocalDate from) {
        var next = keys.prepared();
        var content = new LinkKeyEntry(PairFile.pin(keys.certificate()), next, from).content();
        for (var pair : ledgers.pairs()) {
            if (announced(ledgers, pair, next).isPresent()) {
                continue;
            }
            var draft =
                    new Draft(
                            pair.partnership(),
                            by,
                            Circle.SHARED,
                            marking.apply(pair),
                            "",
                            LinkKeyEntry.KIND,
                            Optional.of(LinkKeyEntry.SUBJECT),
                            content);
            if (ledgers.append(draft) instanceof Outcome.Refused<Entry>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        return Outcome.accepted(PairFile.pin(next));
    }

    /// The entry of our ledger that announces a key; empty where it has none.
    static Optional<Entry> announced(Ledgers ledgers, LedgerPair pair, X509Certificate next) {
        return announced(ledgers, pair.shared(), PairFile.pin(next));
    }

    private static Optional<Entry> announced(Ledgers ledgers, LedgerId ledger, Digest pin) {
        return announcements(ledgers, ledger)
                .filter(entry -> LinkKeyEntry.of(entry.content()).pin().equals(pin))
                .findFirst();
    }

    /// All entries of a ledger that announce a key, in order.
    static Stream<Entry> announcements(Ledgers ledgers, LedgerId ledger) {
        return ledgers.bySubject(ledger.partnership(), LinkKeyEntry.SUBJECT).stream()
                .filter(entry ->
                        entry.ledger().equals(ledger) && entry.kind().equals(LinkKeyEntry.KIND));
    }
}
