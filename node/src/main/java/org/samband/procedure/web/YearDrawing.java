// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.samband.procedure.YearLine;

/// A year on one sheet: a row for each area, its days from left to right, and on them what took
/// place, what is agreed or proposed, and what each party owes by when. The lists below it say the
/// same in words.
///
/// @param rows in the order of the areas' names
/// @param today place of the present day; 0 if it is in another year
public record YearDrawing(List<Row> rows, int today) {
    public static final int LEFT = 210;
    public static final int WIDTH = 1_000;
    public static final int TOP = 26;

    /// Where the year ends: a mark of its last day needs room.
    private static final int END = 976;

    /// Height of one lane of marks, and what a row leaves free above and below its lanes together.
    public static final int LANE = 14;

    public static final int GAP = 8;

    private static final int LONGEST = 32;
    private static final int MONTHS = 12;

    /// @param area its name, short enough for the drawing
    /// @param y where it begins
    /// @param marks in as many lanes as they need so that none hides another
    public record Row(String area, int y, List<Mark> marks) {
        public Row {
            marks = List.copyOf(marks);
        }

        /// Middle of a lane.
        ///
        /// @param lane counted from 0
        public int middle(int lane) {
            return y + GAP / 2 + lane * LANE + LANE / 2;
        }

        public int bottom() {
            return y + GAP + LANE * (1 + marks.stream().mapToInt(Mark::lane).max().orElse(0));
        }
    }

    /// @param x place of the day
    /// @param lane counted from 0, the topmost
    /// @param party code of the party from which something is expected; else empty
    /// @param more how many others near it found no lane; the lists have all of them
    public record Mark(int x, int lane, Shape shape, String party, int more) {
        /// What stands beside it, for instance `NO +2`.
        public String label() {
            return (party + (more > 0 ? " +" + more : "")).strip();
        }
    }

    /// How a mark is drawn.
    public enum Shape {
        DONE,
        AGREED,
        PROPOSED,
        /// Something is expected by then.
        DUE;

        /// As in keys of words.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public YearDrawing {
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Whether some day has more marks than a row has lanes.
    public boolean isCrowded() {
        return rows.stream().flatMap(row -> row.marks().stream()).anyMatch(mark -> mark.more() > 0);
    }

    public int height() {
        return (rows.isEmpty() ? TOP : rows.getLast().bottom()) + 4;
    }

    public int month(int number) {
        return LEFT + (number - 1) * (END - LEFT) / MONTHS;
    }

    static YearDrawing of(int year, List<YearMonthView> months, LocalDate today) {
        var areas = new TreeMap<String, MarkLanes>();
        for (var month : months) {
            month.areas()
                    .forEach(area ->
                            area.getValue()
                                    .forEach(line ->
                                            add(
                                                    line,
                                                    areas.computeIfAbsent(
                                                            area.getKey(), _ -> new MarkLanes()))));
        }
        var rows = new ArrayList<Row>();
        areas.forEach((area, lanes) -> {
            if (!lanes.marks().isEmpty()) {
                var y = rows.isEmpty() ? TOP : rows.getLast().bottom();
                rows.add(new Row(cut(area), y, lanes.marks()));
            }
        });
        return new YearDrawing(rows, today.getYear() == year ? place(today) : 0);
    }

    /// What was opened, and what is only looked at again, would hide the rest.
    private static void add(YearLine line, MarkLanes marks) {
        switch (line.kind()) {
            case OPENED, REMINDER -> {}
            case DONE -> marks.add(place(line.on()), Shape.DONE, "");
            case AGREED -> marks.add(place(line.on()), Shape.AGREED, "");
            case PROPOSED -> marks.add(place(line.on()), Shape.PROPOSED, "");
            case ANSWER, CLOCK, FOLLOW_UP -> marks.add(place(line.on()), Shape.DUE, line.party());
        }
    }

    private static int place(LocalDate day) {
        return LEFT + (day.getDayOfYear() - 1) * (END - LEFT) / Year.of(day.getYear()).length();
    }

    private static String cut(String area) {
        return area.length() <= LONGEST ? area : area.substring(0, LONGEST - 1).strip() + "…";
    }
}
