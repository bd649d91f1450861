// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import org.samband.attachment.Attachments;
import org.samband.label.Ceiling;
import org.samband.label.Policies;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.springframework.stereotype.Component;

/// Gives the checks of acts what they ask this node for.
@Component
class ActChecks {
    private final Partnerships partnerships;
    private final Policies policies;
    private final Ceiling ceiling;
    private final Attachments attachments;
    private final Links links;

    ActChecks(
            Partnerships partnerships,
            Policies policies,
            Ceiling ceiling,
            Attachments attachments,
            Links links) {
        this.partnerships = partnerships;
        this.policies = policies;
        this.ceiling = ceiling;
        this.attachments = attachments;
        this.links = links;
    }

    ActCheck of(PartnershipId partnership) {
        var profile = partnerships.profile(partnership).orElseThrow();
        var own = partnerships.own();
        return new ActCheck(
                profile,
                own,
                new ActMarking(policies, ceiling, profile.counterpart(own).code()),
                attachments,
                links);
    }
}
