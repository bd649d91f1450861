// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.Optional;
import org.samband.procedure.ActRef;

/// Where a party stands on a point: its latest proposal or acceptance there. Each party has its
/// own, so none ever overwrites the other's.
///
/// @param from the entry by which the party took it
/// @param wording that it stands for; empty where it wants the point removed
/// @param adReferendum whether the party's capital has still to confirm
public record Position(ActRef from, Optional<Wording> wording, boolean adReferendum) {

    /// Whether both want the same, firm or not.
    boolean agrees(Position other) {
        return wording.equals(other.wording);
    }
}
