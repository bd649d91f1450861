// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.List;
import org.samband.act.Outcome;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.LedgerRecovery;
import org.samband.ledger.Ledgers;
import org.springframework.stereotype.Component;

/// Takes entries of our own back, by whatever transport they came. Source: `spec/federation/`,
/// FEDERATION-45.
@Component
class TakingBack {
    private final Ledgers ledgers;
    private final LedgerRecovery recovering;
    private final Attachments attachments;

    TakingBack(Ledgers ledgers, LedgerRecovery recovering, Attachments attachments) {
        this.ledgers = ledgers;
        this.recovering = recovering;
        this.attachments = attachments;
    }

    /// How many entries of our own are here.
    long size(LedgerPair pair) {
        return ledgers.head(pair.shared()).size();
    }

    /// The files that entries carry that are not here, and that are not here themselves.
    List<Attachment> missing(LedgerPair pair, Segment part) {
        return part.attachments(size(pair) + 1).keySet().stream()
                .filter(file -> attachments.find(pair.partnership(), file).isEmpty())
                .toList();
    }

    /// Takes a stretch of our ledger; its files are here.
    ///
    /// @return how many entries our ledger has now
    Outcome<Long> take(LedgerPair pair, Stretch stretch) {
        try (var entries = stretch.entries()) {
            return recovering.takeBack(
                    pair.shared(),
                    stretch.from(),
                    entries,
                    stretch.last().last(),
                    stretch.checkpoint());
        }
    }
}
