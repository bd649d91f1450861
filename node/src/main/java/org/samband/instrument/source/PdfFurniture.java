// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.samband.instrument.source.PdfRows.Piece;

/// Takes headers, footers and page numbers off the pages before their columns are told.
final class PdfFurniture {
    /// Rows at each end of a page among which furniture is looked for.
    private static final int EDGE = 3;

    private PdfFurniture() {}

    static List<PdfPage> removed(List<PdfPage> pages) {
        var times = new HashMap<String, Integer>();
        for (var page : pages) {
            edges(page).stream()
                    .map(piece -> Furniture.form(piece.text()))
                    .distinct()
                    .forEach(form -> times.merge(form, 1, Integer::sum));
        }
        return pages.stream().map(page -> without(page, times, pages.size())).toList();
    }

    private static PdfPage without(PdfPage page, Map<String, Integer> times, int pages) {
        var edges = edges(page);
        var kept =
                page.pieces().stream()
                        .filter(piece -> {
                            int often = times.getOrDefault(Furniture.form(piece.text()), 0);
                            boolean repeats = often >= 2 && often * 2 >= pages;
                            return !edges.contains(piece)
                                    || !(repeats || Furniture.isPageNumber(piece.text()));
                        })
                        .toList();
        return new PdfPage(page.number(), page.width(), kept);
    }

    private static List<Piece> edges(PdfPage page) {
        var rows = page.pieces().stream().mapToDouble(Piece::y).distinct().sorted().toArray();
        if (rows.length <= 2 * EDGE) {
            return page.pieces();
        }
        double top = rows[EDGE - 1];
        double bottom = rows[rows.length - EDGE];
        return page.pieces().stream()
                .filter(piece -> piece.y() <= top || piece.y() >= bottom)
                .toList();
    }
}
