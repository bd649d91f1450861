// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to the dossiers: opens them, acts and notes in them, and shows of them what an officer
/// may see. An act, its entry and all that is derived from it stand or fall in one transaction.
@Component
public class Dossiers {
    /// Name in the typed fields under which an act that agrees a text sends the SHA-256 of what the
    /// officer saw, see {@link DossierState#digest}.
    public static final String CONFIRMS = "confirms";

    /// Where refusals of the title, the area and of a note belong on the form.
    public static final String TITLE = "title";

    public static final String AREA = "area";
    public static final String NOTE = "note";
    public static final String TARGET = "target";

    private final Ledgers ledgers;
    private final Openings openings;
    private final ActChecks checks;
    private final DossierFolds folds;
    private final DossierRows rows;
    private final DossierReading reading;
    private final Refolding refolding;
    private final Sights sights;

    Dossiers(
            Ledgers ledgers,
            Openings openings,
            ActChecks checks,
            DossierFolds folds,
            DossierRows rows,
            DossierReading reading,
            Refolding refolding,
            Sights sights) {
        this.ledgers = ledgers;
        this.openings = openings;
        this.checks = checks;
        this.folds = folds;
        this.rows = rows;
        this.reading = reading;
        this.refolding = refolding;
        this.sights = sights;
    }

    /// Opens a dossier with the first act of its procedure.
    ///
    /// @param area short name; empty for the area that the profile gives the procedure
    /// @param typed what the officer typed, by name of the field
    public Acted open(
            Officer officer,
            PartnershipId partnership,
            String procedure,
            String title,
            String area,
            Marking marking,
            Map<String, String> typed) {
        var known = officer.needToKnow().areas().containsKey(partnership);
        var opening = openings.of(partnership, procedure).filter(held -> known);
        if (opening.isEmpty()) {
            return Acted.refused(Refusal.of(ProcedureRule.NOT_USED).with("procedure", procedure));
        }
        if (opening.get().act().isEmpty()) {
            var first = opening.get().procedure().openings().getFirst();
            return Acted.refused(ActCheck.notYourParty(first));
        }
        return sights.step(
                Sight.NODE,
                () ->
                        open(
                                officer,
                                checks.of(partnership),
                                opening.get(),
                                title.strip(),
                                area.isEmpty() ? opening.get().area() : area,
                                marking,
                                typed));
    }

    private Acted open(
            Officer officer,
            ActCheck check,
            Opening opening,
            String title,
            String area,
            Marking marking,
            Map<String, String> typed) {
        var form = opening.act().orElseThrow();
        var role = check.role(officer, form);
        if (role.isPresent()) {
            return Acted.refused(role.get());
        }
        var fields = TypedFields.read(form, typed, Optional.empty(), check.profile().parties());
        var refusals = new ArrayList<>(check.head(officer, title, area));
        refusals.addAll(check.form(officer, form, Optional.empty(), fields, marking, typed));
        if (!refusals.isEmpty()) {
            return new Acted.Refused(refusals);
        }
        var says = DossierEntries.act(form, fields.fields(), Optional.empty());
        var opened =
                append(
                        DossierDrafts.opening(
                                check.profile().id(),
                                officer,
                                opening,
                                title,
                                area,
                                marking,
                                says));
        if (opened instanceof Acted.Done(var dossier)) {
            openNext(officer, check, dossier, form, area, marking, typed);
        }
        return opened;
    }

    /// Opens in the same step what an act opens at once; what the officer may not open stays
    /// proposed. Source: spec/procedure/README.md, PROC-67.
    private void openNext(
            Officer officer,
            ActCheck check,
            ActRef dossier,
            ActForm form,
            String area,
            Marking marking,
            Map<String, String> typed) {
        form.opens()
                .filter(_ -> !form.fills().isEmpty())
                .flatMap(procedure -> openings.of(check.profile().id(), procedure))
                .filter(next -> next.act().isPresent())
                .ifPresent(next -> {
                    var fields = next.filled(form, dossier, typed);
                    var title = fields.getOrDefault(TITLE, "").strip();
                    open(officer, check, next, title, area, marking, fields);
                });
    }

    /// Takes a step in a dossier.
    ///
    /// @param version of the dossier that the officer saw; if it has moved on since, the act is
    ///   refused with PRO-07 and what was typed still stands on the form
    /// @param typed what the officer typed, by name of the field; with {@link #CONFIRMS} where the
    ///   act agrees a text
    public Acted act(
            Officer officer,
            PartnershipId partnership,
            ActRef dossier,
            String act,
            int version,
            Marking marking,
            Map<String, String> typed) {
        return sights.step(
                Sight.NODE,
                () ->
                        locked(officer, partnership, dossier)
                                .map(folded ->
                                        act(
                                                officer,
                                                checks.of(partnership),
                                                folded,
                                                act,
                                                version,
                                                marking,
                                                typed))
                                .orElseGet(() -> unknown(dossier)));
    }

