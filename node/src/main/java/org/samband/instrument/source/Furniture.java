// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What is printed on every page and belongs to none of the text: headers, footers, page numbers.
final class Furniture {
    /// Lines at each end of a page among which furniture is looked for.
    private static final int EDGE = 3;

    private static final Pattern PAGE_NUMBER =
            Pattern.compile(
                    "(?i)[-–—|\\[\\s]*(?:page\\s+)?(\\d{1,3})(?:\\s*(?:of|/)\\s*\\d{1,3})?[-–—|\\]\\s]*");
    private static final Pattern NAMED_NUMBER =
            Pattern.compile(
                    "(?i)[-–—|\\s]*page\\s+\\d{1,3}(?:\\s*(?:of|/)\\s*\\d{1,3})?[-–—|\\s]*|[-–—]\\s*\\d{1,3}\\s*[-–—]");

    /// Longest header or footer.
    private static final int LONGEST = 160;

    /// A wide gap, a bar, a stroke between numbers or the word "page".
    private static final Pattern SET_LIKE_FURNITURE =
            Pattern.compile("(?i)\\S {3,}\\S|\\||\\d/\\d|\\bpage \\d");

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,4})(\\D*)$");

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
        for (int number : numbers) {
            int from = Math.max(0, number - EDGE);
            int to = Math.min(lines.size(), number + EDGE + 1);
            lines.subList(from, to).stream()
                    .map(Furniture::form)
                    .distinct()
                    .forEach(form -> times.merge(form, 1, Integer::sum));
        }
        var out = new HashSet<Line>();
        numbers.forEach(at -> out.add(lines.get(at)));
        int often = Math.max(2, numbers.size() - 1);
        lines.stream().filter(line -> times.getOrDefault(form(line), 0) >= often).forEach(out::add);
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
        if (found.size() < 2) {
            found.clear();
        }
        found.addAll(counted(lines));
        return found;
    }

    /// Lines that repeat but for a number that counts up, set like a header or footer.
    private static List<Integer> counted(List<Line> lines) {
        var forms = new LinkedHashMap<String, List<Integer>>();
        for (int at = 0; at < lines.size(); at++) {
            var text = lines.get(at).text().strip();
            if (text.length() <= LONGEST && SET_LIKE_FURNITURE.matcher(text).find()) {
                forms.computeIfAbsent(lastNumberLeftOut(text), _ -> new ArrayList<>()).add(at);
            }
        }
        var found = new ArrayList<Integer>();
        for (var places : forms.values()) {
            var numbers = places.stream().map(at -> lastNumber(lines.get(at).text())).toList();
            if (numbers.size() >= 2 && countsUp(numbers)) {
                found.addAll(places);
            }
        }
        return found;
    }

    private static boolean countsUp(List<Integer> numbers) {
        for (int at = 1; at < numbers.size(); at++) {
            if (numbers.get(at) != numbers.get(at - 1) + 1) {
                return false;
            }
        }
        return numbers.getFirst() >= 0;
    }

    private static int lastNumber(String text) {
        var match = LAST_NUMBER.matcher(text.strip());
        return match.find() ? Integer.parseInt(match.group(1)) : -1;
    }

    private static String lastNumberLeftOut(String text) {
        return LAST_NUMBER.matcher(text).replaceFirst("#$2").replaceAll("\\s+", " ");
    }

    static boolean isPageNumber(String text) {
        return PAGE_NUMBER.matcher(text.strip()).matches();
    }

    private static String form(Line line) {
        return form(line.text());
    }

    /// The text with every number alike.
    static String form(String text) {
        return text.strip().replaceAll("\\d+", "#").replaceAll("\\s+", " ");
    }
}
