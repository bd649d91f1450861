// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What is printed on every page and belongs to none of the text: headers, footers, page numbers.
final class Furniture {
    /// Lines at each end of a page among which furniture is looked for.
    private static final int EDGE = 3;

    /// Furniture of a text without page breaks repeats at least so often.
    private static final int OFTEN = 3;

    private static final Pattern PAGE_NUMBER =
            Pattern.compile(
                    "(?i)[-–—|\\[\\s]*(?:page\\s+)?(\\d{1,3})(?:\\s*(?:of|/)\\s*\\d{1,3})?[-–—|\\]\\s]*");
    private static final Pattern NAMED_NUMBER =
            Pattern.compile(
                    "(?i)[-–—|\\s]*page\\s+\\d{1,3}(?:\\s*(?:of|/)\\s*\\d{1,3})?[-–—|\\s]*|[-–—]\\s*\\d{1,3}\\s*[-–—]");

    private Furniture() {}

    static List<Line> removed(List<Line> lines) {
        var pages = new TreeMap<Integer, List<Line>>();
        for (var line : lines) {
            pages.computeIfAbsent(line.place().page(), _ -> new ArrayList<>()).add(line);
        }
        var out = pages.size() > 1 ? ofPages(pages) : ofRun(lines);
        return out.isEmpty() ? lines : without(lines, out);
    }

    /// The line after furniture stands as after an empty line.
    private static List<Line> without(List<Line> lines, Set<Line> out) {
        var kept = new ArrayList<Line>();
        var blank = false;
        for (var line : lines) {
            if (out.contains(line)) {
                blank = true;
            } else {
                kept.add(blank ? line.after(true) : line);
                blank = false;
            }
        }
        return kept;
    }

    private static Set<Line> ofPages(Map<Integer, List<Line>> pages) {
        var times = new HashMap<String, Integer>();
        for (var page : pages.values()) {
            edges(page).stream()
                    .map(Furniture::form)
                    .distinct()
                    .forEach(form -> times.merge(form, 1, Integer::sum));
        }
        var out = new HashSet<Line>();
        for (var page : pages.values()) {
            var edges = edges(page);
            for (var line : edges) {
                int often = times.getOrDefault(form(line), 0);
                if ((often >= 2 && often * 2 >= pages.size())
                        || PAGE_NUMBER.matcher(line.text().strip()).matches()) {
                    out.add(line);
                }
            }
        }
        return out;
    }

    private static List<Line> edges(List<Line> page) {
        if (page.size() <= 2 * EDGE) {
            return page;
        }
        var edges = new ArrayList<>(page.subList(0, EDGE));
        edges.addAll(page.subList(page.size() - EDGE, page.size()));
        return edges;
    }

    /// Without page breaks: page numbers that count up, and lines that repeat beside them.
    private static Set<Line> ofRun(List<Line> lines) {
        var numbers = numbers(lines);
        if (numbers.isEmpty()) {
            return Set.of();
        }
        var times = new HashMap<String, Integer>();
        var beside = new HashSet<Integer>();
        for (int number : numbers) {
            for (int at = Math.max(0, number - EDGE);
                    at <= Math.min(lines.size() - 1, number + EDGE);
                    at++) {
                if (beside.add(at)) {
                    times.merge(form(lines.get(at)), 1, Integer::sum);
                }
            }
        }
        var out = new HashSet<Line>();
        numbers.forEach(at -> out.add(lines.get(at)));
        for (int at : beside) {
            int often = times.getOrDefault(form(lines.get(at)), 0);
            if (often >= Math.max(2, numbers.size() - 1)
                    && (often >= OFTEN || numbers.size() == 2)) {
                out.add(lines.get(at));
            }
        }
        return out;
    }

    private static List<Integer> numbers(List<Line> lines) {
        var found = new ArrayList<Integer>();
        int last = 0;
        for (int at = 0; at < lines.size(); at++) {
            var text = lines.get(at).text().strip();
            var match = PAGE_NUMBER.matcher(text);
            if (match.matches()) {
                int number = Integer.parseInt(match.group(1));
                if (number == last + 1
                        || (last == 0 && number <= 2)
                        || NAMED_NUMBER.matcher(text).matches()) {
                    found.add(at);
                    last = number;
                }
            }
        }
        return found.size() >= 2 ? found : List.of();
    }

    private static String form(Line line) {
        return line.text().strip().replaceAll("\\d+", "#").replaceAll("\\s+", " ");
    }
}
