// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.Evidences;
import org.samband.procedure.FollowUpFilter;
import org.samband.procedure.FollowUpLine;
import org.samband.web.Choice;
import org.samband.web.NavigationEntry;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The follow-ups of all dossiers.
@Controller
class FollowUpPages {
    static final String AT = "procedure.navigation.follow-ups";
    private static final int ORDER = 40;

    private final Evidences evidences;
    private final Sights sights;
    private final FormParts parts;
    private final FollowUpViews views;

    FollowUpPages(Evidences evidences, Sights sights, FormParts parts, FollowUpViews views) {
        this.evidences = evidences;
        this.sights = sights;
        this.parts = parts;
        this.views = views;
    }

    @Bean
    static NavigationEntry followUpsEntry() {
        return new NavigationEntry(AT, "/{partnership}/follow-ups", ORDER, Optional.empty());
    }

    @GetMapping("/{partnership}/follow-ups")
    Page followUps(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "1") String page,
            Officer officer,
            Words words) {
        var parties = parts.parties(partnership, words);
        var filter =
                new FollowUpFilter(
                        Optional.of(owner).filter(one -> !one.isEmpty()),
                        Optional.of(area).filter(one -> !one.isEmpty()),
                        FollowUpFilter.State.of(state));
        var number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
        var found = evidences.followUps(sights.of(officer), partnership, filter, number);
        var lines = found.subList(0, Math.min(Evidences.PAGE, found.size()));
        return parts.marked(
                        Page.of("procedure/followups.jte"),
                        lines.stream().map(FollowUpLine::marking).toList())
                .titled(words.of("procedure.follow-ups.title"))
                .in(partnership)
                .at(AT)
                .with("parties", parties)
                .with("lines", views.of(lines, officer, parties))
                .with("owner", owner)
                .with("area", area)
                .with("areas", areas(parties))
                .with("state", state)
                .with("owners", owners(parties))
                .with(
                        "states",
                        List.of(
                                new Choice("open", words.of("procedure.follow-ups.open")),
                                new Choice("done", words.of("procedure.follow-ups.done")),
                                new Choice("all", words.of("procedure.filter.all"))))
                .with("number", number)
                .with("last", found.size() > Evidences.PAGE ? number + 1 : number);
    }

    private static List<Choice> areas(PartyWords parties) {
        return Stream.concat(
                        Stream.of(new Choice("", parties.words().of("procedure.filter.any"))),
                        parties.profile().areas().stream()
                                .map(one ->
                                        new Choice(
                                                one.shortName(), parties.words().in(one.name()))))
                .toList();
    }

    private static List<Choice> owners(PartyWords parties) {
        return List.of(
                new Choice("", parties.words().of("procedure.filter.any")),
                new Choice(parties.own().value(), parties.party(parties.own())),
                new Choice(parties.counterpart().value(), parties.party(parties.counterpart())));
    }
}
