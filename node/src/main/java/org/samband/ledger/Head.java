// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.Optional;
import org.samband.proof.Checkpoint;
import org.samband.proof.MerkleTree;

/// Where a ledger stands.
///
/// @param seen of the last entry
/// @param checkpoint of the whole ledger, signed by its party; empty for own lines and empty
///   ledgers
/// @param cosigned the newest checkpoint that the counterpart cosigned, if any
public record Head(
        LedgerId ledger,
        MerkleTree tree,
        long seen,
        Optional<Checkpoint> checkpoint,
        Optional<Checkpoint> cosigned) {

    static Head empty(LedgerId ledger) {
        return new Head(ledger, MerkleTree.EMPTY, 0, Optional.empty(), Optional.empty());
    }

    public long size() {
        return tree.size();
    }

    /// How many entries the counterpart has receipted.
    public long acknowledged() {
        return cosigned.map(Checkpoint::size).orElse(0L);
    }
}
