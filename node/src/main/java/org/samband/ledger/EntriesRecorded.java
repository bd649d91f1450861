// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.Set;
import org.samband.parties.PartnershipId;

/// Entries were stored together. Published once, after each of them was told by {@link
/// EntryRecorded}, in the transaction that stored them: what is derived from a subject is worked
/// out once, however many of its entries came.
///
/// @param ours whether this node appended them; false if it admitted the counterpart's
/// @param subjects of the entries
public record EntriesRecorded(PartnershipId partnership, boolean ours, Set<String> subjects) {

    public EntriesRecorded {
        subjects = Set.copyOf(subjects);
    }
}
