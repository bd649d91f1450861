// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.samband.instrument.source.Line.Look;
import org.samband.instrument.source.Line.Place;
import org.samband.instrument.source.Line.Role;
import org.samband.instrument.source.PdfRows.Piece;

/// From pieces of rows to lines in the order of reading: full width, then column by column.
final class PdfLayout {
    /// A column is at least this share of the width of the text.
    private static final double COLUMN = 0.25;

    /// Rows that stand side by side before a gutter is believed.
    private static final int SIDE_BY_SIDE = 3;

    /// Points by which the left edge of a column may waver.
    private static final double EDGE = 30;

    /// Share of the usual size below which a letter is a footnote's.
    private static final double NOTE = 0.88;

    /// Distance of rows, as a multiple of the usual one, from which a paragraph ends.
    private static final double WIDE = 1.35;

    private final List<Line> lines = new ArrayList<>();
    private final double size;
    private int row;

    private PdfLayout(List<PdfPage> pages) {
        this.size = usual(pages);
    }

    static List<Line> lines(List<PdfPage> pages) {
        var layout = new PdfLayout(pages);
        PdfFurniture.removed(pages).forEach(layout::page);
        return Furniture.removed(layout.lines);
    }

    private static double usual(List<PdfPage> pages) {
        var letters = new TreeMap<Double, Integer>();
        for (var page : pages) {
            page.pieces()
                    .forEach(piece ->
                            letters.merge(
                                    Math.round(piece.size() * 2) / 2.0,
                                    piece.text().length(),
                                    Integer::sum));
        }
        return letters.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(10.0);
    }

    private void page(PdfPage page) {
        var pieces = page.pieces();
        if (pieces.isEmpty()) {
            return;
        }
        double left = pieces.stream().mapToDouble(Piece::left).min().orElse(0);
        double right = pieces.stream().mapToDouble(Piece::right).max().orElse(page.width());
        double gutter = gutter(pieces, left, right);
        if (Double.isNaN(gutter)) {
            column(joined(pieces), page.number(), left, right, 0);
            return;
        }
        bands(pieces, page.number(), left, right, gutter);
    }

    /// Where the right column begins; NaN where there are no columns.
    private static double gutter(List<Piece> pieces, double left, double right) {
        double best = Double.NaN;
        int most = 0;
        for (var piece : pieces) {
            double at = piece.left() - 1;
            if (at < left + (right - left) * COLUMN || at > right - (right - left) * COLUMN) {
                continue;
            }
            int beside = beside(pieces, at);
            if (beside > most) {
                most = beside;
                best = at;
            }
        }
        return most >= SIDE_BY_SIDE ? best : Double.NaN;
    }

    /// Pieces that begin at the gutter and have pieces to their left at the same height; none where
    /// as many cross the gutter.
    private static int beside(List<Piece> pieces, double at) {
        var first =
                pieces.stream()
                        .filter(piece -> piece.right() <= at && piece.text().length() > 4)
                        .toList();
        double top = first.stream().mapToDouble(Piece::y).min().orElse(Double.NaN);
        double bottom = first.stream().mapToDouble(Piece::y).max().orElse(Double.NaN);
        int beside = 0;
        int crossing = 0;
        for (var piece : pieces) {
            if (piece.left() < at && piece.right() > at) {
                crossing++;
            } else if (piece.left() >= at
                    && piece.left() < at + EDGE
                    && piece.y() >= top - piece.size()
                    && piece.y() <= bottom + piece.size()) {
                beside++;
            }
        }
        return Math.min(beside, first.size()) > crossing ? Math.min(beside, first.size()) : 0;
    }

    private void bands(List<Piece> pieces, int page, double left, double right, double gutter) {
        var one = new ArrayList<Piece>();
        var two = new ArrayList<Piece>();
        var full = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece.left() < gutter && piece.right() > gutter) {
                columns(one, two, page, left, right, gutter);
                full.add(piece);
            } else {
                column(joined(full), page, left, right, 0);
                full.clear();
                (piece.left() < gutter ? one : two).add(piece);
            }
        }
        columns(one, two, page, left, right, gutter);
        column(joined(full), page, left, right, 0);
    }

    private void columns(
            List<Piece> one, List<Piece> two, int page, double left, double right, double gutter) {
        double end = one.stream().mapToDouble(Piece::right).max().orElse(gutter);
        double begin = two.stream().mapToDouble(Piece::left).min().orElse(gutter);
        double close = two.stream().mapToDouble(Piece::right).max().orElse(right);
        boolean beside = !one.isEmpty() && !two.isEmpty();
        double width = Math.max(end - left, close - begin);
        column(joined(one), page, left, beside ? left + width : right, beside ? 1 : 0);
        column(joined(two), page, begin, beside ? begin + width : right, beside ? 2 : 0);
        one.clear();
        two.clear();
    }

    /// Pieces of one row as one, for instance a number and its text.
    private static List<Piece> joined(List<Piece> pieces) {
        var sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Piece::y).thenComparingDouble(Piece::left));
        var joined = new ArrayList<Piece>();
        for (var piece : sorted) {
            if (!joined.isEmpty()
                    && Math.abs(joined.getLast().y() - piece.y()) < piece.size() / 3) {
                var before = joined.removeLast();
                boolean after = before.left() <= piece.left();
                var text =
                        after
                                ? before.text() + " " + piece.text()
                                : piece.text() + " " + before.text();
                joined.add(
                        new Piece(
                                text,
                                Math.min(before.left(), piece.left()),
                                Math.max(before.right(), piece.right()),
                                before.y(),
                                Math.max(before.size(), piece.size()),
                                before.bold() && piece.bold()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private void column(List<Piece> pieces, int page, double left, double right, int column) {
        double usual = distance(pieces);
        double before = Double.NaN;
        for (var piece : pieces) {
            boolean blank = Double.isNaN(before) || piece.y() - before > usual * WIDE;
            boolean note = piece.size() < size * NOTE && below(pieces, piece);
            double reach =
                    Math.min(1, Math.max(0.01, (piece.right() - left) / Math.max(1, right - left)));
            var look =
                    new Look(
                            (int) Math.round(piece.left() - left),
                            reach,
                            piece.size(),
                            piece.bold());
            lines.add(
                    new Line(
                            piece.text(),
                            "",
                            note ? Role.NOTE : Role.PLAIN,
                            0,
                            look,
                            new Place(page, ++row, column),
                            false,
                            blank));
            before = piece.y();
        }
    }

    /// True where nothing of the usual size stands below it.
    private boolean below(List<Piece> pieces, Piece small) {
        return pieces.stream()
                .noneMatch(other ->
                        other.y() > small.y()
                                && other.size() >= size * NOTE
                                && other.text().length() > 12);
    }

    private static double distance(List<Piece> pieces) {
        var distances = new ArrayList<Double>();
        for (int at = 1; at < pieces.size(); at++) {
            distances.add(pieces.get(at).y() - pieces.get(at - 1).y());
        }
        distances.sort(null);
        return distances.isEmpty() ? 14 : Math.max(4, distances.get((distances.size() - 1) / 2));
    }
}
