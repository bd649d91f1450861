// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;
import org.samband.label.Labels;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// Reads dossiers for officers. The database decides first: a row that the sight does not cover is
/// not there, and neither is anything of its dossier.
@Component
class DossierReading {
    private final Procedures procedures;
    private final DossierFolds folds;
    private final DossierRows rows;
    private final NoteRows notes;
    private final DossierLinkRows links;
    private final Labels labels;
    private final Sights sights;
    private final Partnerships partnerships;

    DossierReading(
            Procedures procedures,
            DossierFolds folds,
            DossierRows rows,
            NoteRows notes,
            DossierLinkRows links,
            Labels labels,
            Sights sights,
            Partnerships partnerships) {
        this.procedures = procedures;
        this.folds = folds;
        this.rows = rows;
        this.notes = notes;
        this.links = links;
        this.labels = labels;
        this.sights = sights;
        this.partnerships = partnerships;
    }

    Optional<Dossier> dossier(Sight sight, PartnershipId partnership, ActRef dossier) {
        return sights.within(
                sight,
                () ->
                        rows.find(partnership, dossier)
                                .flatMap(row -> folds.of(partnership, dossier))
                                .filter(folded -> covered(sight, partnership, folded))
                                .map(folded -> dossier(sight, partnership, dossier, folded)));
    }

    /// An act that came since the row was read can have a higher marking than the row.
    private boolean covered(Sight sight, PartnershipId partnership, DossierFolds.Folded folded) {
        return sight.covers(partnership, folded.area(), labels.intern(folded.marking()));
    }

    /// What the counterpart has taken back is not shown to an officer; the node itself works with
    /// all.
    private Dossier dossier(
            Sight sight, PartnershipId partnership, ActRef ref, DossierFolds.Folded folded) {
        return dossier(sight, partnership, ref, folded, notes(partnership, ref));
    }

    private List<Dossier.Note> notes(PartnershipId partnership, ActRef ref) {
        return notes.of(partnership, ref).stream()
                .map(row -> row.note(labels.marking(row.label())))
                .toList();
    }

    List<Dossier> some(Sight sight, PartnershipId partnership, List<ActRef> refs) {
        return sights.within(
                sight,
                () ->
                        folds.of(partnership, links.seen(partnership, refs)).stream()
                                .filter(folded -> covered(sight, partnership, folded))
                                .map(folded ->
                                        dossier(
                                                sight,
                                                partnership,
                                                DossierEntries.ref(folded.opening()),
                                                folded,
                                                List.of()))
                                .toList());
    }

    List<DossierLine> latest(Sight sight, PartnershipId partnership, DossierFilter filter) {
        return sights.within(
                sight, () -> rows.list(partnership, filter).stream().map(this::line).toList());
    }

    private Dossier dossier(
            Sight sight,
            PartnershipId partnership,
            ActRef ref,
            DossierFolds.Folded folded,
            List<Dossier.Note> notes) {
        var own = partnerships.own();
        var state = sight.node() ? folded.state() : shown(partnership, folded, own);
        return new Dossier(
                partnership,
                ref,
                sight.node() ? folded.title() : folded.title(own),
                folded.area(),
                folded.marking(),
                state,
                state.turn(folds.parties(partnership)),
                notes,
                folded.opening().at(),
                state.latest().at(),
                folded.recalls());
    }

    /// Without what the counterpart has taken back, and without numbers of dossiers that the
    /// officer does not see.
    private DossierState shown(
            PartnershipId partnership, DossierFolds.Folded folded, PartyCode own) {
        var state = folded.state().without(folded.takenBack(own));
        var named = state.named();
        return named.isEmpty() ? state : state.naming(links.seen(partnership, named));
    }

    DossierList list(Sight sight, PartnershipId partnership, DossierFilter filter) {
        return sights.within(
                sight,
                () -> {
                    List<DossierLine> lines =
                            rows.list(partnership, filter).stream().map(this::line).toList();
                    return new DossierList(lines, rows.count(partnership, filter), filter.page());
                });
    }

    /// The procedure under which a dossier was opened, where this node has it.
    Optional<Procedure> procedure(DossierRows.Row row) {
        return procedures.exactly(row.procedure(), row.procedureVersion(), row.procedureHash());
    }

    DossierLine line(DossierRows.Row row) {
        var procedure = procedure(row);
        var state = procedure.flatMap(one -> one.state(row.state()));
        return new DossierLine(
                row.ref(),
                row.procedure(),
                procedure
                        .map(Procedure::title)
                        .orElse(new Bilingual(row.procedure(), row.procedure())),
                row.title(),
                row.area(),
                labels.marking(row.label()),
                row.state(),
                state.map(State::title).orElse(new Bilingual(row.state(), row.state())),
                row.finished(),
                row.turn(),
                row.answerBy(),
                row.opened(),
                row.changed(),
                row.version());
    }
}
