// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import org.samband.ledger.LedgerPair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// HTTPS with mutual TLS between the two nodes.
@Component
class DirectTransports implements TransportKind {
    private final NodeKeys keys;
    private final LinkLimits limits;

    @Autowired
    DirectTransports(NodeKeys keys, Optional<LinkLimits> limits) {
        this.keys = keys;
        this.limits = limits.orElse(LinkLimits.USUAL);
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
        return new DirectTransport(pair, counterpart, keys, limits);
    }
}
