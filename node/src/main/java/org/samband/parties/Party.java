// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.samband.label.Marking;

/// One of the two sides of a partnership. Source: signature block of the instrument.
///
/// @param name as the instrument defines it, for instance `EU`
/// @param fullName for title pages
/// @param called as pages say it within a sentence
/// @param zone in which the party's dates and times are meant
/// @param marking proposed for what the party writes; an officer can choose another
public record Party(
        PartyCode code,
        String name,
        Bilingual fullName,
        Bilingual called,
        ZoneId zone,
        Marking marking,
        List<Authority> authorities) {

    public Party {
        authorities = List.copyOf(authorities);
    }

    /// A party of which the profile does not say how it is called.
    public Party(
            PartyCode code,
            String name,
            Bilingual fullName,
            ZoneId zone,
            Marking marking,
            List<Authority> authorities) {
        this(code, name, fullName, new Bilingual(name, fullName.nb()), zone, marking, authorities);
    }

    public Optional<Authority> authority(String code) {
        return authorities.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
