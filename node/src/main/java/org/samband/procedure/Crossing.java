// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import org.samband.parties.Bilingual;

/// Which of two acts prevails that were made at once, each without knowing of the other. Source:
/// design section 3, "Order"; spec/procedure/README.md, "Crossings".
///
/// @param states where it decides
/// @param acts two acts; `[act, any]`: the act against every other one; `[same]`: one act by both
/// @param prevails the name of one of the acts, or the role whose act prevails
public record Crossing(List<String> states, List<String> acts, String prevails, Bilingual because) {

    public Crossing {
        states = List.copyOf(states);
        acts = List.copyOf(acts);
    }

    boolean decides(String state, String one, String other) {
        if (!states.contains(state)) {
            return false;
        }
        if (acts.equals(List.of("same"))) {
            return one.equals(other);
        }
        if (acts.contains("any")) {
            return !one.equals(other) && (acts.contains(one) || acts.contains(other));
        }
        return !one.equals(other) && acts.contains(one) && acts.contains(other);
    }
}
