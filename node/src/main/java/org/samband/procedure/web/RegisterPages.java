// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samband.parties.Area;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.procedure.Procedure;
import org.samband.procedure.RegisterCount;
import org.samband.procedure.RegisterLine;
import org.samband.procedure.Registers;
import org.samband.web.Choice;
import org.samband.web.NavigationEntry;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Registers: all dossiers of one kind of matter as a table, as a board by state, and added up.
@Controller
class RegisterPages {
    static final String AT = "procedure.navigation.registers";
    private static final int ORDER = 35;
    private static final int YEARS = 6;

    private final Registers registers;
    private final Openings openings;
    private final Sights sights;
    private final FormParts parts;
    private final InstantSource clock;

    RegisterPages(
            Registers registers,
            Openings openings,
            Sights sights,
            FormParts parts,
            InstantSource clock) {
        this.registers = registers;
        this.openings = openings;
        this.sights = sights;
        this.parts = parts;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry registersEntry() {
        return new NavigationEntry(AT, "/{partnership}/registers", ORDER, Optional.empty());
    }

    @GetMapping("/{partnership}/registers")
    Page index(@PathVariable PartnershipId partnership, Officer officer, Words words) {
        var parties = parts.parties(partnership, words);
        return Page.of("procedure/registers.jte")
                .titled(words.of("procedure.registers.title"))
                .in(partnership)
                .at(AT)
                .with("groups", groups(partnership, officer, parties));
    }

    private List<RegisterGroup> groups(
            PartnershipId partnership, Officer officer, PartyWords parties) {
        var counts =
                registers.counts(sights.of(officer), partnership, "").stream()
                        .collect(Collectors.toMap(RegisterCount::procedure, Function.identity()));
        var usable = openings.of(partnership);
        var groups = new ArrayList<RegisterGroup>();
        var areas =
                Stream.concat(
                        Stream.of(""), parties.profile().areas().stream().map(Area::shortName));
        for (var area : areas.toList()) {
            var lines =
                    usable.stream()
                            .filter(one -> one.area().equals(area))
                            .map(one -> line(one, counts, parties))
                            .sorted(Comparator.comparing(RegisterGroup.Line::title))
                            .toList();
            if (!lines.isEmpty()) {
                groups.add(
                        new RegisterGroup(
                                area,
                                area.isEmpty()
                                        ? parties.words().of("procedure.open.several")
                                        : parties.area(area),
                                lines));
            }
        }
        return groups;
    }

    private static RegisterGroup.Line line(
            Opening opening, Map<String, RegisterCount> counts, PartyWords parties) {
        var procedure = opening.procedure();
        var count = counts.getOrDefault(procedure.id(), new RegisterCount(procedure.id(), 0, 0));
        return new RegisterGroup.Line(
                procedure,
                parties.words().in(procedure.title()),
                procedure.sources().getFirst().ref(),
                count.open(),
                count.all());
    }

    @GetMapping("/{partnership}/register/{procedure}")
    Page table(
            @PathVariable PartnershipId partnership,
            @PathVariable String procedure,
            @RequestParam MultiValueMap<String, String> asked,
            Officer officer,
            Words words) {
        var known = find(partnership, procedure);
        var parties = parts.parties(partnership, words);
        var query = RegisterQuery.of(known, asked, parties);
        var list =
                registers.page(
                        sights.of(officer),
                        partnership,
                        query.filter(),
                        today(words),
                        query.page());
        var table = new RegisterTable(known, parties);
        return page("register", partnership, known, query, officer, parties, list.lines())
                .with("list", list)
                .with("table", table)
                .with("columns", table.choices(query.columns()))
                .with("choosable", table.choices(RegisterQuery.choosable(known)));
    }

    @GetMapping("/{partnership}/register/{procedure}/board")
    Page board(
            @PathVariable PartnershipId partnership,
            @PathVariable String procedure,
            @RequestParam MultiValueMap<String, String> asked,
            Officer officer,
            Words words) {
        var known = find(partnership, procedure);
        var parties = parts.parties(partnership, words);
        var query = RegisterQuery.of(known, asked, parties);
        var board = registers.board(sights.of(officer), partnership, query.filter(), today(words));
        return page(
                        "board",
                        partnership,
                        known,
                        query,
                        officer,
                        parties,
                        board.stream().flatMap(one -> one.latest().stream()).toList())
                .with("board", board);
    }

    @GetMapping("/{partnership}/register/{procedure}/summary")
    Page summary(
            @PathVariable PartnershipId partnership,
            @PathVariable String procedure,
            @RequestParam MultiValueMap<String, String> asked,
            Officer officer,
            Words words) {
        var known = find(partnership, procedure);
        if (!RegisterSummary.has(known)) {
            throw new NotFound();
        }
        var parties = parts.parties(partnership, words);
        var query = RegisterQuery.of(known, asked, parties);
        var sight = sights.of(officer);
        return sights.within(
                sight,
                () -> {
                    var summary =
                            RegisterSummary.of(
                                    registers, sight, partnership, known, query, today(words));
                    return page(
                                    "summary",
                                    partnership,
                                    known,
                                    query,
                                    officer,
                                    parties,
                                    summary.lines())
                            .marked(
                                    parts.merged(
                                            registers.markings(
                                                    sight,
                                                    partnership,
                                                    query.filter(),
                                                    today(words))))
                            .with("summary", summary)
                            .with("table", new RegisterTable(known, parties));
                });
    }

    private Page page(
            String view,
            PartnershipId partnership,
            Procedure procedure,
            RegisterQuery query,
            Officer officer,
            PartyWords parties,
            List<RegisterLine> lines) {
        var words = parties.words();
        return parts.marked(
                        Page.of("procedure/register-" + view + ".jte"),
                        lines.stream().map(line -> line.dossier().marking()).toList())
                .titled(words.in(procedure.title()))
                .in(partnership)
                .at(AT)
                .with("view", view)
                .with("procedure", procedure)
                .with("parties", parties)
                .with("query", query)
                .with("summed", RegisterSummary.has(procedure))
                .with("stands", stands(procedure, words))
                .with("areas", any(words, parts.areas(officer, parties).stream()))
                .with("sides", any(words, sides(parties)))
                .with("years", any(words, years(today(words))))
                .with("opens", opens(partnership, procedure, officer));
    }

    private boolean opens(PartnershipId partnership, Procedure procedure, Officer officer) {
        return openings.of(partnership, procedure.id())
                .flatMap(Opening::act)
                .flatMap(act -> act.roleOf(officer))
                .isPresent();
    }

    private static List<Choice> stands(Procedure procedure, Words words) {
        return Stream.concat(
                        Stream.of(
                                new Choice("all", words.of("procedure.filter.all")),
                                new Choice("open", words.of("procedure.filter.open")),
                                new Choice("finished", words.of("procedure.filter.finished"))),
                        procedure.states().stream()
                                .filter(state -> !state.initial())
                                .map(state ->
                                        new Choice(
                                                RegisterQuery.stand(state),
                                                words.in(state.title()))))
                .toList();
    }

    private static Stream<Choice> sides(PartyWords parties) {
        return Stream.of(parties.own(), parties.counterpart())
                .map(party -> new Choice(party.value(), parties.party(party)));
    }

    private static Stream<Choice> years(LocalDate today) {
        return IntStream.range(0, YEARS)
                .mapToObj(i -> String.valueOf(today.getYear() + 1 - i))
                .map(year -> new Choice(year, year));
    }

    private static List<Choice> any(Words words, Stream<Choice> rest) {
        return Stream.concat(Stream.of(new Choice("", words.of("procedure.filter.any"))), rest)
                .toList();
    }

    /// The newest version of a procedure that the partnership uses.
    private Procedure find(PartnershipId partnership, String procedure) {
        return openings.of(partnership, procedure)
                .map(Opening::procedure)
                .orElseThrow(NotFound::new);
    }

    private LocalDate today(Words words) {
        return words.dayOf(clock.instant());
    }
}
