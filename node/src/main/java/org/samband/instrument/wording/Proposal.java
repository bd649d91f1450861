// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Undertaking;

/// What one sentence binds.
///
/// @param parties in the order of the title
/// @param also classes of further verb phrases
/// @param bare true where nothing follows the verb phrase: the lead-in of a list, "will:"
/// @param whole false where the words complete a lead-in and have no subject of their own
public record Proposal(
        Undertaking undertaking,
        List<String> parties,
        String verb,
        String object,
        List<Undertaking> also,
        boolean negative,
        @Nullable String cadence,
        @Nullable String condition,
        List<String> conditions,
        @Nullable String forum,
        List<String> named,
        boolean bare,
        boolean whole) {
    public Proposal {
        parties = List.copyOf(parties);
        also = List.copyOf(also);
        conditions = List.copyOf(conditions);
        named = List.copyOf(named);
    }
}
