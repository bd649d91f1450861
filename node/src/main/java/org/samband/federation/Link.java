// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.samband.parties.PartnershipId;

/// The link as the node's settings give it.
///
/// @param host on which the link port listens, for instance `0.0.0.0`
/// @param port of the link; 0 takes any free one
/// @param counterparts what the other side of each partnership gave; a partnership that is not
///   named has no line yet, and nothing leaves or comes in
/// @param transports kind of transport of each partnership, for instance `file`; one that is not
///   named goes by {@link #DIRECT}
public record Link(
        String host,
        int port,
        Map<PartnershipId, PairFile> counterparts,
        Map<PartnershipId, String> transports) {
    /// HTTPS with mutual TLS.
    public static final String DIRECT = "direct";

    /// Files that are carried by hand.
    public static final String FILE = "file";

    public Link {
        counterparts = Map.copyOf(counterparts);
        transports = Map.copyOf(transports);
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

    /// All by {@link #DIRECT}.
    public Link(String host, int port, Map<PartnershipId, PairFile> counterparts) {
        this(host, port, counterparts, Map.of());
    }

    public String transport(PartnershipId partnership) {
        return transports.getOrDefault(partnership, DIRECT);
    }

    /// The same link with a counterpart that was pinned since the start.
    Link with(PairFile file) {
        var more = new HashMap<>(counterparts);
        more.put(file.partnership(), file);
        return new Link(host, port, more, transports);
    }

    /// The same link, as the port sees it that only some partnerships use.
    Link only(Predicate<PartnershipId> chosen) {
        var some = new HashMap<>(counterparts);
        some.keySet().removeIf(chosen.negate());
        return new Link(host, port, some, transports);
    }

    /// A node without counterparts: it keeps its own ledgers and speaks with no one.
    public static Link none() {
        return new Link("127.0.0.1", 0, Map.of());
    }
}
