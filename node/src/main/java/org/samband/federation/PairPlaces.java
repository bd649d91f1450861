// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.samband.parties.PartnershipId;

/// Where the pair files stand, as the node's settings say.
///
/// @param address at which counterparts reach this node; stands in our own files
/// @param counterparts where the counterpart's file of each partnership is kept
/// @param ours where our own file of each partnership is written
public record PairPlaces(
        URI address, Map<PartnershipId, Path> counterparts, Map<PartnershipId, Path> ours) {

    public PairPlaces {
        counterparts = Map.copyOf(counterparts);
        ours = Map.copyOf(ours);
    }

    /// Keeps a counterpart's file where the next start finds it; whole or not at all.
    ///
    /// @return whether that was possible
    boolean keep(PairFile theirs) {
        return written(theirs, counterparts);
    }

    /// Writes our own file anew.
    ///
    /// @return whether that was possible
    boolean write(PairFile own) {
        return written(own, ours);
    }

    private static boolean written(PairFile file, Map<PartnershipId, Path> places) {
        return Optional.ofNullable(places.get(file.partnership()))
                .filter(place -> written(file, place))
                .isPresent();
    }

    private static boolean written(PairFile file, Path place) {
        try {
            var folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, "pair", ".new");
            Files.writeString(fresh, file.text());
            Files.move(
                    fresh,
                    place,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
