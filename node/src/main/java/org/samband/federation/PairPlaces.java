// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.samband.parties.PartnershipId;

/// Where the pair files stand, as the node's settings say.
///
/// @param address at which counterparts reach this node; stands in our own files
/// @param counterparts where the counterpart's file of each partnership is kept
public record PairPlaces(URI address, Map<PartnershipId, Path> counterparts) {

    public PairPlaces {
        counterparts = Map.copyOf(counterparts);
    }
}
