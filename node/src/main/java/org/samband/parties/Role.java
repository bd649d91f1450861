// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The role in which an officer acts. An officer can hold several. Source: design section 1.
public enum Role {
    DESK_OFFICER,
    AREA_LEAD,
    HEAD,
    RELEASING_OFFICER,
    REGISTRY_OFFICER,
    AUDITOR,
    /// Sees no content of partnerships by this role.
    ADMINISTRATOR;

    public boolean may(Power power) {
        return powers().contains(power);
    }

    public Set<Power> powers() {
        return switch (this) {
            case DESK_OFFICER ->
                    EnumSet.of(Power.ACT, Power.NOTE, Power.CORRECT, Power.EXPORT, Power.CARRY);
            case AREA_LEAD -> EnumSet.of(Power.ACT, Power.NOTE, Power.CORRECT);
            case HEAD -> EnumSet.of(Power.ACT, Power.NOTE, Power.CORRECT, Power.AGREE);
            case RELEASING_OFFICER -> EnumSet.of(Power.NOTE, Power.RELEASE);
            case REGISTRY_OFFICER -> EnumSet.of(Power.NOTE, Power.REGISTER, Power.CARRY);
            case AUDITOR -> EnumSet.of(Power.EXPORT, Power.READ_SECURITY_LOG);
            case ADMINISTRATOR -> EnumSet.of(Power.READ_SECURITY_LOG, Power.ADMINISTER);
        };
    }

    /// The English word in entries and procedure files: `desk officer`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// @throws IllegalArgumentException if the word names no role
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
