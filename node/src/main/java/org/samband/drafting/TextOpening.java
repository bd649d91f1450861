// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.Instant;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// How a joint text was opened.
///
/// @param ref its number: that of the entry that opened it
/// @param dossier to which it belongs
/// @param language of the text itself: `en` or `nb`
/// @param title one line; stands at the head of the text and is agreed with it
/// @param area that of the dossier
/// @param marking chosen when it was opened
public record TextOpening(
        PartnershipId partnership,
        ActRef ref,
        ActRef dossier,
        TextKind kind,
        String language,
        String title,
        String area,
        Marking marking,
        Instant at,
        Entry.By by) {

    public PartyCode opener() {
        return ref.party();
    }
}
