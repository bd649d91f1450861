// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One policy of markings. Data: `spec/label/`.
///
/// @param shortName first word of its labels: `EU`, `NO`, `NATO`, `TLP`
/// @param owner party code of the party whose own rules these are; empty where it belongs to
///   neither (TLP)
/// @param members party codes to which levels with release MEMBERS may go
/// @param levels from the least to the most restrictive
public record Policy(
        String shortName,
        String name,
        String owner,
        Set<String> members,
        List<Level> levels,
        List<Category> categories) {

    public Policy {
        members = Set.copyOf(members);
        levels = List.copyOf(levels);
        categories = List.copyOf(categories);
    }

    public Optional<Level> level(String shortName) {
        return levels.stream().filter(level -> level.shortName().equals(shortName)).findFirst();
    }

    public Optional<Category> category(String shortName) {
        return categories.stream().filter(one -> one.shortName().equals(shortName)).findFirst();
    }
}
