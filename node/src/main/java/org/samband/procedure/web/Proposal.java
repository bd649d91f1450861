// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.samband.parties.Officer;
import org.samband.procedure.Opening;
import org.samband.procedure.Waiting;

/// A dossier that an act of this one proposes or invites to open, and that nobody has opened yet:
/// an information package where an intention to contribute was indicated. Source:
/// spec/procedure/README.md, "Links".
///
/// @param title of the procedure
/// @param path of the form that opens it, filled in; empty where that is not for this officer
public record Proposal(String title, Optional<String> path) {

    static List<Proposal> of(
            List<Waiting> waiting,
            Officer officer,
            PartyWords parties,
            Function<String, Optional<Opening>> openings) {
        return waiting.stream()
                .filter(one -> one.kind() == Waiting.Kind.OPEN)
                .flatMap(one ->
                        openings.apply(one.opens()).stream()
                                .map(opening -> of(one, opening, officer, parties)))
                .filter(one -> one.path().isPresent() || !one.title().isEmpty())
                .distinct()
                .toList();
    }

    static Proposal of(Waiting waiting, Opening opening, Officer officer, PartyWords parties) {
        var ours = waiting.party().filter(party -> !party.equals(parties.own())).isEmpty();
        var act = opening.act().filter(one -> ours && one.roleOf(officer).isPresent());
        return new Proposal(
                act.isPresent() || !ours ? parties.words().in(opening.procedure().title()) : "",
                act.map(_ ->
                        "/"
                                + parties.profile().id()
                                + "/open/"
                                + opening.procedure().id()
                                + opening.from(waiting.dossier(), waiting.by())));
    }
}
