// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.List;
import org.samband.label.Labels;
import org.samband.ledger.EntriesRecorded;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryRecorded;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Works out the derived tables of a dossier anew after its entries, ours or admitted, in the
/// transaction that stores them. Source: decision "The state of a dossier is always refolded".
@Component
class Refolding {
    private static final int BATCH = 500;

    /// Dossiers that are folded together: as many as need few statements and little memory.
    private static final int AT_ONCE = 200;

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
        if (DossierEntries.isNote(entry)) {
            note(entry);
        }
    }

    /// Each dossier once, however many of its entries came.
    @Order(0)
    @EventListener
    void on(EntriesRecorded recorded) {
        refold(
                recorded.partnership(),
                recorded.subjects().stream()
                        .flatMap(subject -> ActRef.of(subject).stream())
                        .sorted()
                        .toList());
    }

    private void refold(PartnershipId partnership, List<ActRef> dossiers) {
        for (int i = 0; i < dossiers.size(); i += AT_ONCE) {
            var some = dossiers.subList(i, Math.min(dossiers.size(), i + AT_ONCE));
            rows.lock(partnership, some);
            var folded = folds.of(partnership, some);
            var lines = folded.stream().map(one -> row(partnership, one)).toList();
            rows.put(partnership, lines);
            evidence.clear(partnership, some);
            var derived = new EvidenceRows.Derived();
            for (int j = 0; j < folded.size(); j++) {
                derive(partnership, folded.get(j), lines.get(j), derived);
            }
            evidence.add(derived);
        }
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
            PartnershipId partnership,
            DossierFolds.Folded folded,
            DossierRows.Row row,
            EvidenceRows.Derived derived) {
        var of =
                new EvidenceRows.Of(
                        partnership,
                        row.ref(),
                        row.area(),
                        row.label(),
                        row.procedure(),
                        row.title());
        Evidence.of(partnership, row.ref(), row.title(), folded.state(), folded.binding())
                .forEach(one -> derived.add(of, one));
        shown(folded).followUps().forEach(one -> derived.add(of, one));
        var days =
                Coming.of(
                        partnership,
                        row.ref(),
                        row.title(),
                        shown(folded),
                        row.turn(),
                        folded.marking());
        for (int i = 0; i < days.size(); i++) {
            derived.add(of, i + 1, days.get(i));
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
        refold(partnership, folds.all(partnership));
        var own = new LedgerId(partnership, partnerships.own(), LedgerId.Line.OWN);
        List<Entry> batch = ledgers.read(own, 1, BATCH);
        while (!batch.isEmpty()) {
            batch.stream().filter(DossierEntries::isNote).forEach(this::note);
            batch = ledgers.read(own, batch.getLast().number().value() + 1, BATCH);
        }
    }
}
