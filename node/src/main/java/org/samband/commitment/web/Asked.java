// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.List;
import java.util.Optional;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.procedure.Waiting;

/// What an act in a dossier asks this officer for: to open another dossier, or to close one.
///
/// @param opening how it is opened; empty where a dossier can be closed
public record Asked(Waiting waiting, Optional<Opening> opening) {

    /// Those that this officer can do something about.
    static List<Asked> of(
            List<Waiting> all,
            Openings openings,
            PartnershipId partnership,
            PartyCode own,
            Officer officer) {
        return all.stream()
                .filter(one -> one.party().filter(party -> !party.equals(own)).isEmpty())
                .map(one ->
                        new Asked(
                                one,
                                openings.of(partnership, one.opens())
                                        .filter(opening ->
                                                opening.act()
                                                        .flatMap(act -> act.roleOf(officer))
                                                        .isPresent())))
                .filter(one ->
                        one.waiting().kind() == Waiting.Kind.CLOSE || one.opening().isPresent())
                .toList();
    }
}
