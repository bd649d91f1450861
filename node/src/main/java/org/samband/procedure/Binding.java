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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;

/// How a partnership uses a procedure. Data: section `procedures` of the profile.
///
/// @param roles party by role of the procedure
/// @param commitments identities of the commitments that an act is evidence for, by name of the act
/// @param chosen commitments that an act is evidence for if the dossier names them, by name of the
///   act
/// @param added names of acts that are evidence for commitments which a later version of the text
///   added, if the dossier names them
/// @param first identities of the commitments of the first version
/// @param area short name of the area in which its dossiers are opened unless another is chosen;
///   empty for none
/// @param zones in which a party's days are counted
record Binding(
        Map<String, PartyCode> roles,
        Map<String, List<String>> commitments,
        Map<String, List<String>> chosen,
        Set<String> added,
        Set<String> first,
        String area,
        Map<PartyCode, ZoneId> zones) {

    Binding {
        roles = Map.copyOf(roles);
        commitments = Map.copyOf(commitments);
        chosen = Map.copyOf(chosen);
        added = Set.copyOf(added);
        first = Set.copyOf(first);
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
                        names(section.get("added")),
                        profile.commitments().keySet(),
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

    private static Set<String> names(@Nullable Object list) {
        return list instanceof List<?> all
                ? all.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /// The commitments that an act can be evidence for, whatever a dossier names.
    ///
    /// @param later identities of those that later versions of the text added
    List<String> all(String act, Collection<String> later) {
        var all = new LinkedHashSet<>(commitments.getOrDefault(act, List.of()));
        all.addAll(chosen.getOrDefault(act, List.of()));
        if (added.contains(act)) {
            all.addAll(later);
        }
        return List.copyOf(all);
    }

    /// The commitments that an act is evidence for.
    ///
    /// @param named those that the dossier names
    Set<String> served(String act, Collection<String> named) {
        var served = new LinkedHashSet<>(commitments.getOrDefault(act, List.of()));
        chosen.getOrDefault(act, List.of()).stream().filter(named::contains).forEach(served::add);
        if (added.contains(act)) {
            named.stream().filter(id -> !first.contains(id)).forEach(served::add);
        }
        return served;
    }
}
