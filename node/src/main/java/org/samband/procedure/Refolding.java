// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.samband.label.Labels;
import org.samband.ledger.EntriesRecorded;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryRecorded;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.parties.Area;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.search.SearchKind;
import org.samband.search.Searches;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextRefreshedEvent;
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
    private final NoteRows notes;
    private final EvidenceRows evidence;
    private final DossierLinkRows links;
    private final Searches searches;
    private final Labels labels;
    private final Ledgers ledgers;
    private final ObjectProvider<ParagraphAreas> areas;
    private final Partnerships partnerships;
    private final Sights sights;
    private final ApplicationEventPublisher events;

    Refolding(
            DossierFolds folds,
            DossierRows rows,
            NoteRows notes,
            EvidenceRows evidence,
            DossierLinkRows links,
            Searches searches,
            Labels labels,
            Ledgers ledgers,
            ObjectProvider<ParagraphAreas> areas,
            Partnerships partnerships,
            Sights sights,
            ApplicationEventPublisher events) {
        this.folds = folds;
        this.rows = rows;
        this.notes = notes;
        this.evidence = evidence;
        this.links = links;
        this.searches = searches;
        this.labels = labels;
        this.ledgers = ledgers;
        this.areas = areas;
        this.partnerships = partnerships;
        this.sights = sights;
        this.events = events;
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
        var places =
                refold(
                        recorded.partnership(),
                        recorded.subjects().stream()
                                .flatMap(subject -> ActRef.of(subject).stream())
                                .sorted()
                                .toList());
        if (!places.isEmpty()) {
            events.publishEvent(new DossiersRefolded(recorded.partnership(), places));
        }
    }

    /// @return where they stand, each area and marking once
    private Set<DossierPlace> refold(PartnershipId partnership, List<ActRef> dossiers) {
        var places = new LinkedHashSet<DossierPlace>();
        for (int i = 0; i < dossiers.size(); i += AT_ONCE) {
            var some = dossiers.subList(i, Math.min(dossiers.size(), i + AT_ONCE));
            var before = rows.lock(partnership, some);
            var parties = folds.parties(partnership);
            var puts = new ArrayList<DossierRows.Put>();
            var changed = new LinkedHashMap<ActRef, DossierDerived>();
            for (var folded : folds.of(partnership, some)) {
                var state = shown(folded);
                var row = row(partnership, folded, state);
                var days = days(partnership, folded, state, row);
                var derived =
                        DossierDerived.of(
                                row,
                                folded,
                                state,
                                days,
                                parties,
                                one -> serves(partnership, one, row.area()));
                var digest = derived.digest();
                puts.add(new DossierRows.Put(row, RegisterCells.of(state, days), digest));
                places.add(new DossierPlace(row.area(), row.label()));
                if (!digest.equals(before.get(row.ref()))) {
                    changed.put(row.ref(), derived);
                }
            }
            rows.put(partnership, puts);
            derive(partnership, before.keySet(), changed);
            searches.changed(
                    partnership,
                    SearchKind.DOSSIER,
                    puts.stream().map(put -> place(put.row())).toList());
        }
        return places;
    }

    private static Searches.Place place(DossierRows.Row row) {
        return new Searches.Place(row.ref().toString(), row.area(), row.label(), row.changed());
    }

    /// Writes what stands beside dossiers where it is another than before.
    ///
    /// @param stood the dossiers that were there before
    private void derive(
            PartnershipId partnership, Set<ActRef> stood, Map<ActRef, DossierDerived> changed) {
        var old = changed.keySet().stream().filter(stood::contains).toList();
        if (!old.isEmpty()) {
            evidence.clear(partnership, old);
            links.clear(partnership, old);
        }
        if (!changed.isEmpty()) {
            evidence.add(partnership, changed.values());
            links.add(partnership, changed.values());
        }
    }

    private DossierRows.Row row(
            PartnershipId partnership, DossierFolds.Folded folded, DossierState state) {
        var own = partnerships.own();
        var latest = state.latest();
        var turn = state.turn(folds.parties(partnership));
        var steps = state.possible(own).stream().filter(ActForm::moves).map(ActForm::name).toList();
        return new DossierRows.Row(
                DossierEntries.ref(folded.opening()),
                folded.area(),
                labels.intern(folded.marking()),
                state.procedure().id(),
                state.procedure().version(),
                state.procedure().hash(),
                folded.title(own),
                state.state().name(),
                state.state().last(),
                turn,
                answerBy(folded, state),
                folded.opening().at(),
                latest.at(),
                state.version(),
                latest.act(),
                latest.ref(),
                steps,
                turn.contains(own) && !steps.isEmpty());
    }

    /// The earliest of the day that a party named and of the day on which a clock ends.
    private static Optional<LocalDate> answerBy(DossierFolds.Folded folded, DossierState state) {
        return Stream.concat(
                        state.answerBy().stream(),
                        state.clock(folded.binding().zones()).map(Deadline::on).stream())
                .min(LocalDate::compareTo);
    }

    private String serves(PartnershipId partnership, FollowUp followUp, String area) {
        return followUp.paragraph()
                .flatMap(number ->
                        areas.stream()
                                .flatMap(one -> one.of(partnership, number).stream())
                                .findFirst())
                .map(Area::shortName)
                .orElse(area);
    }

    private static List<Coming> days(
            PartnershipId partnership,
            DossierFolds.Folded folded,
            DossierState state,
            DossierRows.Row row) {
        return Coming.of(
                partnership,
                row.ref(),
                row.title(),
                state,
                row.turn(),
                folded.binding().zones(),
                folded.marking());
    }

    /// What the counterpart has taken back stands in no table that pages read. What an act proves
    /// of a commitment stays: day and kind of the event, no words.
    private DossierState shown(DossierFolds.Folded folded) {
        return folded.state().without(folded.takenBack(partnerships.own()));
    }

    private void note(Entry entry) {
        ActRef.of(entry.subject()).ifPresent(dossier -> note(entry, dossier));
    }

    private void note(Entry entry, ActRef dossier) {
        var partnership = entry.ledger().partnership();
        var row =
                new NoteRows.Row(
                        dossier,
                        entry.number().value(),
                        entry.at(),
                        entry.by().officer(),
                        String.valueOf(entry.content().get("text")),
                        entry.area(),
                        labels.intern(entry.marking()),
                        DossierEntries.HOLDERS.equals(entry.content().get("about")),
                        target(entry));
        notes.put(partnership, row);
        searches.changed(
                partnership,
                SearchKind.NOTE,
                List.of(
                        new Searches.Place(
                                String.valueOf(row.number()), row.area(), row.label(), row.at())));
    }

    private static Optional<LocalDate> target(Entry note) {
        return Optional.ofNullable(note.content().get(DossierEntries.TARGET))
                .flatMap(day -> FieldForm.date(String.valueOf(day)));
    }

    /// Rows that an older node folded say nothing to registers: all are folded again.
    @EventListener
    void on(ContextRefreshedEvent started) {
        for (var profile : partnerships.profiles()) {
            sights.run(
                    Sight.NODE,
                    () -> {
                        if (rows.olderRows(profile.id())) {
                            rebuild(profile.id());
                        }
                    });
        }
    }

    /// Throws all derived tables of a partnership away and folds them again from the ledgers.
    void rebuild(PartnershipId partnership) {
        rows.clear(partnership);
        evidence.clear(partnership);
        links.clear(partnership);
        notes.clear(partnership);
        searches.clear(partnership, SearchKind.DOSSIER);
        searches.clear(partnership, SearchKind.NOTE);
        refold(partnership, folds.all(partnership));
        var own = new LedgerId(partnership, partnerships.own(), LedgerId.Line.OWN);
        List<Entry> batch = ledgers.read(own, 1, BATCH);
        while (!batch.isEmpty()) {
            batch.stream().filter(DossierEntries::isNote).forEach(this::note);
            batch = ledgers.read(own, batch.getLast().number().value() + 1, BATCH);
        }
    }
}
