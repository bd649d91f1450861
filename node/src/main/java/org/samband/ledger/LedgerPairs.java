// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.proof.VerifierKey;

/// The pairs of this node. Their counterparts' keys can be pinned while it runs.
final class LedgerPairs {
    private volatile List<LedgerPair> all;

    LedgerPairs(List<LedgerPair> all) {
        this.all = List.copyOf(all);
    }

    List<LedgerPair> all() {
        return all;
    }

    Optional<LedgerPair> of(PartnershipId partnership) {
        return all.stream().filter(pair -> pair.partnership().equals(partnership)).findFirst();
    }

    synchronized void pin(
            PartnershipId partnership, VerifierKey key, Optional<VerifierKey> second) {
        all =
                all.stream()
                        .map(pair ->
                                pair.partnership().equals(partnership)
                                        ? pair.with(key, second)
                                        : pair)
                        .toList();
    }
}
