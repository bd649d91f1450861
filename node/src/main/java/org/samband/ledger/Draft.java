// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.Map;
import java.util.Optional;
import org.samband.act.Circle;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;

/// An act that is to become an entry of our own ledger. The ledger gives it its number, what it has
/// seen and its time.
///
/// @param circle decides the line: OWN stands in the own ledger, SHARED and PUBLIC in the shared
///   one
/// @param subject what the entry is about, for instance the number of a dossier; empty if the entry
///   is its own subject
public record Draft(
        PartnershipId partnership,
        Entry.By by,
        Circle circle,
        Marking marking,
        String area,
        String kind,
        Optional<String> subject,
        Map<String, Object> content) {

    public Draft {
        content = Map.copyOf(content);
    }

    LedgerId.Line line() {
        return circle == Circle.OWN ? LedgerId.Line.OWN : LedgerId.Line.SHARED;
    }
}
