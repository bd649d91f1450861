// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.samband.instrument.source.PdfLetters.Glyph;

/// Puts letters into rows by their baselines, and cuts rows into pieces at wide gaps.
final class PdfRows {
    /// Share of the letter size by which baselines of one row may differ.
    private static final double BASELINE = 0.45;

    /// Gap within a word, as a share of the letter size, from which a space stands there.
    private static final double SPACE = 0.18;

    /// Gap from which a piece ends, as a multiple of the letter size.
    private static final double PIECE = 1.4;

    /// Share of the size of the letters around it below which a raised figure marks a note.
    private static final double RAISED = 0.82;

    private PdfRows() {}

    /// A run of letters without a wide gap.
    record Piece(String text, double left, double right, double y, double size, boolean bold) {}

    static List<Piece> of(List<Glyph> glyphs) {
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
        var pieces = new ArrayList<Piece>();
        var row = new ArrayList<Glyph>();
        double base = 0;
        for (var glyph : sorted) {
            double size = row.isEmpty() ? glyph.size() : Math.max(largest(row), glyph.size());
            if (!row.isEmpty() && glyph.y() - base > size * BASELINE) {
                pieces(row, pieces);
                row.clear();
            }
            row.add(glyph);
            base = row.size() == 1 || glyph.size() >= largest(row) ? glyph.y() : base;
        }
        pieces(row, pieces);
        return marksJoined(pieces);
    }

    /// A raised figure that stands in a row of another column belongs where it touches a word.
    private static List<Piece> marksJoined(List<Piece> pieces) {
        var joined = new ArrayList<>(pieces);
        for (var mark : pieces) {
            if (!mark.text().matches("[\\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")) {
                continue;
            }
            for (int at = 0; at < joined.size(); at++) {
                var piece = joined.get(at);
                boolean touches =
                        Math.abs(piece.right() - mark.left()) < 2.5
                                && piece.y() > mark.y() + 1
                                && piece.y() - mark.y() < piece.size()
                                && mark.size() < piece.size() * RAISED;
                if (touches) {
                    joined.set(
                            at,
                            new Piece(
                                    piece.text() + raised(mark.text()),
                                    piece.left(),
                                    mark.right(),
                                    piece.y(),
                                    piece.size(),
                                    piece.bold()));
                    joined.remove(mark);
                    break;
                }
            }
        }
        return joined;
    }

    private static String raised(String figures) {
        var out = new StringBuilder();
        figures.chars()
                .forEach(c ->
                        out.append(
                                Character.isDigit(c) && c < 128
                                        ? "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')
                                        : (char) c));
        return out.toString();
    }

    private static double largest(List<Glyph> row) {
        double largest = 0;
        for (int at = Math.max(0, row.size() - 200); at < row.size(); at++) {
            largest = Math.max(largest, row.get(at).size());
        }
        return largest;
    }

    private static void pieces(List<Glyph> row, List<Piece> pieces) {
        if (row.isEmpty()) {
            return;
        }
        row.sort(Comparator.comparingDouble(Glyph::x));
        var piece = new ArrayList<Glyph>();
        for (var glyph : row) {
            if (!piece.isEmpty()
                    && !glyph.text().isBlank()
                    && glyph.x() - end(piece) > PIECE * Math.max(glyph.size(), 4)) {
                add(piece, pieces);
                piece.clear();
            }
            piece.add(glyph);
        }
        add(piece, pieces);
    }

    private static double end(List<Glyph> piece) {
        for (int at = piece.size() - 1; at >= 0; at--) {
            if (!piece.get(at).text().isBlank()) {
                return piece.get(at).right();
            }
        }
        return piece.getFirst().x();
    }

    private static void add(List<Glyph> piece, List<Piece> pieces) {
        var letters = piece.stream().filter(glyph -> !glyph.text().isBlank()).toList();
        if (letters.isEmpty()) {
            return;
        }
        double size = usual(letters);
        double y =
                letters.stream()
                        .filter(glyph -> glyph.size() >= size * RAISED)
                        .mapToDouble(Glyph::y)
                        .max()
                        .orElse(letters.getFirst().y());
        boolean bold = letters.stream().filter(Glyph::bold).count() * 10 >= letters.size() * 9L;
        pieces.add(
                new Piece(
                        text(piece, size, y),
                        letters.getFirst().x(),
                        letters.getLast().right(),
                        y,
                        size,
                        bold));
    }

    private static double usual(List<Glyph> letters) {
        return letters.stream()
                .mapToDouble(Glyph::size)
                .sorted()
                .skip(letters.size() / 2)
                .findFirst()
                .orElse(0);
    }

    private static String text(List<Glyph> piece, double size, double y) {
        var out = new StringBuilder();
        double end = Double.NaN;
        for (var glyph : piece) {
            boolean gap = !Double.isNaN(end) && glyph.x() - end > SPACE * Math.max(glyph.size(), 4);
            if (gap && !out.toString().endsWith(" ") && !glyph.text().isBlank()) {
                out.append(' ');
            }
            boolean raised =
                    glyph.size() < size * RAISED
                            && glyph.y() < y - size * 0.15
                            && glyph.text().matches("\\d");
            out.append(
                    raised
                            ? "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(glyph.text().charAt(0) - '0').substring(0, 1)
                            : glyph.text());
            end = glyph.text().isBlank() ? end : glyph.right();
        }
        return Characters.spaced(out.toString());
    }
}
