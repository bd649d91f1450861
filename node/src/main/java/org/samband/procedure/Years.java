// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
    /// Lines of one kind that a page can hold; a year with more is read by area.
    public static final int MOST = 1_000;

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

    /// In the order of the days.
    ///
    /// @param zone in which the day of an opening is meant
    /// @param area short name; empty for all
    public List<YearLine> of(
            Sight sight, PartnershipId partnership, int year, ZoneId zone, String area) {
        return sights.within(
                sight,
                () ->
                        Stream.concat(
                                        rows.openings(partnership, year, zone, area, MOST).stream(),
                                        rows.days(partnership, year, area, MOST).stream())
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
