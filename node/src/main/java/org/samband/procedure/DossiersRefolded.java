// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Set;
import org.samband.parties.PartnershipId;

/// Dossiers were worked out anew, in the transaction that stores the entries about them.
///
/// @param places where they stand
public record DossiersRefolded(PartnershipId partnership, Set<DossierPlace> places) {
    public DossiersRefolded {
        places = Set.copyOf(places);
    }
}
