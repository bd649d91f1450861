// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.samband.instrument.source.Line.Look;
import org.samband.instrument.source.Line.Place;

/// Plain text: lines as they are broken, pages by form feeds.
final class TextFile {
    /// Columns of a tabulator.
    private static final int TAB = 8;

    /// Share of the lines that are shorter than the width of the text.
    private static final double MOST_LINES = 0.92;

    private static final Pattern RULE = Pattern.compile("[_=*–—-]{3,}");

    /// Number, raised number or star before a note.
    private static final Pattern MARK =
            Pattern.compile("\\s*(?:\\[?\\(?\\d{1,3}[\\])]?\\s|[⁰¹²³⁴⁵⁶⁷⁸⁹*])");

    private TextFile() {}

    static Source read(String text) {
        Bounds.most(text.length(), Bounds.LETTERS, "letters");
        var pages = text.replace("\r\n", "\n").replace('\r', '\n').split("\f", -1);
        Bounds.most(pages.length, Bounds.PAGES, "pages");
        var width = width(text);
        var lines = new ArrayList<Line>();
        int row = 0;
        for (int page = 1; page <= pages.length; page++) {
            var blank = true;
            for (var each : pages[page - 1].split("\n", -1)) {
                row++;
                var line = Characters.alike(tabs(each)).stripTrailing();
                if (line.isBlank()) {
                    blank = true;
                    continue;
                }
                Bounds.most(lines.size(), Bounds.LINES, "lines");
                var place = new Place(pages.length > 1 ? page : 0, row, 0);
                lines.add(Line.plain(line, look(line, width), place, blank));
                blank = false;
            }
        }
        return new Source(
                "plain text",
                notes(Furniture.removed(lines)),
                pages.length > 1 ? pages.length : 0,
                List.of());
    }

    /// What stands under a rule and begins with the mark of a note is a note; the rule goes.
    private static List<Line> notes(List<Line> lines) {
        var all = new ArrayList<Line>();
        var under = false;
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var text = line.text().strip();
            if (RULE.matcher(text).matches()) {
                under = at + 1 < lines.size() && MARK.matcher(lines.get(at + 1).text()).lookingAt();
                continue;
            }
            under &=
                    !line.afterBlank()
                            || MARK.matcher(line.text()).lookingAt()
                            || RULE.matcher(lines.get(Math.max(0, at - 1)).text().strip())
                                    .matches();
            all.add(under ? line.as(Line.Role.NOTE) : line);
        }
        return all;
    }

    private static Look look(String line, int width) {
        int indent = line.length() - line.stripLeading().length();
        return new Look(indent, Math.min(1, (double) line.length() / width), 0, false);
    }

    private static int width(String text) {
        var lengths =
                Arrays.stream(text.split("[\n\r\f]", -1))
                        .map(String::stripTrailing)
                        .mapToInt(String::length)
                        .filter(length -> length > 0)
                        .sorted()
                        .toArray();
        return lengths.length == 0
                ? 1
                : lengths[Math.min(lengths.length - 1, (int) (lengths.length * MOST_LINES))];
    }

    private static String tabs(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        var out = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\t') {
                out.repeat(' ', TAB - out.length() % TAB);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
