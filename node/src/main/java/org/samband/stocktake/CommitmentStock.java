// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.util.List;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.Standing;
import org.samband.procedure.Evidence;

/// One commitment in a stocktake.
///
/// @param commitment as it is read at the end of the period
/// @param before where it stood on the day before the period
/// @param now where it stands on the last day of the period
/// @param evidence dated in the period, earliest first
/// @param taken whether evidence before the period is on record
public record CommitmentStock(
        LivingCommitment commitment,
        Standing before,
        Standing now,
        List<Evidence> evidence,
        boolean taken) {
    public CommitmentStock {
        evidence = List.copyOf(evidence);
    }

    public String id() {
        return commitment.id();
    }

    public boolean changed() {
        return !before.word().equals(now.word());
    }

    /// Evidence came in the period for the first time.
    public boolean isNew() {
        return !taken && !evidence.isEmpty();
    }

    /// Nothing is recorded in the period; this is no judgement.
    public boolean isQuiet() {
        return evidence.isEmpty();
    }

    /// The parties read it, or its evidence, differently.
    public boolean differs() {
        return now instanceof Standing.Disputed;
    }
}
