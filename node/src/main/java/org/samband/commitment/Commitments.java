// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.Bilingual;
import org.samband.parties.NeedToKnow;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Coming;
import org.samband.procedure.Dossier;
import org.samband.procedure.Evidence;
import org.samband.procedure.Evidences;
import org.samband.procedure.Past;
import org.samband.procedure.Procedures;
import org.springframework.stereotype.Component;

/// The door to the commitments of a partnership and where they stand. Nothing is stored here: all
/// of it follows from the instrument, the evidence and the day, and an officer's own sight decides
/// what of the evidence counts.
@Component
public class Commitments {
    private final Successions successions;
    private final Partnerships partnerships;
    private final Procedures procedures;
    private final Evidences evidences;
    private final Sights sights;
    private final InstantSource clock;

    Commitments(
            Successions successions,
            Partnerships partnerships,
            Procedures procedures,
            Evidences evidences,
            Sights sights,
            InstantSource clock) {
        this.successions = successions;
        this.partnerships = partnerships;
        this.procedures = procedures;
        this.evidences = evidences;
        this.sights = sights;
        this.clock = clock;
    }

    /// The day on which the standings of a partnership are worked out.
    public LocalDate today(Profile profile) {
        return Standings.today(clock.instant(), profile.zones());
    }

    /// The text with its commitments; empty if the officer has no need-to-know in the partnership
    /// or the node holds no import of its instrument.
    public Optional<LivingText> text(Sight sight, PartnershipId partnership) {
        return text(sight, partnership, Optional.empty());
    }

    /// The text as it stood on a day, by what is on record now.
    ///
    /// @param on empty for today; a later day counts as today
    public Optional<LivingText> text(
            Sight sight, PartnershipId partnership, Optional<LocalDate> on) {
        var profile =
                partnerships
                        .profile(partnership)
                        .filter(one -> sight.node() || sight.needToKnow().covers(one.id(), ""));
        return profile.flatMap(one ->
                successions
                        .first(one)
                        .map(held -> sights.within(sight, () -> text(sight, one, held, on))));
    }

    private LivingText text(
            Sight sight, Profile profile, InstrumentHeld first, Optional<LocalDate> on) {
        var now = today(profile);
        var today = on.filter(now::isAfter).orElse(now);
        var adoptions = successions.all(sight, profile, Adoption.PROCEDURE);
        var succession = succession(sight, profile, first, adoptions);
        return text(
                profile,
                succession,
                new Records(
                        partnerships.own(),
                        sight.node(),
                        sight.needToKnow(),
                        today.equals(now),
                        evidences.of(sight, profile.id(), succession.later()),
                        today.equals(now) ? next(sight, profile, today) : Map.of(),
                        procedure ->
                                procedure.equals(Adoption.PROCEDURE)
                                        ? adoptions
                                        : successions.all(sight, profile, procedure)),
                today);
    }

    /// The text as the ledgers told it at a cut, on a day. The view of the profile's first party is
    /// the one called ours, so that both nodes come to the same.
    ///
    /// @param past all that the ledgers held: what is in force is the same for everyone
    /// @param counted what of it counts, as the caller has chosen
    /// @param seen areas whose commitments are shown
    /// @return empty if the node holds no import of the instrument
    public Optional<LivingText> at(Past past, Past counted, NeedToKnow seen, LocalDate day) {
        var profile = past.profile();
        return successions
                .first(profile)
                .map(first ->
                        text(
                                profile,
                                successions.of(profile, first, past.of(Adoption.PROCEDURE)),
                                new Records(
                                        profile.parties().getFirst().code(),
                                        false,
                                        seen,
                                        false,
                                        counted.evidence(),
                                        Map.of(),
                                        counted::of),
                                day));
    }

    /// What is on record.
    ///
    /// @param own the party whose view is called ours
    /// @param all whether every area is shown
    /// @param current whether the present day is meant; then evidence of days to come is shown too
    /// @param next the next agreed day by identity of the commitment
    /// @param dossiers of a procedure
    private record Records(
            PartyCode own,
            boolean all,
            NeedToKnow needToKnow,
            boolean current,
            List<Evidence> evidence,
            Map<String, Coming> next,
            Function<String, List<Dossier>> dossiers) {}

    private static LivingText text(
            Profile profile, Succession succession, Records records, LocalDate today) {
        var adoptions = records.dossiers().apply(Adoption.PROCEDURE);
        var version = succession.on(today);
        var effect = succession.versions().getFirst().from().filter(day -> !day.isAfter(today));
        var onRecord =
                new OnRecord(
                        profile,
                        records.own(),
                        records.all(),
                        records.needToKnow(),
                        records.evidence().stream()
                                .filter(one -> records.current() || !one.on().isAfter(today))
                                .collect(Collectors.groupingBy(Evidence::commitment)),
                        records.next(),
                        corrections(profile, records, today),
                        statements(profile, records, today),
                        today,
                        effect.orElse(today),
                        succession.upTo(version));
        Predicate<ActRef> seen = ref -> adoptions.stream().anyMatch(one -> one.ref().equals(ref));
        return new LivingText(
                profile,
                version.held().imported().instrument(),
                Adoption.of(profile, version.held(), adoptions),
                onRecord.standing(),
                onRecord.dropped(seen),
                line(version, seen),
                succession.versions().stream().map(one -> line(one, seen)).toList(),
                Adoption.further(profile, succession.versions().getLast().number(), adoptions),
                today);
    }

    /// In the sight of the node: what is in force is the same for everyone.
    private Succession succession(
            Sight sight, Profile profile, InstrumentHeld first, List<Dossier> seen) {
        var all =
                sight.node()
                        ? seen
                        : sights.within(
                                Sight.NODE,
                                () -> successions.all(Sight.NODE, profile, Adoption.PROCEDURE));
        return successions.of(profile, first, all);
    }

    private static VersionLine line(InstrumentVersion version, Predicate<ActRef> seen) {
        return new VersionLine(version.number(), version.from(), version.dossier().filter(seen));
    }

    private static List<Correction> corrections(Profile profile, Records records, LocalDate today) {
        return records.dossiers().apply(Correction.PROCEDURE).stream()
                .map(Correction::of)
                .filter(one -> !day(profile, one.proposed()).isAfter(today))
                .toList();
    }

    private static LocalDate day(Profile profile, Instant at) {
        return Standings.today(at, profile.zones());
    }

    private static List<EvidenceStatement> statements(
            Profile profile, Records records, LocalDate today) {
        return Stream.of(EvidenceStatement.ADDITION, EvidenceStatement.DISPUTE)
                .flatMap(procedure -> records.dossiers().apply(procedure).stream())
                .map(EvidenceStatement::of)
                .filter(one -> !day(profile, one.said()).isAfter(today))
                .sorted(
                        Comparator.comparing(EvidenceStatement::said)
                                .thenComparing(EvidenceStatement::dossier)
                                .reversed())
                .toList();
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
