// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerPair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// HTTPS with mutual TLS between the two nodes.
@Component
class DirectTransports implements TransportKind {
    private final NodeKeys keys;
    private final LinkPins pins;
    private final LinkLimits limits;
    private final Attachments attachments;

    @Autowired
    DirectTransports(
            NodeKeys keys, LinkPins pins, Optional<LinkLimits> limits, Attachments attachments) {
        this.keys = keys;
        this.pins = pins;
        this.limits = limits.orElse(LinkLimits.USUAL);
        this.attachments = attachments;
    }

    @Override
    public String word() {
        return Link.DIRECT;
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public Transport open(LedgerPair pair, PairFile counterpart) {
        var partnership = pair.partnership();
        return new DirectTransport(
                pair,
                counterpart,
                keys,
                () -> pins.of(partnership),
                pin -> pins.shown(partnership, pin),
                limits,
                attachments);
    }
}
