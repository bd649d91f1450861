// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.procedure.Procedures;
import org.samband.procedure.TypedFields;
import org.samband.stocktake.Scope;
import org.samband.stocktake.Stocktake;
import org.samband.stocktake.StocktakeDocument;
import org.samband.stocktake.StocktakeRule;
import org.samband.stocktake.Stocktakes;
import org.samband.web.NavigationEntry;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Taking stock of a period, and comparing two.
@Controller
class StocktakePages {
    static final String AT = "stocktake.navigation";

    private static final int ORDER = 55;

    private final Stocktakes stocktakes;
    private final StocktakesOnRecord onRecord;
    private final Partnerships partnerships;
    private final Procedures procedures;
    private final Policies policies;
    private final InstantSource clock;

    StocktakePages(
            Stocktakes stocktakes,
            StocktakesOnRecord onRecord,
            Partnerships partnerships,
            Procedures procedures,
            Policies policies,
            InstantSource clock) {
        this.stocktakes = stocktakes;
        this.onRecord = onRecord;
        this.partnerships = partnerships;
        this.procedures = procedures;
        this.policies = policies;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry stocktakeEntry() {
        return new NavigationEntry(AT, "/{partnership}/stocktake", ORDER, Optional.empty());
    }

    @GetMapping("/{partnership}/stocktake")
    Page stocktake(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String scope,
            Officer officer,
            Words words) {
        var profile = profile(partnership, officer);
        var today = words.dayOf(clock.instant());
        var asked =
                new Asked(
                        from.isBlank() ? today.withDayOfYear(1).toString() : from.strip(),
                        to.isBlank() ? today.toString() : to.strip(),
                        known.equals("then"));
        var taken =
                scope.isBlank()
                        ? ofPeriod(officer, profile, asked)
                        : ofScope(officer, profile, scope);
        return switch (taken) {
            case Outcome.Accepted(var stocktake) ->
                    shown(
                            page("stocktake", partnership, officer, profile, words),
                            stocktake,
                            new Asked(
                                    stocktake.scope().from().toString(),
                                    stocktake.scope().to().toString(),
                                    asked.then()),
                            words);
            case Outcome.Refused(var refusal) ->
                    page("stocktake", partnership, officer, profile, words)
                            .with("asked", asked)
                            .with("refusals", Refusals.of(refusal))
                            .with("stocktake", Optional.empty())
                            .with("plots", List.of())
                            .with("hash", "")
                            .with("before", "")
                            .status(Page.REFUSED);
        };
    }

    private Page shown(Page page, Stocktake stocktake, Asked asked, Words words) {
        var view = new StocktakeView(stocktake.profile(), words, procedures);
        return page.marked(stocktake.scope().most())
                .with("asked", asked)
                .with("refusals", Refusals.NONE)
                .with("stocktake", Optional.of(stocktake))
                .with("plots", new StocktakePlots(stocktake, view).all())
                .with("hash", stocktake.whole() ? StocktakeDocument.hash(stocktake) : "")
                .with("before", view.address(yearBefore(stocktake)));
    }

    /// The same period a year before, as the ledgers told it when it was over.
    private Scope yearBefore(Stocktake stocktake) {
        var scope = stocktake.scope();
        var to = scope.to().minusYears(1);
        return new Scope(
                scope.from().minusYears(1),
                to,
                stocktakes.endOf(stocktake.profile(), to),
                scope.most());
    }

    /// Two stocktakes beside each other.
    @GetMapping("/{partnership}/stocktake/compare")
    Page compare(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String second,
            Officer officer,
            Words words) {
        var profile = profile(partnership, officer);
        var one = ofScope(officer, profile, first);
        var other = ofScope(officer, profile, second);
        var page = page("compare", partnership, officer, profile, words);
        if (one instanceof Outcome.Accepted(var earlier)
                && other instanceof Outcome.Accepted(var later)) {
            return page.marked(policies.merge(earlier.scope().most(), later.scope().most()))
                    .titled(words.of("stocktake.compare.title"))
                    .with("refusals", Refusals.NONE)
                    .with("pair", Optional.of(new Pair(earlier, later)));
        }
        var refused = new ArrayList<Refusal>();
        for (var each : List.of(one, other)) {
            if (each instanceof Outcome.Refused(var refusal)) {
                refused.add(refusal);
            }
        }
        return page.titled(words.of("stocktake.compare.title"))
                .with("refusals", new Refusals(refused.stream().distinct().toList()))
                .with("pair", Optional.empty())
                .status(Page.REFUSED);
    }

    private Page page(
            String template,
            PartnershipId partnership,
            Officer officer,
            Profile profile,
            Words words) {
        var page =
                Page.of("stocktake/" + template + ".jte")
                        .titled(words.of("stocktake.title"))
                        .in(partnership)
                        .at(AT)
                        .with("view", new StocktakeView(profile, words, procedures));
        return template.equals("compare")
                ? page
                : onRecord.on(page, officer, partnership, partnerships.own());
    }

    private Outcome<Stocktake> ofPeriod(Officer officer, Profile profile, Asked asked) {
        return day(asked.from(), "from")
                .then(first ->
                        day(asked.to(), "to")
                                .then(last ->
                                        stocktakes.of(
                                                officer,
                                                profile,
                                                first,
                                                last,
                                                asked.then()
                                                        ? stocktakes.endOf(profile, last)
                                                        : stocktakes.now(profile))));
    }

    private Outcome<Stocktake> ofScope(Officer officer, Profile profile, String scope) {
        return Scope.of(scope, policies).then(one -> stocktakes.of(officer, profile, one));
    }

    private static Outcome<LocalDate> day(String typed, String field) {
        return TypedFields.day(typed)
                .map(Outcome::accepted)
                .orElseGet(() ->
                        Outcome.refused(Refusal.at(StocktakeRule.NO_DAY, field).typed(typed)));
    }

    /// Whoever works with no area of the partnership finds nothing here.
    private Profile profile(PartnershipId partnership, Officer officer) {
        return partnerships
                .profile(partnership)
                .filter(one -> officer.needToKnow().covers(one.id(), ""))
                .orElseThrow(NotFound::new);
    }
}
