// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.LedgerId;
import org.springframework.stereotype.Component;

/// Refuses an entry of a dossier that is no well-formed act of a procedure which both nodes hold.
/// An act that is well-formed and not allowed is admitted and has no effect. Source:
/// spec/procedure/README.md, PROC-03 and PROC-44.
@Component
class DossierCheck implements EntryCheck {
    private final DossierFolds folds;
    private final Procedures procedures;

    DossierCheck(DossierFolds folds, Procedures procedures) {
        this.folds = folds;
        this.procedures = procedures;
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        if (!DossierEntries.isAct(entry)) {
            return Optional.empty();
        }
        return DossierEntries.malformed(entry)
                .or(() -> DossierEntries.opens(entry) ? opening(entry) : act(entry));
    }

    /// Reads the openings that are needed once, however many acts follow from them.
    @Override
    public List<RefusedEntry> check(List<Entry> entries, boolean ours) {
        var acts = entries.stream().filter(DossierEntries::isAct).toList();
        if (acts.isEmpty()) {
            return List.of();
        }
        var known = folds.openings(acts.getFirst().ledger().partnership(), subjects(acts));
        var refused = new ArrayList<RefusedEntry>();
        for (var entry : acts) {
            var why =
                    DossierEntries.malformed(entry)
                            .or(() ->
                                    DossierEntries.opens(entry)
                                            ? opening(entry)
                                            : act(entry, known));
            why.ifPresent(one -> refused.add(new RefusedEntry(entry, one)));
            if (why.isEmpty() && DossierEntries.opens(entry)) {
                known.put(DossierEntries.ref(entry), entry);
            }
        }
        return refused;
    }

    private static Set<ActRef> subjects(List<Entry> acts) {
        return acts.stream()
                .filter(entry -> !DossierEntries.opens(entry))
                .flatMap(entry -> ActRef.of(entry.subject()).stream())
                .collect(Collectors.toSet());
    }

    private Optional<Refusal> act(Entry entry, Map<ActRef, Entry> openings) {
        return ActRef.of(entry.subject())
                .flatMap(dossier -> Optional.ofNullable(openings.get(dossier)))
                .flatMap(opening -> DossierEntries.procedure(procedures, opening))
                .map(procedure -> fields(procedure, entry))
                .orElseGet(() -> Optional.of(unknown(entry)));
    }

    private static Refusal unknown(Entry entry) {
        return Refusal.of(ProcedureRule.UNKNOWN_DOSSIER).with("dossier", entry.subject());
    }

    private Optional<Refusal> opening(Entry entry) {
        var procedure = DossierEntries.procedure(procedures, entry);
        if (procedure.isEmpty()) {
            return Optional.of(
                    Refusal.of(ProcedureRule.UNKNOWN_PROCEDURE)
                            .with("procedure", shown(entry.content().get("procedure")))
                            .with("version", shown(entry.content().get("version"))));
        }
        if (folds.binding(entry.ledger().partnership(), procedure.get().id()).isEmpty()) {
            return Optional.of(
                    Refusal.of(ProcedureRule.NOT_USED).with("procedure", procedure.get().id()));
        }
        return fields(procedure.get(), entry);
    }

    private Optional<Refusal> act(Entry entry) {
        var unknown = Optional.of(unknown(entry));
        var dossier = ActRef.of(entry.subject());
        if (dossier.isEmpty()) {
            return unknown;
        }
        var ledger =
                new LedgerId(
                        entry.ledger().partnership(), dossier.get().party(), LedgerId.Line.SHARED);
        return folds.opening(ledger, dossier.get().number())
                .flatMap(opening -> DossierEntries.procedure(procedures, opening))
                .map(procedure -> fields(procedure, entry))
                .orElse(unknown);
    }

    /// An act that the procedure does not have is well-formed and has no effect.
    private static Optional<Refusal> fields(Procedure procedure, Entry entry) {
        Map<String, Object> fields = DossierEntries.fields(entry);
        return procedure
                .act(String.valueOf(entry.content().get("act")))
                .flatMap(act -> FieldForm.malformed(act, fields));
    }

    /// What the counterpart wrote, short enough to stand in a sentence.
    private static String shown(@org.jspecify.annotations.Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
