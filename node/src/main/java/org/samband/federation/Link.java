// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Map;
import org.samband.parties.PartnershipId;

/// The link as the node's settings give it.
///
/// @param host on which the link port listens, for instance `0.0.0.0`
/// @param port of the link; 0 takes any free one
/// @param counterparts what the other side of each partnership gave; a partnership that is not
///   named has no line yet, and nothing leaves or comes in
public record Link(String host, int port, Map<PartnershipId, PairFile> counterparts) {

    public Link {
        counterparts = Map.copyOf(counterparts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        counterparts.forEach((partnership, file) -> {
            if (!file.partnership().equals(partnership)) {
                throw new IllegalArgumentException(
                        "the pair file is of " + file.partnership() + ", not of " + partnership);
            }
        });
    }

    /// A node without counterparts: it keeps its own ledgers and speaks with no one.
    public static Link none() {
        return new Link("127.0.0.1", 0, Map.of());
    }
}
