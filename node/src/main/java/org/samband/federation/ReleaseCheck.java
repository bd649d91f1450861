// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.label.Ceiling;
import org.samband.label.Policies;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.springframework.stereotype.Component;

/// Refuses an act that could not leave before it becomes an entry, and an entry of the counterpart
/// that this node may not hold: a ledger has no gaps, so an entry that may not leave would stop all
/// that follow.
@Component
class ReleaseCheck implements EntryCheck {
    private final List<LedgerPair> pairs;
    private final Release release;

    ReleaseCheck(List<LedgerPair> pairs, Policies policies, Ceiling ceiling) {
        this.pairs = List.copyOf(pairs);
        this.release = new Release(policies, ceiling);
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        if (!ours) {
            return release.admission(entry);
        }
        if (entry.ledger().line() == LedgerId.Line.OWN) {
            return release.keeping(entry);
        }
        var partnership = entry.ledger().partnership();
        return pairs.stream()
                .filter(pair -> pair.partnership().equals(partnership))
                .findFirst()
                .flatMap(pair -> release.refusal(entry, partnership, pair.counterpart()));
    }
}
