// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samband.ledger.ExportedStates;
import org.samband.ledger.Head;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;
import org.springframework.stereotype.Component;

/// What an export says of dossiers: the procedures that their openings name, and where this node
/// shows them to stand. Source: `spec/ledger/`, LEDGER-25 and 26.
@Component
class DossierExport implements ExportedStates {
    private final DossierFolds folds;
    private final Procedures procedures;

    DossierExport(DossierFolds folds, Procedures procedures) {
        this.folds = folds;
        this.procedures = procedures;
    }

    @Override
    public Map<String, Object> members(List<Head> heads) {
        var texts = new LinkedHashMap<String, Object>();
        var roles = new TreeMap<String, Object>();
        for (var dossier : opened(heads)) {
            var opening = folds.opening(head(heads, dossier).ledger(), dossier.number());
            opening.flatMap(entry -> DossierEntries.procedure(procedures, entry))
                    .ifPresent(procedure -> {
                        texts.put(procedure.hash(), procedures.text(procedure));
                        var partnership = opening.get().ledger().partnership();
                        folds.binding(partnership, procedure.id())
                                .ifPresent(bound -> roles.put(procedure.id(), codes(bound)));
                    });
        }
        return Map.of("procedures", List.copyOf(texts.values()), "roles", roles);
    }

    private static Map<String, Object> codes(Binding binding) {
        var codes = new TreeMap<String, Object>();
        binding.roles().forEach((role, party) -> codes.put(role, party.value()));
        return codes;
    }

    /// The dossiers in the order of the entries that opened them.
    private List<ActRef> opened(List<Head> heads) {
        var partnership = heads.getFirst().ledger().partnership();
        var all = folds.all(partnership);
        var opened = new ArrayList<ActRef>();
        for (var head : heads) {
            all.stream()
                    .filter(dossier -> dossier.party().equals(head.ledger().party()))
                    .filter(dossier -> dossier.number() <= head.size())
                    .forEach(opened::add);
        }
        return opened;
    }

    private static Head head(List<Head> heads, ActRef dossier) {
        return heads.stream()
                .filter(head -> head.ledger().party().equals(dossier.party()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void lines(List<Head> heads, Lines out) throws IOException {
        for (var dossier : opened(heads)) {
            var folded = folds.at(heads, dossier);
            if (folded.isPresent()) {
                out.add(line(dossier, folded.get().state()));
            }
        }
    }

    static Map<String, Object> line(ActRef dossier, DossierState state) {
        return Map.of(
                "dossier", dossier.toString(),
                "state", state.state().name(),
                "acts",
                        state.acts().stream()
                                .map(act -> List.of(act.act().ref().toString(), word(act.effect())))
                                .toList(),
                "values", values(state).hex());
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case Effect.Effective _ -> "effective";
            case Effect.Crossed _ -> "crossed";
            case Effect.WithoutEffect _ -> "without effect";
        };
    }

    private static Digest values(DossierState state) {
        var values = new TreeMap<String, Object>();
        state.values()
                .forEach((field, standing) ->
                        values.put(
                                field,
                                standing.stream()
                                        .map(one -> List.of(one.by().toString(), one.value()))
                                        .toList()));
        return Digest.sha256(CanonicalJson.bytes(values));
    }
}
