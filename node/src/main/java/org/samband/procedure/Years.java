// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.samband.label.Labels;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to the timeline of a year: what both parties opened, what took place, and the days that
/// dossiers name, as far as an officer may see them.
@Component
public class Years {
    /// Lines of one kind of each month that the page of a year holds.
    public static final int MOST = 60;

    /// The same of the page of one month; a month with more is read by area.
    public static final int MOST_OF_A_MONTH = 400;

    private static final Bilingual NOTHING = new Bilingual("", "");

    private final YearRows rows;
    private final Procedures procedures;
    private final Labels labels;
    private final Sights sights;

    Years(YearRows rows, Procedures procedures, Labels labels, Sights sights) {
        this.rows = rows;
        this.procedures = procedures;
        this.labels = labels;
        this.sights = sights;
    }

    /// The year in the order of the days, of each month and kind at most {@link #MOST} lines.
    ///
    /// @param zone in which the day of an opening is meant
    /// @param area short name; empty for all
    public List<YearLine> of(
            Sight sight, PartnershipId partnership, int year, ZoneId zone, String area) {
        var first = LocalDate.of(year, 1, 1);
        return lines(sight, partnership, first, first.plusYears(1), zone, area, MOST);
    }

    /// One month of it, of each kind at most {@link #MOST_OF_A_MONTH} lines.
    public List<YearLine> of(
            Sight sight, PartnershipId partnership, YearMonth month, ZoneId zone, String area) {
        var first = month.atDay(1);
        return lines(sight, partnership, first, first.plusMonths(1), zone, area, MOST_OF_A_MONTH);
    }

    /// Whether there can be more of a month than these lines.
    ///
    /// @param most lines of one kind that were read
    public static boolean full(List<YearLine> lines, int most) {
        var kinds =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        line ->
                                                switch (line.kind()) {
                                                    case OPENED, DONE -> line.kind();
                                                    case AGREED,
                                                            PROPOSED,
                                                            ANSWER,
                                                            CLOCK,
                                                            REMINDER,
                                                            FOLLOW_UP ->
                                                            YearLine.Kind.AGREED;
                                                },
                                        Collectors.counting()));
        return kinds.values().stream().anyMatch(count -> count >= most);
    }

    private List<YearLine> lines(
            Sight sight,
            PartnershipId partnership,
            LocalDate from,
            LocalDate until,
            ZoneId zone,
            String area,
            int most) {
        return sights.within(
                sight,
                () ->
                        rows.months(partnership, from, until, zone, area, most).stream()
                                .map(this::line)
                                .sorted(
                                        Comparator.comparing(YearLine::on)
                                                .thenComparing(YearLine::dossier)
                                                .thenComparing(YearLine::kind))
                                .toList());
    }

    private YearLine line(YearRows.Row row) {
        var procedure = procedures.newest(row.procedure());
        var party = ActRef.of(row.act()).map(act -> act.party().value()).orElse(row.party());
        return new YearLine(
                row.on(),
                row.kind(),
                party,
                what(row, procedure),
                row.dossier(),
                procedure
                        .map(Procedure::title)
                        .orElse(new Bilingual(row.procedure(), row.procedure())),
                row.title(),
                row.area(),
                labels.marking(row.label()));
    }

    /// The words of the first act of the procedure that proves such an event.
    private static Bilingual what(YearRows.Row row, java.util.Optional<Procedure> procedure) {
        return switch (row.kind()) {
            case DONE ->
                    procedure.stream()
                            .flatMap(one -> one.acts().stream())
                            .filter(act ->
                                    act.evidence()
                                            .filter(one -> one.type().equals(row.what()))
                                            .isPresent())
                            .map(ActForm::done)
                            .findFirst()
                            .orElse(NOTHING);
            case FOLLOW_UP -> new Bilingual(row.what(), row.what());
            case OPENED, AGREED, PROPOSED, ANSWER, CLOCK, REMINDER -> NOTHING;
        };
    }
}
