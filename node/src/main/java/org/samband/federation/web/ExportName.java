// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import java.time.Instant;
import java.time.ZoneOffset;
import org.samband.federation.FileMarking;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// How an export is named: the file's form has no place for a marking, so its name bears it.
///
/// @param marking the highest of what is in it; missing for an export without entries
record ExportName(PartnershipId partnership, PartyCode party, Instant at, Marking marking) {

    /// `eu-norway-EU-2026-11-25-TLP-GREEN.samband`.
    String file() {
        var words = FileMarking.inName(marking);
        return "%s-%s-%s%s.samband"
                .formatted(
                        partnership,
                        party,
                        at.atZone(ZoneOffset.UTC).toLocalDate(),
                        words.isEmpty() ? "" : "-" + words);
    }

    /// The marking in the form of entries, percent-encoded where it is not ASCII.
    String header() {
        return FileMarking.inHeader(marking);
    }
}
