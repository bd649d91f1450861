// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.commitment.Commitments;
import org.samband.label.Decision;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.Party;
import org.samband.parties.Profile;
import org.samband.procedure.Cut;
import org.samband.procedure.Dossier;
import org.samband.procedure.Past;
import org.samband.procedure.PastRecords;
import org.springframework.stereotype.Component;

/// The door to stocktakes: each is worked out when it is asked for, and nothing of it is stored.
@Component
public class Stocktakes {
    private final PastRecords records;
    private final Commitments commitments;
    private final Policies policies;
    private final InstantSource clock;

    Stocktakes(
            PastRecords records, Commitments commitments, Policies policies, InstantSource clock) {
        this.records = records;
        this.commitments = commitments;
        this.policies = policies;
        this.clock = clock;
    }

    /// All that this node holds.
    public Cut now(Profile profile) {
        return records.now(profile);
    }

    /// What the parties had said when a day was over for both.
    public Cut endOf(Profile profile, LocalDate day) {
        var over =
                profile.parties().stream()
                        .map(Party::zone)
                        .map(zone -> day.plusDays(1).atStartOfDay(zone).toInstant())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        var now = clock.instant();
        return records.until(profile, over.isAfter(now) ? now : over.minusNanos(1));
    }

    /// The stocktake of a period over what the officer may read.
    public Outcome<Stocktake> of(
            Officer officer, Profile profile, LocalDate from, LocalDate to, Cut cut) {
        return Scope.wrong(from, to)
                .map(Outcome::<Stocktake>refused)
                .orElseGet(() ->
                        held(profile, cut)
                                .then(past -> {
                                    var most = most(officer, past);
                                    return stocktake(officer, new Scope(from, to, cut, most), past);
                                }));
    }

    /// The stocktake of a scope; refused if the officer may not read up to its marking.
    public Outcome<Stocktake> of(Officer officer, Profile profile, Scope scope) {
        return policies.mayRead(officer.clearance(), scope.most()) instanceof Decision.Allowed
                ? held(profile, scope.cut()).then(past -> stocktake(officer, scope, past))
                : Outcome.refused(Refusal.of(StocktakeRule.NOT_TO_BE_READ));
    }

    private Outcome<Past> held(Profile profile, Cut cut) {
        return records.at(profile, cut)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(Refusal.of(StocktakeRule.NOT_HELD)));
    }

    private boolean reads(Officer officer, Profile profile, Dossier dossier) {
        return officer.enabled()
                && officer.needToKnow().covers(profile.id(), dossier.area())
                && policies.mayRead(officer.clearance(), dossier.marking())
                        instanceof Decision.Allowed;
    }

    /// The marking that covers all that the officer may read; of nothing, that which the first
    /// party proposes for what it writes.
    private Marking most(Officer officer, Past past) {
        return past.dossiers().stream()
                .filter(one -> reads(officer, past.profile(), one))
                .map(Dossier::marking)
                .distinct()
                .reduce(policies::merge)
                .orElseGet(() -> past.profile().parties().getFirst().marking());
    }

    private Outcome<Stocktake> stocktake(Officer officer, Scope scope, Past past) {
        var counted =
                past.only(one ->
                        reads(officer, past.profile(), one)
                                && policies.dominates(scope.most(), one.marking()));
        var seen = officer.needToKnow();
        return commitments
                .at(past, counted, seen, scope.from().minusDays(1))
                .flatMap(before ->
                        commitments
                                .at(past, counted, seen, scope.to())
                                .map(now -> Stocktake.of(scope, counted, before, now, seen)))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(Refusal.of(StocktakeRule.NOT_HELD)));
    }
}
