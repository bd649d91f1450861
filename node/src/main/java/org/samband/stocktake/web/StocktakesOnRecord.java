// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.parties.Sights;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.Dossiers;
import org.samband.stocktake.Scope;
import org.samband.web.Page;
import org.springframework.stereotype.Component;

/// The stocktakes that reviews of the areas hold, as far as an officer may see the reviews. Source:
/// SDP paragraph 47; spec/procedure/area-review.yaml.
@Component
class StocktakesOnRecord {
    private static final String REVIEW = "area-review";

    private final Dossiers dossiers;
    private final Policies policies;
    private final Sights sights;

    StocktakesOnRecord(Dossiers dossiers, Policies policies, Sights sights) {
        this.dossiers = dossiers;
        this.policies = policies;
        this.sights = sights;
    }

    /// Puts on a page the figures that were sent, and the reviews in which the own party can send
    /// some now. The latest change stands first; older reviews than those of the first page of a
    /// list are left out.
    Page on(Page page, Officer officer, PartnershipId partnership, PartyCode own) {
        var reviews = reviews(officer, partnership);
        return page.with("records", reviews.stream().flatMap(one -> line(one).stream()).toList())
                .with("open", reviews.stream().flatMap(one -> sending(one, own).stream()).toList());
    }

    private List<Dossier> reviews(Officer officer, PartnershipId partnership) {
        var sight = sights.of(officer);
        return sights.within(
                sight,
                () ->
                        dossiers
                                .list(sight, partnership, DossierFilter.of(Optional.of(REVIEW)))
                                .lines()
                                .stream()
                                .flatMap(line ->
                                        dossiers.dossier(sight, partnership, line.ref()).stream())
                                .toList());
    }

    private static Optional<Sending> sending(Dossier review, PartyCode own) {
        return review.state().possible(own).stream()
                .map(act -> act.name())
                .filter(List.of("draft", "return-draft")::contains)
                .findFirst()
                .map(act -> new Sending(review.ref(), review.title(), act));
    }

    private Optional<OnRecord> line(Dossier dossier) {
        var sent = dossier.state().values().getOrDefault("figures", List.of());
        return sent.isEmpty()
                ? Optional.empty()
                : scope(String.valueOf(sent.getLast().value()))
                        .map(scope ->
                                new OnRecord(
                                        dossier.ref(),
                                        dossier.title(),
                                        dossier.state().state().title(),
                                        sent.getLast().by().party(),
                                        scope,
                                        text(dossier, "figures-hash"),
                                        List.of("agreed", "closed")
                                                .contains(dossier.state().state().name())));
    }

    private Optional<Scope> scope(String sent) {
        return Scope.of(sent, policies) instanceof Outcome.Accepted(var scope)
                ? Optional.of(scope)
                : Optional.empty();
    }

    private static String text(Dossier dossier, String field) {
        return dossier.state().value(field).map(String::valueOf).orElse("").strip();
    }
}
