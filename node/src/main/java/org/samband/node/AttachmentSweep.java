// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.concurrent.TimeUnit;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Once a day: files that were put on a form and never sent do not stay for ever.
@Component
class AttachmentSweep {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentSweep.class);

    private final Attachments attachments;
    private final Ledgers ledgers;

    AttachmentSweep(Attachments attachments, Ledgers ledgers) {
        this.attachments = attachments;
        this.ledgers = ledgers;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void sweep() {
        int deleted =
                attachments.sweep(ledgers.pairs().stream().map(LedgerPair::partnership).toList());
        if (deleted > 0) {
            LOG.info("{} files that no act came to carry were deleted", deleted);
        }
    }
}
