// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.InstantSource;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.YearLine;
import org.samband.procedure.Years;
import org.samband.web.Choice;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The timeline of a year, by month and area.
@Controller
class YearPages {
    private final Years years;
    private final Sights sights;
    private final FormParts parts;
    private final InstantSource clock;

    YearPages(Years years, Sights sights, FormParts parts, InstantSource clock) {
        this.years = years;
        this.sights = sights;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/{partnership}/year/{year}")
    Page year(
            @PathVariable PartnershipId partnership,
            @PathVariable String year,
            @RequestParam(defaultValue = "") String area,
            Officer officer,
            Words words) {
        if (!year.matches("[12][0-9]{3}")) {
            throw new NotFound();
        }
        var parties = parts.parties(partnership, words);
        var number = Integer.parseInt(year);
        var lines = years.of(sights.of(officer), partnership, number, words.zone(), area);
        var areas = new ArrayList<Choice>();
        areas.add(new Choice("", words.of("procedure.filter.any")));
        areas.addAll(parts.areas(officer, parties));
        return parts.marked(
                        Page.of("procedure/year.jte"),
                        lines.stream().map(YearLine::marking).toList())
                .titled(words.of("procedure.year.title", year))
                .in(partnership)
                .at(CalendarPages.AT)
                .with("parties", parties)
                .with("year", number)
                .with("area", area)
                .with("areas", areas)
                .with("months", months(number, lines, parties))
                .with("full", lines.size() >= Years.MOST)
                .with("today", words.dayOf(clock.instant()));
    }

    private static List<YearMonthView> months(int year, List<YearLine> lines, PartyWords parties) {
        var months = new ArrayList<YearMonthView>();
        for (var month : Month.values()) {
            var areas = new LinkedHashMap<String, List<YearLine>>();
            lines.stream()
                    .filter(line -> line.on().getMonth() == month)
                    .forEach(line ->
                            areas.computeIfAbsent(line.area(), _ -> new ArrayList<>()).add(line));
            months.add(
                    new YearMonthView(
                            CalendarPages.title(YearMonth.of(year, month), parties.words()),
                            YearMonth.of(year, month).toString(),
                            areas.entrySet().stream()
                                    .map(one ->
                                            Map.entry(parties.area(one.getKey()), one.getValue()))
                                    .sorted(Map.Entry.comparingByKey())
                                    .toList()));
        }
        return months;
    }
}
