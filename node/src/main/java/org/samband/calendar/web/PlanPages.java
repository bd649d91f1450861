// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import java.time.InstantSource;
import java.util.List;
import org.samband.calendar.Holidays;
import org.samband.calendar.YearPlans;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.web.Choice;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The plan of a year: which days are named, what speaks against them, and which are proposed for
/// what the cadence wants.
@Controller
class PlanPages {
    private final YearPlans plans;
    private final Holidays holidays;
    private final Partnerships partnerships;
    private final Policies policies;
    private final InstantSource clock;

    PlanPages(
            YearPlans plans,
            Holidays holidays,
            Partnerships partnerships,
            Policies policies,
            InstantSource clock) {
        this.plans = plans;
        this.holidays = holidays;
        this.partnerships = partnerships;
        this.policies = policies;
        this.clock = clock;
    }

    /// @param year four digits; anything else is the year to come
    @GetMapping("/{partnership}/plan")
    Page plan(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "") String year,
            Officer officer,
            Words words) {
        var profile = partnerships.profile(partnership).orElseThrow(NotFound::new);
        var next = words.dayOf(clock.instant()).getYear() + 1;
        var of = year.matches("20[0-9]{2}") ? Integer.parseInt(year) : next;
        var plan = plans.of(officer, partnership, of).orElseThrow(NotFound::new);
        var page =
                Page.of("calendar/plan.jte")
                        .titled(words.of("calendar.plan.title", String.valueOf(of)))
                        .in(partnership)
                        .at("procedure.navigation.calendar")
                        .with("year", of)
                        .with("years", List.of(next - 1, next, next + 1))
                        .with("plan", plan)
                        .with("say", new PlanWords(profile, words))
                        .with("sources", sources(profile, words));
        return plan.fixed().stream()
                .map(one -> one.day().marking())
                .distinct()
                .reduce(policies::merge)
                .map(page::marked)
                .orElse(page);
    }

    /// Where the holidays of each party come from.
    private List<Choice> sources(Profile profile, Words words) {
        return profile.parties().stream()
                .flatMap(party ->
                        holidays.source(party.code()).stream()
                                .map(source ->
                                        new Choice(
                                                profile.said(party.code(), words.language()),
                                                source)))
                .toList();
    }
}
