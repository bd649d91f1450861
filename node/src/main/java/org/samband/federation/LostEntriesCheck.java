// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.LedgerId;
import org.springframework.stereotype.Component;

/// Refuses acts while this node holds fewer of its own entries than the counterpart: the next one
/// would have a number that another entry has already.
@Component
class LostEntriesCheck implements EntryCheck {
    private final LinkRecord record;

    LostEntriesCheck(LinkRecord record) {
        this.record = record;
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        return ours
                        && entry.ledger().line() == LedgerId.Line.SHARED
                        && record.isLost(entry.ledger().partnership())
                ? Optional.of(Refusal.of(FederationRule.ENTRIES_LOST))
                : Optional.empty();
    }
}
