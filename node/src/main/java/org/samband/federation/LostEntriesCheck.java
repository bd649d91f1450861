// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.LedgerId;
import org.springframework.stereotype.Component;

/// Refuses acts while this node holds fewer of its own entries than have left it, or does not know
/// yet: the next one could have a number that another entry has already.
@Component
class LostEntriesCheck implements EntryCheck {
    private final Completeness completeness;

    LostEntriesCheck(Completeness completeness) {
        this.completeness = completeness;
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        return ours && entry.ledger().line() == LedgerId.Line.SHARED
                ? completeness.refusal(entry.ledger().partnership())
                : Optional.empty();
    }
}
