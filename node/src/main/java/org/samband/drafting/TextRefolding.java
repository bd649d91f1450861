// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import org.samband.label.Labels;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryRecorded;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActRef;
import org.samband.search.SearchKind;
import org.samband.search.Searches;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Works out the derived row of a text anew after each of its entries, ours or admitted, in the
/// transaction that stores it.
@Component
class TextRefolding {
    private final TextFolds folds;
    private final TextRows rows;
    private final Searches searches;
    private final Labels labels;

    TextRefolding(TextFolds folds, TextRows rows, Searches searches, Labels labels) {
        this.folds = folds;
        this.rows = rows;
        this.searches = searches;
        this.labels = labels;
    }

    /// Before the listeners that tell open pages.
    @Order(1)
    @EventListener
    void on(EntryRecorded recorded) {
        var entry = recorded.entry();
        if (TextEntries.opens(entry) || TextEntries.isMove(entry)) {
            ActRef.of(entry.subject())
                    .ifPresent(text -> refold(entry.ledger().partnership(), text));
        } else if (TextEntries.isOwnComment(entry)) {
            ActRef.of(entry.subject()).ifPresent(text -> comment(entry, text));
        }
    }

    private void refold(PartnershipId partnership, ActRef ref) {
        folds.of(partnership, ref).ifPresent(text -> put(partnership, text));
    }

    private void put(PartnershipId partnership, JointText text) {
        var line =
                new TextLine(
                        text.ref(),
                        text.opening().dossier(),
                        text.opening().area(),
                        labels.intern(text.marking()),
                        text.opening().kind(),
                        text.opening().title(),
                        text.state(),
                        text.standing().size(),
                        text.open(),
                        text.changed());
        rows.put(partnership, line);
        unread(partnership, line);
        if (text.state() == JointText.State.PUBLIC) {
            rows.publish(partnership, text.seal().orElseThrow().hash(), text.ref());
        }
    }

    private void comment(Entry entry, ActRef text) {
        rows.put(
                entry.ledger().partnership(),
                text,
                entry.area(),
                labels.intern(entry.marking()),
                new OwnComment(
                        entry.number().value(),
                        entry.at(),
                        entry.by().officer(),
                        PointId.of(TextEntries.text(entry.content(), "point")),
                        TextEntries.text(entry.content(), "text")));
        rows.find(entry.ledger().partnership(), text)
                .ifPresent(line -> unread(entry.ledger().partnership(), line));
    }

    private void unread(PartnershipId partnership, TextLine line) {
        searches.changed(
                partnership,
                SearchKind.TEXT,
                List.of(
                        new Searches.Place(
                                line.ref().toString(), line.area(), line.label(), line.changed())));
    }
}
