// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.List;
import java.util.Optional;

/// Which party this node is, and the partnerships that it holds. Made from the settings at start.
public record Partnerships(PartyCode own, List<Profile> profiles) {

    public Partnerships {
        profiles = List.copyOf(profiles);
        for (var profile : profiles) {
            if (profile.party(own).isEmpty()) {
                throw new IllegalArgumentException(own + " is no party of " + profile.id());
            }
        }
        if (profiles.stream().map(Profile::id).distinct().count() != profiles.size()) {
            throw new IllegalArgumentException("a partnership is configured twice");
        }
    }

    public Optional<Profile> profile(PartnershipId id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /// The other party of a partnership of this node.
    ///
    /// @throws IllegalArgumentException if the node does not hold the partnership
    public Party counterpart(PartnershipId id) {
        return profile(id)
                .orElseThrow(() -> new IllegalArgumentException("no partnership " + id))
                .counterpart(own);
    }

    /// Our side in a partnership of this node.
    ///
    /// @throws IllegalArgumentException if the node does not hold the partnership
    public Party us(PartnershipId id) {
        return profile(id)
                .flatMap(profile -> profile.party(own))
                .orElseThrow(() -> new IllegalArgumentException("no partnership " + id));
    }
}
