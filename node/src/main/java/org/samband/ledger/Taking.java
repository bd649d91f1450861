// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.List;
import org.samband.act.Refusal;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;

/// What came of a delivery of the counterpart: all of it was taken, or nothing.
public sealed interface Taking {

    /// @param fresh how many entries were new
    /// @param receipt the newest checkpoint of the counterpart's ledger that is held here, with our
    ///   cosignature
    record Taken(int fresh, Checkpoint receipt) implements Taking {}

    /// @param refusal of the delivery: the first reason
    /// @param entries that are refused for themselves; none where the delivery is refused as a
    ///   whole
    record NotTaken(Refusal refusal, List<RefusedEntry> entries) implements Taking {
        public NotTaken {
            entries = List.copyOf(entries);
        }
    }

    /// @param number counted from 1
    record RefusedEntry(long number, Digest leaf, Refusal refusal) {}
}
