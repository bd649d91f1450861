// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.function.Predicate;
import org.samband.commitment.LivingCommitment;
import org.samband.parties.Area;

/// Which commitments of the text are asked for; empty members ask for all.
///
/// @param party name as the instrument defines it
/// @param standing word of the standing
/// @param area short name
/// @param undertaking its name in `commitments.json`
public record TextFilter(String party, String standing, String area, String undertaking)
        implements Predicate<LivingCommitment> {

    @Override
    public boolean test(LivingCommitment one) {
        return (party.isEmpty() || one.binds(party))
                && (standing.isEmpty() || one.word().equals(standing))
                && (area.isEmpty()
                        || one.area().map(Area::shortName).filter(area::equals).isPresent())
                && (undertaking.isEmpty()
                        || one.commitment().undertaking().name().equals(undertaking));
    }

    public boolean set() {
        return !(party + standing + area + undertaking).isEmpty();
    }
}
