// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// How an export is named: the file's form has no place for a marking, so its name bears it.
///
/// @param marking the highest of what is in it; missing for an export without entries
record ExportName(PartnershipId partnership, PartyCode party, Instant at, Marking marking) {

    /// `eu-norway-EU-2026-11-25-TLP-GREEN.samband`.
    String file() {
        var words =
                marking.toString()
                        .replaceAll("[^A-Za-z0-9ÆØÅ+]+", "-")
                        .replace('Æ', 'E')
                        .replace('Ø', 'O')
                        .replace('Å', 'A');
        return "%s-%s-%s%s.samband"
                .formatted(
                        partnership,
                        party,
                        at.atZone(ZoneOffset.UTC).toLocalDate(),
                        words.isEmpty() ? "" : "-" + words);
    }

    /// The marking in the form of entries, percent-encoded where it is not ASCII.
    String header() {
        return marking.toString()
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter ->
                        letter.codePointAt(0) < 128
                                ? letter
                                : URLEncoder.encode(letter, StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }
}
