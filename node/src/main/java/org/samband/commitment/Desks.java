// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.DeskDossier;
import org.samband.procedure.DeskDossiers;
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

    /// Dossiers that are looked at for those in which the officer can take a step.
    private static final int LOOKED_AT = 50;

    private static final int FOLLOW_UP_DAYS = 30;
    private static final int COMING_DAYS = 90;
    private static final Duration CHANGED = Duration.ofDays(14);
    private static final Set<String> ATTENTION = Set.of("due", "overdue", "disputed");

    private final Partnerships partnerships;
    private final DeskDossiers dossiers;
    private final Evidences evidences;
    private final Sights sights;
    private final InstantSource clock;

    Desks(
            Partnerships partnerships,
            DeskDossiers dossiers,
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
                () ->
                        new Desk(
                                turns(sight, partnership, officer),
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
                                changed(sight, partnership)));
    }

    private List<Desk.Turn> turns(Sight sight, PartnershipId partnership, Officer officer) {
        return dossiers.awaiting(sight, partnership, LOOKED_AT).stream()
                .map(one -> turn(one, officer))
                .filter(turn -> !turn.acts().isEmpty())
                .limit(MOST)
                .toList();
    }

    private static Desk.Turn turn(DeskDossier dossier, Officer officer) {
        return new Desk.Turn(
                dossier.line(),
                dossier.line().turn().size() == 1,
                dossier.steps().stream().filter(act -> act.roleOf(officer).isPresent()).toList());
    }

    private List<FollowUpLine> followUps(Sight sight, PartnershipId partnership, LocalDate today) {
        return evidences.due(
                sight,
                partnership,
                partnerships.own().value(),
                today.plusDays(FOLLOW_UP_DAYS),
                MOST);
    }

    private List<Desk.Changed> changed(Sight sight, PartnershipId partnership) {
        return dossiers.changed(sight, partnership, clock.instant().minus(CHANGED), MOST).stream()
                .map(one ->
                        new Desk.Changed(
                                one.line(),
                                one.latest(),
                                one.latest().party(),
                                one.done(),
                                one.line().changed()))
                .toList();
    }
}
