// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an officer may read: per policy the highest level and the categories that need a permission
/// of their own. A policy that is not named gives nothing; policies are never one ladder. Source:
/// design section 6.
///
/// @param grants by short name of the policy
public record Clearance(SortedMap<String, Grant> grants) {

    /// Nothing may be read, not even what has no marking.
    public static final Clearance NOTHING = new Clearance(new TreeMap<>());

    /// Within one policy.
    ///
    /// @param level highest level, a short name of the policy file, for instance `LIMITE`
    /// @param categories restrictive categories that the officer is admitted to
    public record Grant(String level, SortedSet<String> categories) {
        public Grant {
            categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
        }
    }

    public Clearance {
        grants = Collections.unmodifiableSortedMap(new TreeMap<>(grants));
    }

    /// Levels alone, without categories: `Clearance.upTo(Map.of("EU", "LIMITE"))`.
    public static Clearance upTo(Map<String, String> levels) {
        var grants = new TreeMap<String, Grant>();
        levels.forEach((policy, level) -> grants.put(policy, new Grant(level, new TreeSet<>())));
        return new Clearance(grants);
    }
}
