// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.List;
import org.samband.procedure.Evidence;

/// Why a commitment stands where it stands.
///
/// @param rule its sentence and source
/// @param evidence what decided it, earliest first; empty where the absence of evidence did
public record Why(CommitmentRule rule, List<Evidence> evidence) {

    public Why {
        evidence = List.copyOf(evidence);
    }
}
