// SPDX-License-Identifier: EUPL-1.2
package org.samband.act;

import java.util.Locale;

/// Who holds a record. Source: design section 3, "Circles".
public enum Circle {
    /// Never leaves the node: notes, briefs, drafts, own targets.
    OWN,
    /// On both nodes.
    SHARED,
    /// On both nodes, and open to everyone.
    PUBLIC;

    /// The word in canonical bytes: `own`, `shared`, `public`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if the word names no circle
    public static Circle of(String word) {
        return switch (word) {
            case "own" -> OWN;
            case "shared" -> SHARED;
            case "public" -> PUBLIC;
            default ->
                    throw new IllegalArgumentException(
                            "a circle is own, shared or public, not " + word);
        };
    }
}
