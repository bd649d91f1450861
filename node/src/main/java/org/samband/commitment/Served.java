// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samband.parties.Profile;
import org.samband.procedure.Subject;

/// Which procedures of a partnership serve which commitments. Data: section `procedures` of the
/// profile.
///
/// @param commitments identities by short name of the procedure
/// @param added short names of the procedures that serve whatever a later version of the text added
/// @param first identities of the commitments of the first version
public record Served(Map<String, List<String>> commitments, Set<String> added, Set<String> first) {

    public Served {
        commitments = Map.copyOf(commitments);
        added = Set.copyOf(added);
        first = Set.copyOf(first);
    }

    public static Served of(Profile profile) {
        var served = new LinkedHashMap<String, List<String>>();
        profile.procedures()
                .forEach((procedure, section) -> {
                    var ids = new TreeSet<String>();
                    if (section instanceof Map<?, ?> said) {
                        collect(said.get("commitments"), ids);
                        collect(said.get("chosen"), ids);
                    }
                    served.put(procedure, List.copyOf(ids));
                });
        var added =
                served.keySet().stream()
                        .filter(procedure -> Subject.canBeLater(profile, procedure))
                        .collect(Collectors.toUnmodifiableSet());
        return new Served(served, added, profile.commitments().keySet());
    }

    private static void collect(@Nullable Object byAct, Set<String> ids) {
        if (byAct instanceof Map<?, ?> acts) {
            for (var list : acts.values()) {
                if (list instanceof List<?> all) {
                    all.forEach(id -> ids.add(String.valueOf(id)));
                }
            }
        }
    }

    /// Short names of the procedures that serve a commitment, sorted: also those that served what
    /// it was split off from or what joined it.
    public List<String> by(LivingCommitment commitment) {
        return commitments.entrySet().stream()
                .filter(one ->
                        commitment.line().stream()
                                .anyMatch(id ->
                                        one.getValue().contains(id)
                                                || (added.contains(one.getKey())
                                                        && !first.contains(id))))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
