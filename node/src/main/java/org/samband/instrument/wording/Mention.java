// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.Set;

/// Words that name a party, all parties, or a state or organisation that is no party.
///
/// @param parties names of the parties meant, empty for a third state
/// @param end index after the words
/// @param possessive "the League's"
/// @param body a body of the party: it acts, its party is bound
record Mention(Set<String> parties, int end, Kind kind, boolean possessive, boolean body) {
    enum Kind {
        NAME,
        ADJECTIVE,
        COLLECTIVE,
        THIRD
    }

    boolean third() {
        return kind == Kind.THIRD;
    }
}
