// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.Set;

/// Who does what the verb says.
///
/// @param parties the parties that the subject names
/// @param bare nothing but the parties' names: "the League and Ruritania"
/// @param ownedThing something that a party has: "Ruritania's participation"
/// @param head last word of the subject before its first preposition
/// @param negative "neither side"
record Subject(
        Kind kind,
        Set<String> parties,
        boolean bare,
        boolean ownedThing,
        String head,
        boolean negative) {
    enum Kind {
        /// Parties or their bodies.
        PARTIES,
        /// "they", "it".
        PRONOUN,
        /// "this", "these".
        CONTINUES,
        /// A state or organisation that is no party.
        THIRD,
        /// The instrument itself.
        INSTRUMENT,
        /// "the aim", "the purpose".
        PURPOSE,
        /// Something that names no party: what is arranged binds all.
        MATTER,
        /// No subject of the main clause.
        NONE
    }

    static final Subject NONE = new Subject(Kind.NONE, Set.of(), false, false, "", false);

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
