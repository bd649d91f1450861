// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.DossierLine;
import org.samband.procedure.DossierState;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Evidences;
import org.samband.procedure.FollowUpLine;
import org.springframework.stereotype.Component;

/// The door to the desks: what needs an officer, what is coming and what changed, in one
/// partnership and within the officer's sight.
@Component
public class Desks {
    /// So many dossiers, days and follow-ups are looked at for each list of a desk; the pages of
    /// dossiers and follow-ups show all.
    static final int MOST = 12;

    private static final int FOLLOW_UP_DAYS = 30;
    private static final int COMING_DAYS = 90;
    private static final Duration CHANGED = Duration.ofDays(14);
    private static final Set<String> ATTENTION = Set.of("due", "overdue", "disputed");

    private final Partnerships partnerships;
    private final Dossiers dossiers;
    private final Evidences evidences;
    private final Sights sights;
    private final InstantSource clock;

    Desks(
            Partnerships partnerships,
            Dossiers dossiers,
            Evidences evidences,
            Sights sights,
            InstantSource clock) {
        this.partnerships = partnerships;
        this.dossiers = dossiers;
        this.evidences = evidences;
        this.sights = sights;
        this.clock = clock;
    }

    /// @param sight of the officer
    /// @param commitments of the partnership as the officer sees them
    /// @param today the day for both parties
    public Desk of(
            Officer officer,
            Sight sight,
            PartnershipId partnership,
            List<LivingCommitment> commitments,
            LocalDate today) {
        return sights.within(
                sight,
                () -> {
                    var open = open(sight, partnership);
                    var changed = changed(sight, partnership);
                    var folded = folded(sight, partnership, open, changed);
                    return new Desk(
                            turns(open, folded, officer),
                            followUps(sight, partnership, today),
                            commitments.stream()
                                    .filter(one -> ATTENTION.contains(one.word()))
                                    .toList(),
                            evidences.coming(
                                    sight,
                                    partnership,
                                    today,
                                    today.plusDays(COMING_DAYS),
                                    "",
                                    MOST),
                            changed.stream()
                                    .flatMap(line ->
                                            Optional.ofNullable(folded.get(line.ref())).stream()
                                                    .map(one -> changed(line, one)))
                                    .toList());
                });
    }

    private List<DossierLine> open(Sight sight, PartnershipId partnership) {
        var filter =
                new DossierFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.of(partnerships.own().value()),
                        List.of(),
                        1);
        return dossiers.latest(sight, partnership, filter).stream()
                .sorted(Comparator.comparing((DossierLine line) -> line.turn().size() > 1))
                .limit(MOST)
                .toList();
    }

    private List<Desk.Turn> turns(
            List<DossierLine> lines, Map<ActRef, Dossier> folded, Officer officer) {
        var ours = partnerships.own();
        return lines.stream()
                .flatMap(line ->
                        Optional.ofNullable(folded.get(line.ref())).stream()
                                .map(one -> turn(line, one, officer, ours)))
                .filter(turn -> !turn.acts().isEmpty())
                .toList();
    }

    private static Desk.Turn turn(
            DossierLine line, Dossier dossier, Officer officer, PartyCode ours) {
        return new Desk.Turn(
                line,
                line.turn().size() == 1,
                dossier.state().possible(ours).stream()
                        .filter(act -> act.moves() && act.roleOf(officer).isPresent())
                        .toList());
    }

    private List<FollowUpLine> followUps(Sight sight, PartnershipId partnership, LocalDate today) {
        return evidences.due(
                sight,
                partnership,
                partnerships.own().value(),
                today.plusDays(FOLLOW_UP_DAYS),
                MOST);
    }

    private List<DossierLine> changed(Sight sight, PartnershipId partnership) {
        var since = clock.instant().minus(CHANGED);
        return dossiers.latest(sight, partnership, DossierFilter.ALL).stream()
                .filter(line -> line.changed().isAfter(since))
                .limit(MOST)
                .toList();
    }

    /// Each dossier of a desk once, however many of its lists it stands in.
    private Map<ActRef, Dossier> folded(
            Sight sight,
            PartnershipId partnership,
            List<DossierLine> open,
            List<DossierLine> changed) {
        var refs =
                Stream.concat(open.stream(), changed.stream())
                        .map(DossierLine::ref)
                        .distinct()
                        .toList();
        return dossiers.some(sight, partnership, refs).stream()
                .collect(Collectors.toMap(Dossier::ref, one -> one));
    }

    private static Desk.Changed changed(DossierLine line, Dossier dossier) {
        var latest =
                dossier.state().acts().stream()
                        .map(DossierState.Folded::act)
                        .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                        .orElseThrow();
        return new Desk.Changed(
                line,
                latest.ref(),
                latest.ref().party(),
                dossier.procedure().act(latest.act()),
                latest.at());
    }
}