    /// The dossier if the officer sees it; no other act comes between until the transaction ends.
    private Optional<DossierFolds.Folded> locked(
            Officer officer, PartnershipId partnership, ActRef dossier) {
        var sight = sights.of(officer);
        return sights.within(sight, () -> rows.lock(partnership, dossier))
                ? folds.of(partnership, dossier)
                : Optional.empty();
    }

    /// Why an officer cannot take a step now, whatever would be typed; empty if it can be taken.
    public Optional<Refusal> whyNot(Officer officer, Dossier dossier, ActForm act) {
        var check = checks.of(dossier.partnership());
        return check.role(officer, act)
                .or(() -> check.now(dossier.state(), act, dossier.version()))
                .or(() -> check.waits(officer, dossier.state(), act));
    }

    private static Acted unknown(ActRef dossier) {
        return Acted.refused(Refusal.of(ProcedureRule.UNKNOWN_DOSSIER).with("dossier", dossier));
    }

    private Acted act(
            Officer officer,
            ActCheck check,
            DossierFolds.Folded folded,
            String act,
            int version,
            Marking marking,
            Map<String, String> typed) {
        var state = folded.state();
        var form = state.procedure().act(act);
        if (form.isEmpty()) {
            return Acted.refused(Refusal.of(ProcedureRule.UNKNOWN_ACT).with("act", act));
        }
        var alone =
                check.role(officer, form.get())
                        .or(() -> check.now(state, form.get(), version))
                        .or(() -> check.waits(officer, state, form.get()));
        if (alone.isPresent()) {
            return Acted.refused(alone.get());
        }
        var standing = Optional.of(state);
        var fields = TypedFields.read(form.get(), typed, standing, check.profile().parties());
        var refusals = check.form(officer, form.get(), standing, fields, marking, typed);
        if (!refusals.isEmpty()) {
            return new Acted.Refused(refusals);
        }
        var confirms = form.filter(one -> !one.confirms().isEmpty()).map(state::digest);
        var says = DossierEntries.act(form.get(), fields.fields(), confirms);
        var acted = append(DossierDrafts.act(officer, folded, form.get(), marking, says));
        if (acted instanceof Acted.Done) {
            openNext(officer, check, state.dossier(), form.get(), folded.area(), marking, typed);
        }
        return acted;
    }

    /// Writes an own note on a dossier. It stands in the own ledger and never leaves this node.
    public Acted note(
            Officer officer,
            PartnershipId partnership,
            ActRef dossier,
            String text,
            Marking marking) {
        return note(officer, partnership, dossier, new WrittenNote(text, marking, false, ""));
    }

    public Acted note(
            Officer officer, PartnershipId partnership, ActRef dossier, WrittenNote written) {
        return sights.within(
                Sight.NODE,
                () ->
                        locked(officer, partnership, dossier)
                                .map(folded ->
                                        note(officer, checks.of(partnership), folded, written))
                                .orElseGet(() -> unknown(dossier)));
    }

    private Acted note(
            Officer officer, ActCheck check, DossierFolds.Folded folded, WrittenNote written) {
        var refusals = written.refusals(officer, check);
        return refusals.isEmpty()
                ? append(written.draft(officer, folded))
                : new Acted.Refused(refusals);
    }

    private Acted append(Draft draft) {
        return switch (ledgers.append(draft)) {
            case Outcome.Accepted<Entry>(var entry) -> new Acted.Done(DossierEntries.ref(entry));
            case Outcome.Refused<Entry>(var refusal) -> Acted.refused(refusal);
        };
    }

    /// A dossier as an officer may see it; empty where there is none to see.
    public Optional<Dossier> dossier(Sight sight, PartnershipId partnership, ActRef dossier) {
        return reading.dossier(sight, partnership, dossier);
    }

    public DossierList list(Sight sight, PartnershipId partnership, DossierFilter filter) {
        return reading.list(sight, partnership, filter);
    }

    /// Several dossiers, read together and without own notes; those that are not in sight are left
    /// out.
    public List<Dossier> some(Sight sight, PartnershipId partnership, List<ActRef> refs) {
        return reading.some(sight, partnership, refs);
    }

    /// The first page of a list, not counted.
    public List<DossierLine> latest(Sight sight, PartnershipId partnership, DossierFilter filter) {
        return reading.latest(sight, partnership, filter);
    }

    /// Throws the derived tables of a partnership away and works them out again from the ledgers.
    public void rebuild(PartnershipId partnership) {
        sights.run(Sight.NODE, () -> refolding.rebuild(partnership));
    }
}
