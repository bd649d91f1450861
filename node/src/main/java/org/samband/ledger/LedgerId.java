// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// One ledger: the entries of one party in one partnership on one line.
///
/// @param line what the ledger carries; {@link Line#OWN} ledgers never leave their node
public record LedgerId(PartnershipId partnership, PartyCode party, Line line) {

    /// Source: design section 3, "Circles": own records are kept in a ledger of their own, so that
    /// the entries that are delivered have no gaps and betray nothing of those that are not.
    public enum Line {
        /// Entries of the circles shared and public; delivered to the counterpart.
        SHARED,
        /// Entries of the circle own; never delivered.
        OWN
    }
}
