// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.samband.label.Clearance;

/// A person who works at this node.
///
/// @param account name for signing in, lower case
/// @param name as the counterpart may read it in entries
/// @param authority code of the authority, for instance `EEAS`
/// @param enabled false when the officer has left: cannot sign in, stays in the records
/// @param language `en` or `nb`
/// @param theme `auto`, `light` or `dark`
public record Officer(
        OfficerId id,
        String account,
        String name,
        String authority,
        Set<Role> roles,
        NeedToKnow needToKnow,
        Clearance clearance,
        boolean enabled,
        String language,
        String theme) {

    public Officer {
        var copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        roles = Collections.unmodifiableSet(copy);
    }

    public boolean may(Power power) {
        return enabled && roles.stream().anyMatch(role -> role.may(power));
    }

    /// The role in which the officer uses a power: the first that has it, in the order of {@link
    /// Role}.
    ///
    /// @throws IllegalArgumentException if no role of the officer has it
    public Role roleFor(Power power) {
        return roles.stream()
                .filter(role -> role.may(power))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(account + " may not " + power));
    }
}
