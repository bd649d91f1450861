// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a node is accredited for: per policy the highest level that it may hold. A policy that is
/// not named may not be held at all. Source: design section 6.
///
/// @param levels short name of a level by short name of its policy
public record Ceiling(SortedMap<String, String> levels) {

    /// Unclassified with distribution limits: what an unaccredited product may honestly hold.
    public static final Ceiling UNACCREDITED =
            new Ceiling(
                    new TreeMap<>(
                            Map.of(
                                    "EU", "LIMITE",
                                    "NO", "UNNTATT OFFENTLIGHET",
                                    "TLP", "AMBER+STRICT")));

    public Ceiling {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }
}
