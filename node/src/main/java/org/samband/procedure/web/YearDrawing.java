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
    public static final int ROW = 22;

    private static final int LONGEST = 32;
    private static final int MONTHS = 12;

    /// @param area its name, short enough for the drawing
    public record Row(String area, List<Mark> marks) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    /// @param x place of the day
    /// @param party code of the party from which something is expected; else empty
    public record Mark(int x, Shape shape, String party) {}

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

    public int height() {
        return TOP + rows.size() * ROW + 4;
    }

    public int month(int number) {
        return LEFT + (number - 1) * (WIDTH - LEFT) / MONTHS;
    }

    static YearDrawing of(int year, List<YearMonthView> months, LocalDate today) {
        var rows = new TreeMap<String, List<Mark>>();
        for (var month : months) {
            month.areas()
                    .forEach(area ->
                            area.getValue()
                                    .forEach(line ->
                                            add(
                                                    line,
                                                    rows.computeIfAbsent(
                                                            area.getKey(),
                                                            _ -> new ArrayList<>()))));
        }
        return new YearDrawing(
                rows.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(one -> new Row(cut(one.getKey()), one.getValue()))
                        .toList(),
                today.getYear() == year ? place(today) : 0);
    }

    /// What was opened, and what is only looked at again, would hide the rest.
    private static void add(YearLine line, List<Mark> marks) {
        switch (line.kind()) {
            case OPENED, REMINDER -> {}
            case DONE -> marks.add(new Mark(place(line.on()), Shape.DONE, ""));
            case AGREED -> marks.add(new Mark(place(line.on()), Shape.AGREED, ""));
            case PROPOSED -> marks.add(new Mark(place(line.on()), Shape.PROPOSED, ""));
            case ANSWER, CLOCK, FOLLOW_UP ->
                    marks.add(new Mark(place(line.on()), Shape.DUE, line.party()));
        }
    }

    private static int place(LocalDate day) {
        return LEFT + (day.getDayOfYear() - 1) * (WIDTH - LEFT) / Year.of(day.getYear()).length();
    }

    private static String cut(String area) {
        return area.length() <= LONGEST ? area : area.substring(0, LONGEST - 1).strip() + "…";
    }
}
