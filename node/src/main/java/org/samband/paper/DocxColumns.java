// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/// Widths of the columns of a table, by what stands in them. Without them some programs make all
/// columns alike, and words break in the narrow ones. Source: ECMA-376, part 1, sections 17.4.48
/// and 17.4.71.
final class DocxColumns {
    private static final int LEAST = 6;
    private static final int MOST = 44;

    private DocxColumns() {}

    /// @param rows with a cell for each column; heads among them
    /// @param width of the table in twentieths of a point
    static void set(XWPFTable table, List<List<String>> rows, long width) {
        var shares =
                IntStream.range(0, rows.getFirst().size())
                        .map(column ->
                                rows.stream()
                                        .map(row -> row.get(column))
                                        .mapToInt(DocxColumns::longest)
                                        .max()
                                        .orElse(0))
                        .map(letters -> Math.clamp(letters, LEAST, MOST))
                        .toArray();
        long all = Arrays.stream(shares).sum();
        var grid = table.getCTTbl().addNewTblGrid();
        for (int share : shares) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width * share / all));
        }
        for (var row : table.getRows()) {
            for (int i = 0; i < shares.length; i++) {
                var cell = row.getCell(i).getCTTc();
                var about = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
                var of = about.isSetTcW() ? about.getTcW() : about.addNewTcW();
                of.setType(STTblWidth.DXA);
                of.setW(BigInteger.valueOf(width * shares[i] / all));
            }
        }
    }

    private static int longest(String cell) {
        return cell.lines().mapToInt(String::length).max().orElse(0);
    }
}
