// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import org.samband.label.Labels;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryRecorded;
import org.samband.parties.Sight;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.web.Live;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets the open pages of officers who may see a dossier know that it has changed.
@Component
class DossierLive {
    private final Dossiers dossiers;
    private final Labels labels;
    private final Live live;

    DossierLive(Dossiers dossiers, Labels labels, Live live) {
        this.dossiers = dossiers;
        this.labels = labels;
        this.live = live;
    }

    /// After the dossier was worked out anew.
    @Order(10)
    @EventListener
    void on(EntryRecorded recorded) {
        var entry = recorded.entry();
        var partnership = entry.ledger().partnership();
        ActRef.of(entry.subject())
                .flatMap(ref -> dossiers.dossier(Sight.NODE, partnership, ref))
                .ifPresent(dossier ->
                        live.changed(
                                partnership,
                                dossier.area(),
                                labels.intern(marking(entry, dossier))));
    }

    /// A note is seen by its own marking, an act by that of its dossier.
    private static Marking marking(Entry entry, Dossier dossier) {
        return entry.kind().equals("note") ? entry.marking() : dossier.marking();
    }
}
