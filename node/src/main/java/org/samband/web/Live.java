// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import org.samband.parties.PartnershipId;
import org.springframework.stereotype.Component;

/// Tells signed-in officers that something which they may see has changed.
@Component
public class Live {

    /// Call it inside the transaction that makes the change; officers are told after its commit.
    ///
    /// @param area short name; empty for what has no area
    /// @param label id of the interned marking
    public void changed(PartnershipId partnership, String area, int label) {}
}
