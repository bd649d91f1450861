// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.List;
import org.samband.procedure.DossierLine;
import org.samband.procedure.Opening;

/// The next edition of what takes place again and again by the text.
///
/// @param open dossiers in which it is being prepared
/// @param offers how this officer can open one; empty where one is open
public record Edition(LivingCommitment commitment, List<DossierLine> open, List<Opening> offers) {

    public Edition {
        open = List.copyOf(open);
        offers = List.copyOf(offers);
    }

    /// Whether the text wants it now and nobody has begun.
    public boolean wanted() {
        return !offers.isEmpty() && isDue(commitment);
    }

    static boolean isDue(LivingCommitment commitment) {
        return commitment.word().equals("due") || commitment.word().equals("overdue");
    }
}
