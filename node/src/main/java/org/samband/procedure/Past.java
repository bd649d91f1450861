// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.samband.parties.Profile;

/// The dossiers of a partnership as both shared ledgers told them at one cut, without own notes and
/// without what any party has taken back.
///
/// @param cut how much of the ledgers counts
/// @param dossiers in the order of their numbers
/// @param evidence that their effective acts give, in the order of the dossiers
public record Past(Profile profile, Cut cut, List<Dossier> dossiers, List<Evidence> evidence) {
    public Past {
        dossiers = List.copyOf(dossiers);
        evidence = List.copyOf(evidence);
    }

    /// The same with some of the dossiers alone.
    public Past only(Predicate<Dossier> kept) {
        var left = dossiers.stream().filter(kept).toList();
        var refs = left.stream().map(Dossier::ref).collect(Collectors.toSet());
        return new Past(
                profile,
                cut,
                left,
                evidence.stream().filter(one -> refs.contains(one.dossier())).toList());
    }

    /// Those under one procedure.
    public List<Dossier> of(String procedure) {
        return dossiers.stream().filter(one -> one.procedure().id().equals(procedure)).toList();
    }
}
