// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.ledger.LedgerPair;
import org.springframework.stereotype.Component;

/// Files that officers carry, where the nodes have no connection: nothing listens, nothing leaves.
@Component
class FileTransports implements TransportKind {
    @Override
    public String word() {
        return Link.FILE;
    }

    @Override
    public boolean listens() {
        return false;
    }

    @Override
    public Transport open(LedgerPair pair, PairFile counterpart) {
        return new FileTransport();
    }
}
