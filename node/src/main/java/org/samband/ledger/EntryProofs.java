// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.Optional;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.EntryProof;
import org.springframework.stereotype.Component;

/// Proofs of single entries, for who is not to have an export. Source: `spec/ledger/`, LEDGER-29.
@Component
public class EntryProofs {
    private final LedgerRows rows;
    private final Roots roots;
    private final Sights sights;

    EntryProofs(LedgerRows rows, Roots roots, Sights sights) {
        this.rows = rows;
        this.roots = roots;
        this.sights = sights;
    }

    /// Proof that an entry stands in a shared ledger: under the newest checkpoint that the other
    /// party receipted, or the newest of all where it has not receipted this entry yet.
    ///
    /// @return empty where there is no such entry
    public Optional<EntryProof> of(LedgerId ledger, EntryNumber number) {
        return sights.within(
                Sight.NODE,
                () -> {
                    var head = rows.head(ledger);
                    return head.cosigned()
                            .filter(checkpoint -> number.value() <= checkpoint.size())
                            .or(head::checkpoint)
                            .filter(checkpoint -> number.value() <= checkpoint.size())
                            .map(checkpoint ->
                                    new EntryProof(
                                            rows.bytes(ledger, number.value(), 1).getFirst(),
                                            number.value(),
                                            roots.path(
                                                    ledger, number.value() - 1, checkpoint.size()),
                                            checkpoint));
                });
    }
}
