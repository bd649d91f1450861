// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.Map;
import org.samband.instrument.Commitment;
import org.samband.instrument.Imported;

/// An instrument as this node holds it: the files that an import wrote and their hashes, which the
/// parties adopt.
///
/// @param instrumentHash SHA-256 of `instrument.json`, 64 hexadecimal digits, lower case
/// @param commitmentsHash SHA-256 of `commitments.json`
/// @param mechanisms by identity of the commitment, as far as `mechanisms.yaml` says
record InstrumentHeld(
        Imported imported,
        String instrumentHash,
        String commitmentsHash,
        Map<String, Mechanism> mechanisms) {

    InstrumentHeld {
        mechanisms = Map.copyOf(mechanisms);
    }

    Mechanism mechanism(Commitment commitment) {
        return mechanisms.getOrDefault(commitment.id(), Mechanism.of(commitment));
    }
}
