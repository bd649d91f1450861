// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.samband.parties.Officer;
import org.samband.procedure.ActForm;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierState;
import org.samband.procedure.Opening;

/// A dossier that an act of this one proposes to open next: an information package where an
/// intention to contribute was indicated. Source: member `opens` of spec/procedure.
///
/// @param procedure short name
/// @param title of the procedure
/// @param query that fills the form in
public record Proposal(String procedure, String title, String query) {

    /// Those that this officer can open.
    static List<Proposal> of(
            Dossier dossier,
            Officer officer,
            PartyWords parties,
            Function<String, Optional<Opening>> openings) {
        return dossier.state().acts().stream()
                .filter(DossierState.Folded::effective)
                .flatMap(one -> dossier.procedure().act(one.act().act()).stream())
                .flatMap(form -> form.opens().stream())
                .distinct()
                .flatMap(procedure -> openings.apply(procedure).stream())
                .filter(opening -> opening.act().flatMap(act -> act.roleOf(officer)).isPresent())
                .map(opening ->
                        new Proposal(
                                opening.procedure().id(),
                                parties.words().in(opening.procedure().title()),
                                query(dossier, opening.act().orElseThrow())))
                .toList();
    }

    /// The area, and where the form has such a field the dossier that it comes from.
    private static String query(Dossier dossier, ActForm act) {
        var area = dossier.area().isEmpty() ? "" : "&area=" + dossier.area();
        var from = act.field("dossier-of").isPresent() ? "&dossier-of=" + dossier.ref() : "";
        return (area + from).replaceFirst("&", "?");
    }
}
