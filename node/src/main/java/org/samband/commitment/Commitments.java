// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Party;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.Coming;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Evidence;
import org.samband.procedure.Evidences;
import org.samband.procedure.Procedures;
import org.springframework.stereotype.Component;

/// The door to the commitments of a partnership and where they stand. Nothing is stored here: all
/// of it follows from the instrument, the evidence and the day, and an officer's own sight decides
/// what of the evidence counts.
@Component
public class Commitments {
    private final Instruments instruments;
    private final Partnerships partnerships;
    private final Procedures procedures;
    private final Dossiers dossiers;
    private final Evidences evidences;
    private final Sights sights;
    private final InstantSource clock;

    Commitments(
            Instruments instruments,
            Partnerships partnerships,
            Procedures procedures,
            Dossiers dossiers,
            Evidences evidences,
            Sights sights,
            InstantSource clock) {
        this.instruments = instruments;
        this.partnerships = partnerships;
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.evidences = evidences;
        this.sights = sights;
        this.clock = clock;
    }

    /// The day on which the standings of a partnership are worked out.
    public LocalDate today(Profile profile) {
        return Standings.today(
                clock.instant(), profile.parties().stream().map(Party::zone).toList());
    }

    /// The text with its commitments; empty if the officer has no need-to-know in the partnership
    /// or the node holds no import of its instrument.
    public Optional<LivingText> text(Sight sight, PartnershipId partnership) {
        var profile =
                partnerships
                        .profile(partnership)
                        .filter(one -> sight.node() || sight.needToKnow().covers(one.id(), ""));
        return profile.flatMap(one ->
                instruments
                        .of(one.instrument())
                        .map(held -> sights.within(sight, () -> text(sight, one, held))));
    }

    private LivingText text(Sight sight, Profile profile, InstrumentHeld held) {
        var today = today(profile);
        var adoption = Adoption.of(profile, held, all(sight, profile, Adoption.PROCEDURE));
        var onRecord =
                new OnRecord(
                        profile,
                        partnerships.own(),
                        sight.node(),
                        sight.needToKnow(),
                        evidences.of(sight, profile.id()).stream()
                                .collect(Collectors.groupingBy(Evidence::commitment)),
                        next(sight, profile, today),
                        all(sight, profile, Correction.PROCEDURE).stream()
                                .map(Correction::of)
                                .toList(),
                        statements(sight, profile),
                        today,
                        adoption.effect().orElse(today));
        return new LivingText(
                profile,
                held.imported().instrument(),
                adoption,
                held.imported().commitments().stream()
                        .map(one -> onRecord.living(one, held))
                        .toList(),
                today);
    }

    private List<EvidenceStatement> statements(Sight sight, Profile profile) {
        return Stream.of(EvidenceStatement.ADDITION, EvidenceStatement.DISPUTE)
                .flatMap(procedure -> all(sight, profile, procedure).stream())
                .map(EvidenceStatement::of)
                .sorted(Comparator.comparing(EvidenceStatement::said).reversed())
                .toList();
    }

    /// All dossiers of a procedure that may be seen, latest first.
    private List<Dossier> all(Sight sight, Profile profile, String procedure) {
        var found = new ArrayList<Dossier>();
        for (int page = 1; ; page++) {
            var filter =
                    new DossierFilter(
                            Optional.of(procedure),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            page);
            var list = dossiers.list(sight, profile.id(), filter);
            list.lines()
                    .forEach(line ->
                            dossiers.dossier(sight, profile.id(), line.ref())
                                    .ifPresent(found::add));
            if (page >= list.pages()) {
                return found;
            }
        }
    }

    /// The first agreed day to come of a matter that serves a commitment, by commitment.
    private Map<String, Coming> next(Sight sight, Profile profile, LocalDate today) {
        var served = new HashMap<Bilingual, List<String>>();
        Served.of(profile)
                .commitments()
                .forEach((procedure, ids) ->
                        procedures
                                .newest(procedure)
                                .ifPresent(one -> served.put(one.title(), ids)));
        var next = new HashMap<String, Coming>();
        var used = List.copyOf(profile.procedures().keySet());
        for (var day : evidences.next(sight, profile.id(), today, used)) {
            served.getOrDefault(day.procedure(), List.of())
                    .forEach(id -> next.putIfAbsent(id, day));
        }
        return next;
    }
}
