// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.samband.instrument.source.Characters;
import org.samband.instrument.source.Line;

/// Footnotes: taken out of the text with their marks, kept beside it.
final class Notes {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern NOTE =
            Pattern.compile(
                    "\\s*(?:\\[(\\d{1,3}|\\*{1,3})\\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(\\*{1,3})(?=\\S))\\s*(\\S.*)");
    private static final Pattern NUMBERED = Pattern.compile("\\s*(\\d{1,3})[.)]?\\s+(\\S.*)");

    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<Line> text = new ArrayList<>();

    private Notes() {}

    static Notes of(List<Line> lines) {
        var notes = new Notes();
        var under = new ArrayList<Line>();
        var taken = false;
        for (var line : lines) {
            boolean goesOn =
                    taken
                            && !line.afterBlank()
                            && line.role() == Line.Role.PLAIN
                            && !line.closed()
                            && !NUMBERED.matcher(line.text()).matches();
            if (line.role() == Line.Role.NOTE
                    || (NOTE.matcher(line.text()).matches() && line.role() == Line.Role.PLAIN)
                    || goesOn) {
                under.add(line);
                taken = true;
            } else {
                notes.text.add(taken ? line.after(true) : line);
                taken = false;
            }
        }
        notes.take(under);
        notes.text.replaceAll(notes::unmarked);
        return notes;
    }

    List<Line> text() {
        return text;
    }

    /// Each as `label text`.
    List<String> printed() {
        return notes.entrySet().stream()
                .map(note -> (note.getKey() + " " + note.getValue()).strip())
                .toList();
    }

    private void take(List<Line> under) {
        var joining = new Joining(under);
        var label = "";
        for (var line : under) {
            var begun = label(line);
            if (begun.length > 0) {
                label = notes.containsKey(begun[0]) ? begun[0] + "+" : begun[0];
                notes.put(label, Characters.spaced(begun[1]));
            } else {
                notes.merge(label, Characters.spaced(line.text()), joining::join);
            }
        }
    }

    private static String[] label(Line line) {
        if (!line.label().isEmpty()) {
            return new String[] {plain(line.label()), line.text()};
        }
        var note = NOTE.matcher(line.text());
        if (note.matches()) {
            var label =
                    note.group(1) != null
                            ? note.group(1)
                            : note.group(2) != null ? note.group(2) : note.group(3);
            return new String[] {plain(label), note.group(4)};
        }
        var numbered = NUMBERED.matcher(line.text());
        return numbered.matches()
                ? new String[] {numbered.group(1), numbered.group(2)}
                : new String[0];
    }

    private static String plain(String label) {
        var out = new StringBuilder();
        for (int at = 0; at < label.length(); at++) {
            char c = label.charAt(at);
            int raised = RAISED.indexOf(c);
            out.append(raised < 0 ? c : (char) ('0' + raised));
        }
        return out.toString().replaceAll("[\\[\\]().]", "");
    }

    /// The line without marks of notes that are there.
    private Line unmarked(Line line) {
        if (notes.isEmpty()) {
            return line;
        }
        var mark =
                Pattern.compile("(?<=\\S)\\s?\\[(\\d{1,3}|\\*{1,3})\\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
                        .matcher(line.text());
        var out = new StringBuilder();
        while (mark.find()) {
            var label = plain(mark.group());
            mark.appendReplacement(
                    out,
                    notes.containsKey(label.strip())
                            ? ""
                            : java.util.regex.Matcher.quoteReplacement(mark.group()));
        }
        mark.appendTail(out);
        return line.withText(out.toString());
    }
}
