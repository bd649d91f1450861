// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Map;
import org.samband.parties.PartyCode;

/// Which party a role means in one dossier. Roles of the file (`host`, `guest`) are bound by the
/// profile; five roles are always there: `any`, `opener` and `answerer` (who opened the dossier,
/// and the other party), `mover` and `other` (who made the act that led to the present state, and
/// the other party).
///
/// @param bound party by role of the file
/// @param opener the party that opened the dossier
/// @param mover the party that made the last act that moved it
record Roles(Map<String, PartyCode> bound, PartyCode opener, PartyCode mover) {

    boolean includes(String role, PartyCode party) {
        return switch (role) {
            case "any" -> true;
            case "opener" -> party.equals(opener);
            case "answerer" -> !party.equals(opener);
            case "mover" -> party.equals(mover);
            case "other" -> !party.equals(mover);
            default -> party.equals(bound.get(role));
        };
    }

    Roles movedBy(PartyCode party) {
        return new Roles(bound, opener, party);
    }
}
