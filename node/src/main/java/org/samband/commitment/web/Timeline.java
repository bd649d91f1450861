// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.samband.procedure.Evidence;
import org.samband.web.Words;

/// Evidence over time as a small drawing: one point per day, years as marks. It uses the colour of
/// the text around it; each point has a title, and the page gives the same as a table beside it.
public final class Timeline {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 56;
    private static final int MARGIN = 18;
    private static final int LINE = 30;
    private static final int RADIUS = 5;

    private static final int MOST_POINTS = 300;

    /// Events that the title of a day names.
    private static final int SAID = 3;

    private Timeline() {}

    /// SVG for evidence of the last three calendar years and the present one.
    ///
    /// @param evidence in any order
    public static String svg(List<Evidence> evidence, LocalDate today, Words words) {
        var first =
                evidence.stream()
                        .map(one -> one.on().getYear())
                        .min(Integer::compare)
                        .map(year -> Math.max(year, today.getYear() - 3))
                        .orElse(today.getYear());
        var from = LocalDate.of(first, 1, 1);
        var to = LocalDate.of(today.getYear() + 1, 1, 1);
        var svg = new StringBuilder();
        svg.append(
                "<svg class=\"sb-drawing\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                        .formatted(WIDTH, HEIGHT, escaped(words.of("commitment.timeline"))));
        line(svg, MARGIN, LINE, WIDTH - MARGIN, LINE, 1);
        for (var year = from; !year.isAfter(to); year = year.plusYears(1)) {
            var x = place(year, from, to);
            line(svg, x, LINE - 6, x, LINE + 6, 1);
            if (year.isBefore(to)) {
                svg.append(
                        "<text x=\"%s\" y=\"%d\" font-size=\"11\" fill=\"currentColor\">%d</text>"
                                .formatted(number(x + 4), HEIGHT - 6, year.getYear()));
            }
        }
        line(svg, place(today, from, to), 4, place(today, from, to), LINE + 6, 0.5);
        evidence.stream()
                .filter(one -> !one.on().isBefore(from) && one.on().isBefore(to))
                .collect(Collectors.groupingBy(Evidence::on, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .values()
                .stream()
                .limit(MOST_POINTS)
                .forEach(day -> point(svg, day, from, to, words));
        return svg.append("</svg>").toString();
    }

    /// @param day what happened on one day, at least one thing
    private static void point(
            StringBuilder svg, List<Evidence> day, LocalDate from, LocalDate to, Words words) {
        var evidence = day.getFirst();
        var what =
                day.stream()
                        .map(one -> one.title() + " (" + one.commitment() + ")")
                        .distinct()
                        .toList();
        svg.append(
                "<circle cx=\"%s\" cy=\"%d\" r=\"%d\" fill=\"currentColor\" fill-opacity=\"0.75\"><title>%s</title></circle>"
                        .formatted(
                                number(place(evidence.on(), from, to)),
                                LINE,
                                RADIUS,
                                escaped(
                                        words.day(evidence.on())
                                                + ": "
                                                + String.join(
                                                        "; ",
                                                        what.subList(
                                                                0, Math.min(SAID, what.size())))
                                                + (what.size() > SAID ? " …" : ""))));
    }

    private static void line(
            StringBuilder svg, double x1, double y1, double x2, double y2, double opacity) {
        svg.append(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"currentColor\" stroke-opacity=\"%s\"/>"
                        .formatted(
                                number(x1),
                                number(y1),
                                number(x2),
                                number(y2),
                                number(opacity * 0.6)));
    }

    private static double place(LocalDate day, LocalDate from, LocalDate to) {
        return MARGIN
                + (WIDTH - 2.0 * MARGIN)
                        * ChronoUnit.DAYS.between(from, day)
                        / ChronoUnit.DAYS.between(from, to);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .filter(point -> point == '\t' || point >= ' ')
                .forEach(point -> {
                    switch (point) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> safe.appendCodePoint(point);
                    }
                });
        return safe.toString();
    }
}
