// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;

/// Which acts of a dossier an officer's form was made with: the latest of each party. It travels in
/// the form as `EU-17 NO-5`.
///
/// @param latest number of the latest act, by party
record Known(Map<PartyCode, Long> latest) {

    static Known of(Dossier dossier) {
        var latest = new TreeMap<PartyCode, Long>();
        dossier.state()
                .acts()
                .forEach(act ->
                        latest.merge(act.act().ref().party(), act.act().ref().number(), Math::max));
        return new Known(latest);
    }

    /// @param sent as the form holds it; what is no number of an act does not count
    static Known of(String sent) {
        var latest = new TreeMap<PartyCode, Long>();
        for (var word : sent.split(" ", 4)) {
            ActRef.of(word).ifPresent(act -> latest.merge(act.party(), act.number(), Math::max));
        }
        return new Known(latest);
    }

    /// Whether the form was made with this act. A form that does not say what it was made with was
    /// made with all.
    boolean has(ActRef act) {
        return latest.isEmpty() || act.number() <= latest.getOrDefault(act.party(), 0L);
    }

    @Override
    public String toString() {
        return latest.entrySet().stream()
                .map(one -> new ActRef(one.getKey(), one.getValue()).toString())
                .collect(Collectors.joining(" "));
    }
}
