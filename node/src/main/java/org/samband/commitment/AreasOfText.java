// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.Optional;
import org.samband.parties.Area;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.procedure.ParagraphAreas;
import org.springframework.stereotype.Component;

/// The area of a paragraph is that of the heading under which the agreed text has its commitments.
@Component
class AreasOfText implements ParagraphAreas {
    private final Instruments instruments;
    private final Partnerships partnerships;

    AreasOfText(Instruments instruments, Partnerships partnerships) {
        this.instruments = instruments;
        this.partnerships = partnerships;
    }

    @Override
    public Optional<Area> of(PartnershipId partnership, String paragraph) {
        return partnerships
                .profile(partnership)
                .flatMap(profile ->
                        instruments.of(profile.instrument()).stream()
                                .flatMap(held -> held.imported().commitments().stream())
                                .filter(one -> one.id().startsWith("p" + paragraph + "."))
                                .findFirst()
                                .flatMap(one -> profile.areaOfHeading(one.area())));
    }
}
