// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.instrument.Instrument;
import org.samband.parties.Area;
import org.samband.parties.Profile;
import org.samband.procedure.ActRef;

/// The instrument of a partnership with its commitments and where they stand on one day, as an
/// officer sees them. The text itself is public.
///
/// @param adoption as far as the officer may see it
/// @param commitments in the order of the text
/// @param dropped what stood in an earlier version
/// @param version that is shown
/// @param versions all that both adopted, by number
/// @param proposed a further version that waits for the other party, if the officer sees it
/// @param today the day for both parties, see {@link Standings#today}
public record LivingText(
        Profile profile,
        Instrument instrument,
        Adoption adoption,
        List<LivingCommitment> commitments,
        List<LivingCommitment> dropped,
        VersionLine version,
        List<VersionLine> versions,
        Optional<ActRef> proposed,
        LocalDate today) {

    public LivingText {
        commitments = List.copyOf(commitments);
        dropped = List.copyOf(dropped);
        versions = List.copyOf(versions);
    }

    /// @param id identity; also of one that stands in the text no more
    public Optional<LivingCommitment> commitment(String id) {
        return Stream.concat(commitments.stream(), dropped.stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /// A version that both adopted and that has effect later.
    public Optional<VersionLine> later() {
        return versions.stream()
                .filter(one -> one.from().filter(today::isBefore).isPresent())
                .findFirst();
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
