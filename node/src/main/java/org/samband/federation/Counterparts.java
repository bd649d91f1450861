// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.samband.parties.PartnershipId;
import org.springframework.stereotype.Component;

/// The counterparts whose keys are pinned now: those that the settings gave at the start, and those
/// that an administrator has pinned since.
@Component
class Counterparts {
    private final AtomicReference<Link> link;

    Counterparts(Link link) {
        this.link = new AtomicReference<>(link);
    }

    /// The link as it is now.
    Link now() {
        return link.get();
    }

    Optional<PairFile> of(PartnershipId partnership) {
        return Optional.ofNullable(now().counterparts().get(partnership));
    }

    void pin(PairFile file) {
        link.updateAndGet(before -> before.with(file));
    }
}
