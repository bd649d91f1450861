// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.procedure.YearLine;
import org.samband.procedure.web.YearDrawing.Shape;

/// A year on one sheet: each day at its place, what is expected with the party that owes it.
class YearDrawingTest {
    private static YearLine line(String on, YearLine.Kind kind, String party) {
        return new YearLine(
                LocalDate.parse(on),
                kind,
                party,
                new Bilingual("", ""),
                new ActRef(new PartyCode("EU"), 7),
                new Bilingual("Consultation", "Konsultasjon"),
                "EXERCISE talks",
                "cyber",
                Marking.parse("TLP:GREEN"));
    }

    private static YearDrawing drawn(YearLine... lines) {
        var month =
                new YearMonthView("", "2027-01", List.of(Map.entry("Cyber", List.of(lines))), 0);
        return YearDrawing.of(2027, List.of(month), LocalDate.of(2027, 7, 1));
    }

    @Test
    void eachKindOfDayHasItsPlaceAndShape() {
        var drawing =
                drawn(
                        line("2027-01-01", YearLine.Kind.DONE, "NO"),
                        line("2027-07-01", YearLine.Kind.AGREED, ""),
                        line("2027-09-01", YearLine.Kind.PROPOSED, ""),
                        line("2027-12-31", YearLine.Kind.FOLLOW_UP, "EU"));
        assertThat(drawing.rows()).singleElement().returns("Cyber", YearDrawing.Row::area);
        var marks = drawing.rows().getFirst().marks();
        assertThat(marks)
                .extracting(YearDrawing.Mark::shape)
                .containsExactly(Shape.DONE, Shape.AGREED, Shape.PROPOSED, Shape.DUE);
        assertThat(marks.getFirst().x()).isEqualTo(YearDrawing.LEFT);
        assertThat(marks.get(1).x()).isEqualTo(drawing.today());
        assertThat(marks.getLast().x()).isLessThan(YearDrawing.WIDTH);
        assertThat(marks.getLast().party()).isEqualTo("EU");
        assertThat(marks.getFirst().party()).isEmpty();
    }

    @Test
    void whatWasOnlyOpenedIsNotDrawn() {
        assertThat(
                        drawn(
                                        line("2027-03-01", YearLine.Kind.OPENED, "EU"),
                                        line("2027-03-02", YearLine.Kind.REMINDER, ""))
                                .isEmpty())
                .isTrue();
        assertThat(YearDrawing.of(2027, List.of(), LocalDate.of(2026, 7, 1)).today()).isZero();
    }

    @Test
    void marksThatWouldHideEachOtherStandInLanes() {
        var marks =
                drawn(
                                line("2027-03-01", YearLine.Kind.FOLLOW_UP, "NO"),
                                line("2027-03-01", YearLine.Kind.DONE, ""),
                                line("2027-03-02", YearLine.Kind.AGREED, ""),
                                line("2027-03-20", YearLine.Kind.DONE, ""))
                        .rows()
                        .getFirst()
                        .marks();
        assertThat(marks).extracting(YearDrawing.Mark::lane).containsExactly(0, 1, 2, 0);
        assertThat(marks).extracting(YearDrawing.Mark::label).containsExactly("NO", "", "", "");
    }

    @Test
    void whatFindsNoLaneIsCountedAndTheNextFreeDayIsDrawnAgain() {
        var busy = new YearLine[MarkLanes.MOST + 3];
        java.util.Arrays.fill(busy, line("2027-03-01", YearLine.Kind.DONE, ""));
        busy[busy.length - 1] = line("2027-04-01", YearLine.Kind.DONE, "");
        var drawing = drawn(busy);
        var marks = drawing.rows().getFirst().marks();
        assertThat(marks).hasSize(MarkLanes.MOST + 1);
        assertThat(marks.get(MarkLanes.MOST - 1).label()).isEqualTo("+2");
        assertThat(marks.getLast()).returns(0, YearDrawing.Mark::lane);
        assertThat(drawing.isCrowded()).isTrue();
        assertThat(drawn(line("2027-03-01", YearLine.Kind.DONE, "")).isCrowded()).isFalse();
    }
}
