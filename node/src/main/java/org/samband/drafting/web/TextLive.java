// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import org.samband.drafting.JointTexts;
import org.samband.ledger.EntryRecorded;
import org.samband.ledger.LedgerId;
import org.samband.parties.Sight;
import org.samband.procedure.ActRef;
import org.samband.web.Live;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets the open pages of officers who may see a text know that it has changed. Own comments are
/// told by the room of dossiers, like every entry of the own line.
@Component
class TextLive {
    private final JointTexts texts;
    private final Live live;

    TextLive(JointTexts texts, Live live) {
        this.texts = texts;
        this.live = live;
    }

    /// After the row of the text was worked out anew.
    @Order(10)
    @EventListener
    void on(EntryRecorded recorded) {
        var entry = recorded.entry();
        if (entry.ledger().line() == LedgerId.Line.SHARED && entry.kind().startsWith("text.")) {
            ActRef.of(entry.subject())
                    .flatMap(text -> texts.line(Sight.NODE, entry.ledger().partnership(), text))
                    .ifPresent(line ->
                            live.changed(entry.ledger().partnership(), line.area(), line.label()));
        }
    }
}
