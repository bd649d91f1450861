// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.DossierLine;
import org.samband.procedure.Dossiers;
import org.springframework.stereotype.Component;

/// The door to the versions of a partnership's instrument. The text that is in force is the same
/// for everyone, so it is worked out in the sight of the node; who adopted it in which dossier is
/// told to those who see that.
@Component
class Successions {
    private final Instruments instruments;
    private final Dossiers dossiers;

    Successions(Instruments instruments, Dossiers dossiers) {
        this.instruments = instruments;
        this.dossiers = dossiers;
    }

    Optional<InstrumentHeld> first(Profile profile) {
        return instruments.of(profile.instrument());
    }

    /// The version of two hashes, where this node holds it.
    Succession.Library library(Profile profile) {
        return (text, commitments) -> instruments.find(profile, text, commitments);
    }

    /// @param adoptions all dossiers of the procedure
    Succession of(Profile profile, InstrumentHeld first, List<Dossier> adoptions) {
        return Succession.of(
                profile,
                first,
                Adoption.of(profile, first, adoptions),
                adoptions.stream()
                        .filter(one -> Adoption.isOf(profile, one))
                        .map(Succession.Proposed::of)
                        .toList(),
                library(profile));
    }

    /// All dossiers of a procedure that may be seen, latest first.
    List<Dossier> all(Sight sight, Profile profile, String procedure) {
        var found = new ArrayList<Dossier>();
        for (int page = 1; ; page++) {
            var filter =
                    new DossierFilter(
                            Optional.of(procedure),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            page);
            var refs =
                    dossiers.latest(sight, profile.id(), filter).stream()
                            .map(DossierLine::ref)
                            .toList();
            var folded =
                    dossiers.some(sight, profile.id(), refs).stream()
                            .collect(Collectors.toMap(Dossier::ref, one -> one));
            refs.stream().flatMap(ref -> Stream.ofNullable(folded.get(ref))).forEach(found::add);
            if (refs.size() < DossierFilter.PAGE) {
                return found;
            }
        }
    }
}
