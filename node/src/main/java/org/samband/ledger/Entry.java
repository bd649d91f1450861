// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.Instant;
import java.util.Map;
import org.samband.act.Circle;
import org.samband.label.Marking;

/// An act as it stands in its party's ledger. Its canonical bytes are RFC 8785 JSON, made by the
/// ledger room and kept as they were signed; format `samband-entry/1`, specification
/// `spec/ledger/`.
///
/// @param ledger whose ledger, in which partnership, on which line
/// @param number place in that ledger, counted from 1
/// @param seen how many entries of the counterpart's shared ledger this node had admitted; with the
///   number a two-party vector clock
/// @param at when the act was made by the acting node's clock, whole milliseconds; says nothing
///   about order
/// @param by the authority and officer that acted
/// @param circle OWN on an own line, SHARED or PUBLIC on a shared one
/// @param marking of the act, its fields and attachments
/// @param area short name of the area of cooperation, for need-to-know; empty where it is general
/// @param kind what the content is, a promise kept for good: `dossier.open`, `dossier.act`, `note`,
///   `key` ...
/// @param content JSON object of strings, longs, booleans, lists and maps only
public record Entry(
        LedgerId ledger,
        EntryNumber number,
        long seen,
        Instant at,
        By by,
        Circle circle,
        Marking marking,
        String area,
        String kind,
        Map<String, Object> content) {

    /// Who acted, in the words that the counterpart may see.
    ///
    /// @param authority name of the authority, for instance `EEAS`
    /// @param officer display name of the officer
    /// @param role the role in which the officer acted, for instance `desk officer`
    public record By(String authority, String officer, String role) {}
}
