// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one partnership is made of: its instrument, two parties, areas, and which procedures it
/// uses. Data: `spec/profile/`. Both nodes of a partnership run the same profile.
///
/// @param instrument ID of the instrument, for instance `eu-norway-2024`
/// @param procedures the section `procedures` of the file as maps, lists and strings; read by the
///   procedure room
/// @param commitments short titles by identity in the instrument, for choices
public record Profile(
        PartnershipId id,
        String instrument,
        Bilingual name,
        List<Party> parties,
        List<Area> areas,
        Map<String, Object> procedures,
        Map<String, Bilingual> commitments) {

    public Profile {
        if (parties.size() != 2 || parties.get(0).code().equals(parties.get(1).code())) {
            throw new IllegalArgumentException("a partnership has two different parties");
        }
        parties = List.copyOf(parties);
        areas = List.copyOf(areas);
        procedures = Map.copyOf(procedures);
        commitments = Map.copyOf(commitments);
    }

    /// A partnership in which no dossier names commitments.
    public Profile(
            PartnershipId id,
            String instrument,
            Bilingual name,
            List<Party> parties,
            List<Area> areas,
            Map<String, Object> procedures) {
        this(id, instrument, name, parties, areas, procedures, Map.of());
    }

    public Optional<Party> party(PartyCode code) {
        return parties.stream().filter(party -> party.code().equals(code)).findFirst();
    }

    /// A party as pages name it within a sentence.
    ///
    /// @return the code itself where it names no party of this partnership
    public String said(PartyCode code, String language) {
        return party(code).map(party -> party.called().in(language)).orElse(code.value());
    }

    /// The other side.
    ///
    /// @throws IllegalArgumentException if the code names no party of this partnership
    public Party counterpart(PartyCode own) {
        if (party(own).isEmpty()) {
            throw new IllegalArgumentException(own + " is no party of " + id);
        }
        return parties.get(0).code().equals(own) ? parties.get(1) : parties.get(0);
    }

    /// The zones of both parties, in their order.
    public List<ZoneId> zones() {
        return parties.stream().map(Party::zone).toList();
    }

    public Optional<Area> area(String shortName) {
        return areas.stream().filter(area -> area.shortName().equals(shortName)).findFirst();
    }

    /// The area with this heading of the instrument.
    public Optional<Area> areaOfHeading(String heading) {
        return areas.stream().filter(area -> area.heading().equals(heading)).findFirst();
    }
}
