// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.Instant;
import java.util.Map;

/// What an officer has typed into the form of a point and not sent. It is *own*: only that officer
/// sees it, at this node alone. Source: design section 3, "Circles".
///
/// @param point its identity, or `new`
/// @param typed what stood in the form, by name of the control
public record PointDraft(String point, Map<String, String> typed, Instant keptAt) {
    public PointDraft {
        typed = Map.copyOf(typed);
    }
}
