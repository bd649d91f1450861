// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is noted in the security log: never content of partnerships, passwords, or what was typed
/// where no account of that name is.
///
/// @param by the officer who did it; empty for the node itself or nobody known
/// @param about the officer whom it concerns
/// @param partnership empty where it belongs to none
/// @param address of the connection; empty where there is none
/// @param facts by name, for instance `roles`
public record SecurityNote(
        SecurityEvent event,
        Optional<OfficerId> by,
        Optional<OfficerId> about,
        Optional<PartnershipId> partnership,
        String address,
        SortedMap<String, String> facts) {

    public SecurityNote {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static SecurityNote of(SecurityEvent event) {
        return new SecurityNote(
                event, Optional.empty(), Optional.empty(), Optional.empty(), "", new TreeMap<>());
    }

    public SecurityNote by(OfficerId officer) {
        return new SecurityNote(event, Optional.of(officer), about, partnership, address, facts);
    }

    public SecurityNote about(OfficerId officer) {
        return new SecurityNote(event, by, Optional.of(officer), partnership, address, facts);
    }

    public SecurityNote in(PartnershipId where) {
        return new SecurityNote(event, by, about, Optional.of(where), address, facts);
    }

    public SecurityNote from(String connection) {
        return new SecurityNote(event, by, about, partnership, connection, facts);
    }

    public SecurityNote with(String name, String value) {
        var more = new TreeMap<>(facts);
        more.put(name, value);
        return new SecurityNote(event, by, about, partnership, address, more);
    }
}
