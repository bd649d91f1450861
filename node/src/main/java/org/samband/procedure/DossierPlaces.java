// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to where dossiers stand, so that who may see them is told that they changed.
@Component
public class DossierPlaces {
    private final DossierRows rows;
    private final Sights sights;

    DossierPlaces(DossierRows rows, Sights sights) {
        this.rows = rows;
        this.sights = sights;
    }

    /// The areas and markings of some dossiers, each pair once.
    public List<DossierPlace> of(PartnershipId partnership, List<ActRef> dossiers) {
        return sights.within(Sight.NODE, () -> rows.places(partnership, dossiers));
    }
}
