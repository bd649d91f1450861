// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.parties.Sights;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.DossierLine;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.web.Choice;
import org.samband.web.NavigationEntry;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of dossiers.
@Controller
class DossierListPages {
    static final String AT = "procedure.navigation.dossiers";
    private static final int ORDER = 30;
    private static final int MOST_PAGES = 100_000;

    private final Dossiers dossiers;
    private final Openings openings;
    private final Sights sights;
    private final FormParts parts;

    DossierListPages(Dossiers dossiers, Openings openings, Sights sights, FormParts parts) {
        this.dossiers = dossiers;
        this.openings = openings;
        this.sights = sights;
        this.parts = parts;
    }

    @Bean
    static NavigationEntry dossiersEntry() {
        return new NavigationEntry(AT, "/{partnership}/dossiers", ORDER, Optional.empty());
    }

    @GetMapping("/{partnership}/dossiers")
    Page list(
            @PathVariable PartnershipId partnership,
            @RequestParam Map<String, String> asked,
            Officer officer,
            Words words) {
        var parties = parts.parties(partnership, words);
        var list = dossiers.list(sights.of(officer), partnership, filter(asked, parties));
        var usable = openings.of(partnership);
        return parts.marked(
                        Page.of("procedure/dossiers.jte"),
                        list.lines().stream().map(DossierLine::marking).toList())
                .titled(words.of("procedure.dossiers.title"))
                .in(partnership)
                .at(AT)
                .with("parties", parties)
                .with("list", list)
                .with("asked", asked)
                .with("path", path(partnership, asked))
                .with("procedures", any(words, usable.stream().map(one -> choice(one, words))))
                .with("areas", any(words, parts.areas(officer, parties).stream()))
                .with("stands", stands(words))
                .with("turns", turns(parties))
                .with("opens", opens(usable, officer));
    }

    private static List<Opening> opens(List<Opening> usable, Officer officer) {
        return usable.stream()
                .filter(one -> one.act().flatMap(act -> act.roleOf(officer)).isPresent())
                .toList();
    }

    private static Choice choice(Opening one, Words words) {
        return new Choice(one.procedure().id(), words.in(one.procedure().title()));
    }

    private static List<Choice> any(Words words, Stream<Choice> rest) {
        return Stream.concat(Stream.of(new Choice("", words.of("procedure.filter.any"))), rest)
                .toList();
    }

    private static List<Choice> stands(Words words) {
        return List.of(
                new Choice("open", words.of("procedure.filter.open")),
                new Choice("finished", words.of("procedure.filter.finished")),
                new Choice("all", words.of("procedure.filter.all")));
    }

    private static List<Choice> turns(PartyWords parties) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", parties.words().of("procedure.filter.any")));
        for (var party : List.of(parties.own(), parties.counterpart())) {
            all.add(new Choice(party.value(), parties.party(party)));
        }
        return all;
    }

    /// Open dossiers unless all are asked for; a search looks at all.
    private static DossierFilter filter(Map<String, String> asked, PartyWords parties) {
        var words = DossierFilter.words(asked.getOrDefault("q", ""));
        var finished =
                switch (asked.getOrDefault("state", words.isEmpty() ? "open" : "all")) {
                    case "finished" -> Optional.of(true);
                    case "all" -> Optional.<Boolean>empty();
                    default -> Optional.of(false);
                };
        return new DossierFilter(
                one(asked, "procedure"),
                one(asked, "area"),
                finished,
                Optional.empty(),
                one(asked, "turn").filter(code -> known(code, parties)),
                words,
                page(asked.getOrDefault("page", "1")));
    }

    private static boolean known(String code, PartyWords parties) {
        return Stream.of(parties.own(), parties.counterpart())
                .map(PartyCode::value)
                .anyMatch(code::equals);
    }

    private static Optional<String> one(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).filter(value -> !value.isBlank());
    }

    private static int page(String typed) {
        return typed.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(typed), MOST_PAGES) : 1;
    }

    /// Address of the list as it is filtered, to which the number of a page is added.
    private static String path(PartnershipId partnership, Map<String, String> asked) {
        var query =
                Stream.of("q", "state", "procedure", "area", "turn")
                        .filter(name -> !asked.getOrDefault(name, "").isBlank())
                        .map(name -> name + "=" + encoded(asked.getOrDefault(name, "")) + "&")
                        .collect(Collectors.joining());
        return "/" + partnership + "/dossiers?" + query + "page=";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
