// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;

/// How a partnership uses a procedure. Data: section `procedures` of the profile.
///
/// @param roles party by role of the procedure
/// @param commitments identities of the commitments that an act is evidence for, by name of the act
/// @param chosen commitments that an act is evidence for if the dossier names them, by name of the
///   act
/// @param area short name of the area in which its dossiers are opened unless another is chosen;
///   empty for none
/// @param zones in which a party's days are counted
record Binding(
        Map<String, PartyCode> roles,
        Map<String, List<String>> commitments,
        Map<String, List<String>> chosen,
        String area,
        Map<PartyCode, ZoneId> zones) {

    Binding {
        roles = Map.copyOf(roles);
        commitments = Map.copyOf(commitments);
        chosen = Map.copyOf(chosen);
        zones = Map.copyOf(zones);
    }

    /// Empty if the partnership does not use the procedure.
    static Optional<Binding> of(Profile profile, String procedure) {
        if (!(profile.procedures().get(procedure) instanceof Map<?, ?> section)) {
            return Optional.empty();
        }
        var roles = new HashMap<String, PartyCode>();
        if (section.get("roles") instanceof Map<?, ?> bound) {
            bound.forEach((role, party) ->
                    roles.put(String.valueOf(role), new PartyCode(String.valueOf(party))));
        }
        var zones = new HashMap<PartyCode, ZoneId>();
        profile.parties().forEach(party -> zones.put(party.code(), party.zone()));
        var area = section.get("area") instanceof String name ? name : "";
        return Optional.of(
                new Binding(
                        roles,
                        byAct(section.get("commitments")),
                        byAct(section.get("chosen")),
                        area,
                        zones));
    }

    private static Map<String, List<String>> byAct(@Nullable Object section) {
        var served = new HashMap<String, List<String>>();
        if (section instanceof Map<?, ?> acts) {
            acts.forEach((act, ids) -> {
                if (ids instanceof List<?> list) {
                    served.put(String.valueOf(act), list.stream().map(String::valueOf).toList());
                }
            });
        }
        return served;
    }

    /// The commitments that an act can be evidence for, whatever a dossier names.
    List<String> all(String act) {
        return Stream.concat(
                        commitments.getOrDefault(act, List.of()).stream(),
                        chosen.getOrDefault(act, List.of()).stream())
                .distinct()
                .toList();
    }

    /// The commitments that an act is evidence for.
    ///
    /// @param named those that the dossier names
    Set<String> served(String act, Collection<String> named) {
        var served = new LinkedHashSet<>(commitments.getOrDefault(act, List.of()));
        chosen.getOrDefault(act, List.of()).stream().filter(named::contains).forEach(served::add);
        return served;
    }
}
