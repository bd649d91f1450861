// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import org.samband.label.Labels;
import org.samband.ledger.EntryRecorded;
import org.samband.ledger.LedgerId;
import org.samband.procedure.DossiersRefolded;
import org.samband.web.Live;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets the open pages of officers who may see a dossier know that it has changed.
@Component
class DossierLive {
    private final Labels labels;
    private final Live live;

    DossierLive(Labels labels, Live live) {
        this.labels = labels;
        this.live = live;
    }

    /// A note is seen by its own marking.
    @Order(10)
    @EventListener
    void on(EntryRecorded recorded) {
        var entry = recorded.entry();
        if (entry.ledger().line() == LedgerId.Line.OWN) {
            live.changed(
                    entry.ledger().partnership(), entry.area(), labels.intern(entry.marking()));
        }
    }

    /// An act is seen by the marking of its dossier.
    @EventListener
    void on(DossiersRefolded refolded) {
        for (var place : refolded.places()) {
            live.changed(refolded.partnership(), place.area(), place.label());
        }
    }
}
