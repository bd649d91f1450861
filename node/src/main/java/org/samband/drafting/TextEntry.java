// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.Instant;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// A move in a joint text as it stands in its party's ledger.
///
/// @param seen how many entries of the counterpart the acting node had admitted
public record TextEntry(
        ActRef ref, long seen, Instant at, Entry.By by, Marking marking, TextMove move) {

    public PartyCode party() {
        return ref.party();
    }

    /// Whether the acting party knew of another entry when it acted.
    boolean knew(ActRef other) {
        return other.party().equals(ref.party())
                ? other.number() < ref.number()
                : seen >= other.number();
    }
}
