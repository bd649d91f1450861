// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.ArrayList;
import java.util.List;
import org.samband.instrument.Gap;
import org.samband.instrument.source.Line.Look;
import org.samband.instrument.source.Line.Place;
import org.samband.instrument.source.Line.Role;

/// Gathers the lines of a format that tells where its paragraphs begin.
final class Flow {
    /// Longest cell of a table that can hold a signature.
    private static final int CELL = 160;

    private final List<Line> lines = new ArrayList<>();
    private final List<Line> notes = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int row;
    private int column;
    private boolean blank = true;

    /// What the format says about a paragraph.
    ///
    /// @param label that the format gives; empty where none
    record Shape(Role role, String label, int level, int indent, boolean bold) {
        static final Shape PLAIN = new Shape(Role.PLAIN, "", 0, 0, false);
    }

    /// Adds a paragraph; a line break in it begins a new line of the same paragraph, an empty line
    /// a new paragraph.
    void paragraph(String text, Shape shape) {
        var first = true;
        var begins = true;
        for (var part : text.split("\n", -1)) {
            var bare = Characters.spaced(part);
            if (bare.isEmpty() && (shape.label().isEmpty() || !first)) {
                blank = true;
                begins = true;
                continue;
            }
            var label = first ? shape.label() : "";
            line(bare, label, shape, begins);
            first = false;
            begins = false;
        }
    }

    private void line(String text, String label, Shape shape, boolean begins) {
        Bounds.most(++row, Bounds.LINES, "paragraphs");
        var look = new Look(shape.indent(), 0, 0, shape.bold());
        var place = new Place(0, row, column);
        lines.add(
                new Line(
                        text,
                        label,
                        shape.role(),
                        shape.level(),
                        look,
                        place,
                        begins,
                        begins && blank));
        blank = false;
    }

    void blank() {
        blank = true;
    }

    /// A note under the text.
    void note(String label, String text) {
        var bare = Characters.spaced(text);
        if (!bare.isEmpty()) {
            var place = new Place(0, row, 0);
            notes.add(new Line(bare, label, Role.NOTE, 0, Look.PLAIN, place, true, true));
        }
    }

    void gap(String kind, String words) {
        gaps.add(new Gap(kind, "line " + (row + 1), Characters.spaced(words)));
    }

    /// A table of more than one column: labels beside their text, columns of signatures, or a gap.
    void table(List<List<String>> rows) {
        if (rows.stream().allMatch(cells -> cells.size() == 2 && isLabel(cells.getFirst()))) {
            rows.forEach(cells -> {
                blank = true;
                paragraph(cells.getFirst().strip() + " " + cells.getLast(), Shape.PLAIN);
            });
        } else if (rows.size() <= 6
                && rows.stream().flatMap(List::stream).allMatch(Flow::isShort)) {
            columns(rows);
        } else {
            rows.forEach(cells -> gap("table", String.join(" | ", cells)));
        }
        blank = true;
    }

    private void columns(List<List<String>> rows) {
        int most = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int at = 0; at < most; at++) {
            column = at + 1;
            for (var cells : rows) {
                blank = true;
                if (at < cells.size()) {
                    cells.get(at).lines().forEach(text -> paragraph(text, Shape.PLAIN));
                }
            }
        }
        column = 0;
    }

    private static boolean isLabel(String cell) {
        return cell.strip().matches("\\(?[\\p{L}\\p{N}.]{1,5}[.)]\\)?|[•◇▪–-]");
    }

    private static boolean isShort(String cell) {
        return cell.length() <= CELL && !cell.strip().endsWith(".");
    }

    Source source(String format) {
        var all = new ArrayList<>(lines);
        all.addAll(notes);
        return new Source(format, all, 0, gaps);
    }
}
