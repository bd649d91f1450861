// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.Coming;
import org.samband.procedure.Evidences;
import org.samband.web.NavigationEntry;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Days that dossiers name, by month.
@Controller
class CalendarPages {
    static final String AT = "procedure.navigation.calendar";
    private static final int ORDER = 50;
    private static final int MONTHS = 6;

    private final Evidences evidences;
    private final Sights sights;
    private final FormParts parts;
    private final InstantSource clock;

    CalendarPages(Evidences evidences, Sights sights, FormParts parts, InstantSource clock) {
        this.evidences = evidences;
        this.sights = sights;
        this.parts = parts;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry calendarEntry() {
        return new NavigationEntry(AT, "/{partnership}/calendar", ORDER, Optional.empty());
    }

    @GetMapping("/{partnership}/calendar")
    Page calendar(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "") String from,
            Officer officer,
            Words words) {
        var today = words.dayOf(clock.instant());
        var first = month(from).orElse(YearMonth.from(today));
        var until = first.plusMonths(MONTHS - 1L);
        var days =
                evidences.coming(
                        sights.of(officer), partnership, first.atDay(1), until.atEndOfMonth());
        var full = days.size() == Evidences.DAYS;
        var last = full ? whole(first, YearMonth.from(days.getLast().on())) : until;
        var months = new ArrayList<MonthView>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            var here = month;
            months.add(
                    new MonthView(
                            month.toString(),
                            title(month, words),
                            days.stream()
                                    .filter(day -> YearMonth.from(day.on()).equals(here))
                                    .toList()));
        }
        return parts.marked(
                        Page.of("procedure/calendar.jte"),
                        days.stream().map(Coming::marking).toList())
                .titled(words.of("procedure.calendar.title"))
                .in(partnership)
                .at(AT)
                .with("parties", parts.parties(partnership, words))
                .with("months", months)
                .with("earlier", first.minusMonths(MONTHS).toString())
                .with("later", last.plusMonths(1).toString())
                .with("cut", full && first.equals(last))
                .with("today", today);
    }

    /// The last month of which all days were read; at least the first one is shown.
    private static YearMonth whole(YearMonth first, YearMonth cut) {
        return cut.isAfter(first) ? cut.minusMonths(1) : first;
    }

    static String title(YearMonth month, Words words) {
        var language = "nb".equals(words.language()) ? Locale.of("nb", "NO") : Locale.UK;
        return month.format(DateTimeFormatter.ofPattern("MMMM uuuu", language));
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return typed.matches("[12][0-9]{3}-[0-9]{2}")
                    ? Optional.of(YearMonth.parse(typed))
                    : Optional.empty();
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }
}
