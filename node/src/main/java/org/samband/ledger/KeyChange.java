// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.samband.act.Outcome;
import org.samband.label.Marking;
import org.samband.proof.VerifierKey;
import org.springframework.stereotype.Component;

/// Changes this party's ledger key, as an act in each of its shared ledgers. If the work is cut off
/// the same call ends it: the key that is to follow stays the same until all ledgers have it.
/// Source: `spec/ledger/`, LEDGER-17 to 19.
@Component
public class KeyChange {
    private final Ledgers ledgers;
    private final LedgerKeys keys;

    KeyChange(Ledgers ledgers, LedgerKeys keys) {
        this.ledgers = ledgers;
        this.keys = keys;
    }

    /// @param by who changes the key, in words that the counterpart may see
    /// @param marking of the entry, by pair
    /// @param until the last day on which entries are made with the new key
    /// @param revoke whether the key before was lost or stolen: it counts for no further entry, and
    ///   the counterpart follows only with a new pair file
    /// @return the new key by ledger, or why nothing more was changed
    public Outcome<List<VerifierKey>> change(
            Entry.By by,
            Function<LedgerPair, Marking> marking,
            Optional<LocalDate> until,
            boolean revoke) {
        for (var pair : ledgers.pairs()) {
            if (keys.isNext(pair)) {
                continue;
            }
            var revokes =
                    revoke
                            ? OptionalLong.of(ledgers.head(pair.shared()).size())
                            : OptionalLong.empty();
            var draft = keys.draft(pair, by, marking.apply(pair), until, revokes);
            if (ledgers.append(draft) instanceof Outcome.Refused<Entry>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        keys.follow();
        return Outcome.accepted(
                ledgers.pairs().stream()
                        .map(pair -> keys.of(pair, pair.shared()).getLast().key())
                        .toList());
    }
}
