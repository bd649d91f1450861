// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.InstantSource;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            @RequestParam(defaultValue = "") String month,
            Officer officer,
            Words words) {
        if (!year.matches("[12][0-9]{3}")) {
            throw new NotFound();
        }
        var parties = parts.parties(partnership, words);
        var number = Integer.parseInt(year);
        var only =
                month.matches("[1-9]|1[0-2]")
                        ? Optional.of(YearMonth.of(number, Integer.parseInt(month)))
                        : Optional.<YearMonth>empty();
        var sight = sights.of(officer);
        var lines =
                only.map(one -> years.of(sight, partnership, one, words.zone(), area))
                        .orElseGet(() -> years.of(sight, partnership, number, words.zone(), area));
        var today = words.dayOf(clock.instant());
        var months = months(number, only, lines, parties);
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
                .with("months", months)
                .with("drawing", YearDrawing.of(number, months, today))
                .with("only", only.isPresent())
                .with("today", today);
    }

    /// @param only the month that is asked for; empty for the whole year
    private static List<YearMonthView> months(
            int year, Optional<YearMonth> only, List<YearLine> lines, PartyWords parties) {
        return Arrays.stream(Month.values())
                .map(month -> YearMonth.of(year, month))
                .filter(month -> only.filter(one -> !one.equals(month)).isEmpty())
                .map(month ->
                        month(
                                month,
                                lines.stream()
                                        .filter(line -> YearMonth.from(line.on()).equals(month))
                                        .toList(),
                                only.isPresent() ? Years.MOST_OF_A_MONTH : Years.MOST,
                                parties))
                .toList();
    }

    private static YearMonthView month(
            YearMonth month, List<YearLine> lines, int most, PartyWords parties) {
        var areas = new LinkedHashMap<String, List<YearLine>>();
        lines.forEach(line -> areas.computeIfAbsent(line.area(), _ -> new ArrayList<>()).add(line));
        return new YearMonthView(
                CalendarPages.title(month, parties.words()),
                month.toString(),
                areas.entrySet().stream()
                        .map(one -> Map.entry(parties.area(one.getKey()), one.getValue()))
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                Years.full(lines, most) ? month.getMonthValue() : 0);
    }
}
