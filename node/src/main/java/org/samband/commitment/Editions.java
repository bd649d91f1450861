// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.DossierLine;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Evidence;
import org.samband.procedure.Link;
import org.samband.procedure.Links;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.procedure.Procedure;
import org.samband.procedure.RegisterFilter;
import org.samband.procedure.RegisterLine;
import org.samband.procedure.Registers;
import org.springframework.stereotype.Component;

/// The door to editions: what takes place again and again, by the text or because both parties
/// established it. Nothing is stored: an edition is offered where none is open. Source: SDP §11 and
/// §39; design section 5 ("annually" is once per calendar year).
@Component
public class Editions {
    private final Dossiers dossiers;
    private final Openings openings;
    private final Registers registers;
    private final Links links;

    Editions(Dossiers dossiers, Openings openings, Registers registers, Links links) {
        this.dossiers = dossiers;
        this.openings = openings;
        this.registers = registers;
        this.links = links;
    }

    /// Of each commitment with a cadence that the officer may see, in the order of the text.
    public List<Edition> of(Officer officer, Sight sight, LivingText text) {
        return of(officer, sight, text, one -> one.shown().isPresent());
    }

    /// Those that the text wants now and nobody has begun.
    public List<Edition> wanted(Officer officer, Sight sight, LivingText text) {
        return of(officer, sight, text, Edition::isDue).stream().filter(Edition::wanted).toList();
    }

    private List<Edition> of(
            Officer officer, Sight sight, LivingText text, Predicate<LivingCommitment> which) {
        var usable = openings.of(text.profile().id());
        return text.commitments().stream()
                .filter(which)
                .filter(one ->
                        switch (Cadence.of(one.commitment().cadence())) {
                            case ANNUAL, EACH_EDITION, REGULAR, OTHER -> true;
                            case NONE -> false;
                        })
                .map(one -> edition(officer, sight, text, one, usable))
                .toList();
    }

    private Edition edition(
            Officer officer,
            Sight sight,
            LivingText text,
            LivingCommitment commitment,
            List<Opening> usable) {
        var partnership = text.profile().id();
        var holding = holding(text.profile(), commitment, usable);
        var held =
                commitment.shown().stream()
                        .flatMap(shown -> shown.evidence().stream())
                        .filter(one -> EventKind.of(one.type()) == EventKind.TOOK_PLACE)
                        .map(Evidence::dossier)
                        .collect(Collectors.toSet());
        var open =
                holding.stream()
                        .flatMap(one -> open(sight, partnership, one.procedure()).stream())
                        .filter(line -> !held.contains(line.ref()))
                        .toList();
        return new Edition(
                commitment,
                open,
                open.isEmpty()
                        ? holding.stream().filter(one -> may(officer, one)).toList()
                        : List.of());
    }

    /// The procedures with an act by which the commitment takes place.
    private static List<Opening> holding(
            Profile profile, LivingCommitment commitment, List<Opening> usable) {
        return usable.stream()
                .filter(one ->
                        one.procedure().acts().stream()
                                .filter(act ->
                                        act.evidence()
                                                .filter(evidence ->
                                                        EventKind.of(evidence.type())
                                                                == EventKind.TOOK_PLACE)
                                                .isPresent())
                                .anyMatch(act ->
                                        serves(profile, one.procedure(), act.name(), commitment)))
                .toList();
    }

    private static boolean serves(
            Profile profile, Procedure procedure, String act, LivingCommitment commitment) {
        return profile.procedures().get(procedure.id()) instanceof Map<?, ?> section
                && section.get("commitments") instanceof Map<?, ?> acts
                && acts.get(act) instanceof List<?> ids
                && commitment.line().stream().anyMatch(ids::contains);
    }

    private List<DossierLine> open(Sight sight, PartnershipId partnership, Procedure procedure) {
        var filter =
                new DossierFilter(
                        Optional.of(procedure.id()),
                        Optional.empty(),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1);
        return dossiers.latest(sight, partnership, filter);
    }

    private static boolean may(Officer officer, Opening opening) {
        return opening.act().flatMap(act -> act.roleOf(officer)).isPresent();
    }

    /// The series that both parties established and that run.
    public List<RunningSeries> running(
            Officer officer, Sight sight, PartnershipId partnership, LocalDate today) {
        var all = new ArrayList<RunningSeries>();
        for (var opening : openings.of(partnership)) {
            for (var state : opening.procedure().states()) {
                state.series()
                        .ifPresent(rhythm -> {
                            var filter =
                                    RegisterFilter.all(opening.procedure().id()).in(state.name());
                            registers.page(sight, partnership, filter, today, 1).lines().stream()
                                    .map(line -> series(officer, sight, partnership, line, rhythm))
                                    .forEach(all::add);
                        });
            }
        }
        return all;
    }

    private RunningSeries series(
            Officer officer,
            Sight sight,
            PartnershipId partnership,
            RegisterLine line,
            String rhythm) {
        var dossier = line.dossier();
        var values = line.values(rhythm);
        return new RunningSeries(
                dossier,
                values.isEmpty() ? "" : String.valueOf(values.getLast()),
                line.next(),
                links.of(sight, partnership, dossier.ref()).stream()
                        .filter(link -> link.way() == Link.Way.FROM)
                        .filter(link -> link.kind() == Link.Kind.FROM)
                        .map(Link::other)
                        .toList(),
                offers(officer, partnership, dossier));
    }

    /// What the act that established it proposes to open, again and again.
    private List<Opening> offers(Officer officer, PartnershipId partnership, DossierLine dossier) {
        return openings.of(partnership, dossier.procedure()).stream()
                .flatMap(one -> one.procedure().acts().stream())
                .filter(act -> act.to().filter(dossier.state()::equals).isPresent())
                .flatMap(act -> act.opens().stream())
                .distinct()
                .flatMap(id -> openings.of(partnership, id).stream())
                .filter(one -> may(officer, one))
                .toList();
    }
}
