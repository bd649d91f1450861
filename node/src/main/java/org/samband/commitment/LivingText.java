// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.instrument.Instrument;
import org.samband.parties.Area;
import org.samband.parties.Profile;

/// The instrument of a partnership with its commitments and where they stand on one day, as an
/// officer sees them. The text itself is public.
///
/// @param adoption as far as the officer may see it
/// @param commitments in the order of the text
/// @param today the day for both parties, see {@link Standings#today}
public record LivingText(
        Profile profile,
        Instrument instrument,
        Adoption adoption,
        List<LivingCommitment> commitments,
        LocalDate today) {

    public LivingText {
        commitments = List.copyOf(commitments);
    }

    public Optional<LivingCommitment> commitment(String id) {
        return commitments.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// @param reference of the paragraph or item as printed: `11.3`
    public List<LivingCommitment> of(String reference) {
        return commitments.stream()
                .filter(one -> one.commitment().paragraph().equals(reference))
                .toList();
    }

    public List<LivingCommitment> in(Area area) {
        return commitments.stream()
                .filter(one -> one.area().filter(area::equals).isPresent())
                .toList();
    }
}
