// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.List;
import org.samband.label.Labels;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryRecorded;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Works out the derived tables of a dossier anew after each of its entries, ours or admitted, in
/// the transaction that stores the entry. Source: decision "The state of a dossier is always
/// refolded".
@Component
class Refolding {
    private static final int BATCH = 500;

    private final DossierFolds folds;
    private final DossierRows rows;
    private final EvidenceRows evidence;
    private final Labels labels;
    private final Ledgers ledgers;
    private final Partnerships partnerships;

    Refolding(
            DossierFolds folds,
            DossierRows rows,
            EvidenceRows evidence,
            Labels labels,
            Ledgers ledgers,
            Partnerships partnerships) {
        this.folds = folds;
        this.rows = rows;
        this.evidence = evidence;
        this.labels = labels;
        this.ledgers = ledgers;
        this.partnerships = partnerships;
    }

    /// Before the listeners of other rooms, which read what is derived here.
    @Order(0)
    @EventListener
    void on(EntryRecorded recorded) {
        var entry = recorded.entry();
        if (DossierEntries.isAct(entry)
                || RecallEntries.isRecall(entry)
                || RecallEntries.isReceipt(entry)) {
            ActRef.of(entry.subject())
                    .ifPresent(dossier -> refold(entry.ledger().partnership(), dossier));
        } else if (DossierEntries.isNote(entry)) {
            note(entry);
        }
    }

    private void refold(PartnershipId partnership, ActRef dossier) {
        rows.lock(partnership, dossier);
        folds.of(partnership, dossier)
                .ifPresent(folded -> {
                    var row = row(partnership, folded);
                    rows.put(partnership, row);
                    evidence.clear(partnership, dossier);
                    derive(partnership, folded, row);
                });
    }

    private DossierRows.Row row(PartnershipId partnership, DossierFolds.Folded folded) {
        var state = shown(folded);
        var acts = state.acts().stream().map(act -> act.act().at()).toList();
        return new DossierRows.Row(
                DossierEntries.ref(folded.opening()),
                folded.area(),
                labels.intern(folded.marking()),
                state.procedure().id(),
                state.procedure().version(),
                state.procedure().hash(),
                folded.title(partnerships.own()),
                state.state().name(),
                state.state().last(),
                state.turn(folds.parties(partnership)),
                state.answerBy(),
                folded.opening().at(),
                acts.stream().max(Instant::compareTo).orElseThrow(),
                state.version());
    }

    private void derive(
            PartnershipId partnership, DossierFolds.Folded folded, DossierRows.Row row) {
        var of =
                new EvidenceRows.Of(
                        partnership,
                        row.ref(),
                        row.area(),
                        row.label(),
                        row.procedure(),
                        row.title());
        Evidence.of(partnership, row.ref(), row.title(), folded.state(), folded.binding())
                .forEach(one -> evidence.add(of, one));
        shown(folded).followUps().forEach(one -> evidence.add(of, one));
        var days =
                Coming.of(
                        partnership,
                        row.ref(),
                        row.title(),
                        shown(folded),
                        row.turn(),
                        folded.marking());
        for (int i = 0; i < days.size(); i++) {
            evidence.add(of, i + 1, days.get(i));
        }
    }

    /// What the counterpart has taken back stands in no table that pages read. What an act proves
    /// of a commitment stays: day and kind of the event, no words.
    private DossierState shown(DossierFolds.Folded folded) {
        return folded.state().without(folded.takenBack(partnerships.own()));
    }

    private void note(Entry entry) {
        ActRef.of(entry.subject())
                .ifPresent(dossier ->
                        rows.put(
                                entry.ledger().partnership(),
                                dossier,
                                entry.area(),
                                labels.intern(entry.marking()),
                                new Dossier.Note(
                                        entry.number().value(),
                                        entry.at(),
                                        entry.by().officer(),
                                        String.valueOf(entry.content().get("text")),
                                        entry.marking(),
                                        DossierEntries.HOLDERS.equals(
                                                entry.content().get("about")))));
    }

    /// Throws all derived tables of a partnership away and folds them again from the ledgers.
    void rebuild(PartnershipId partnership) {
        rows.clear(partnership);
        evidence.clear(partnership);
        folds.all(partnership).forEach(dossier -> refold(partnership, dossier));
        var own = new LedgerId(partnership, partnerships.own(), LedgerId.Line.OWN);
        List<Entry> batch = ledgers.read(own, 1, BATCH);
        while (!batch.isEmpty()) {
            batch.stream().filter(DossierEntries::isNote).forEach(this::note);
            batch = ledgers.read(own, batch.getLast().number().value() + 1, BATCH);
        }
    }
}
