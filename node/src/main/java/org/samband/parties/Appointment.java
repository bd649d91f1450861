// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.EnumSet;
import java.util.Set;
import org.samband.label.Clearance;

/// What an administrator writes down of an officer. Checked by {@link Officers}.
///
/// @param account name for signing in; never changed and never given to another
/// @param language `en` or `nb`, until the officer chooses
public record Appointment(
        String account,
        String name,
        String authority,
        Set<Role> roles,
        NeedToKnow needToKnow,
        Clearance clearance,
        String language) {

    public Appointment {
        var copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        roles = java.util.Collections.unmodifiableSet(copy);
    }
}
