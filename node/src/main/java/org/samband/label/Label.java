// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One label under one policy: a level and the categories beside it, for instance level `LIMITE`
/// under policy `EU` with the releasability `REL NO`. Levels and categories are those of the policy
/// file (`spec/label/`).
///
/// @param policy short name of the policy: `EU`, `NO`, `NATO`, `TLP`
/// @param level short name of the level in that policy, for instance `R-UE`, `BEGRENSET`,
///   `AMBER+STRICT`
/// @param categories short names of categories, sorted, for instance `REL NO`, `EXERCISE`
public record Label(String policy, String level, SortedSet<String> categories) {
    private static final Pattern WORD = Pattern.compile("[A-Z0-9ÆØÅ][A-Z0-9ÆØÅ+ -]{0,39}");

    public Label {
        check("policy", policy);
        check("level", level);
        categories.forEach(category -> check("category", category));
        categories = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    }

    private static void check(String what, String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "a "
                            + what
                            + " is 1 to 40 capitals, digits, spaces, + or -, not \""
                            + word
                            + "\"");
        }
    }

    /// `EU:LIMITE` or `EU:LIMITE;REL NO;EXERCISE` with the categories in sorted order.
    @Override
    public String toString() {
        return categories.isEmpty()
                ? policy + ":" + level
                : policy + ":" + level + ";" + String.join(";", categories);
    }
}
