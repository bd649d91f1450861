// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// A workbook of one sheet, written line by line. A cell is a text, a number or a day and never a
/// formula, so no cell is worked out; the marking stands at the head and foot of each printed page.
public final class SheetTable implements LineTable {
    /// Lines in memory; those before are on disk until the file is sent.
    private static final int WINDOW = 200;

    /// In 1/256 of a character.
    private static final int WIDTH = 24 * 256;

    /// A limit of the form of the file. Source: ECMA-376, section 18.
    private static final int LONGEST = 32_767;

    private final SXSSFWorkbook book = new SXSSFWorkbook(null, WINDOW, false, true);
    private final SXSSFSheet sheet;
    private final CellStyle bold;
    private final CellStyle text;
    private final CellStyle day;
    private final OutputStream out;
    private int next;

    public SheetTable(String title, OutputStream out) {
        this.out = out;
        sheet = book.createSheet(title);
        var font = book.createFont();
        font.setBold(true);
        bold = book.createCellStyle();
        bold.setFont(font);
        text = book.createCellStyle();
        text.setQuotePrefixed(true);
        day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    @Override
    public void marked(String banner) {
        // An ampersand begins a command in heads and feet of sheets.
        var safe = banner.replace("&", "&&");
        sheet.getHeader().setCenter(safe);
        sheet.getFooter().setCenter(safe);
    }

    @Override
    public void above(String name, String value) {
        bold(List.of(name, value));
    }

    @Override
    public void heads(List<String> titles) {
        next++;
        for (int i = 0; i < titles.size(); i++) {
            sheet.setColumnWidth(i, WIDTH);
        }
        bold(titles);
        sheet.createFreezePane(0, next);
    }

    @Override
    public void line(List<String> cells) {
        var row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            write(row, i, cells.get(i));
        }
    }

    @Override
    public void typed(List<Cell> cells) {
        var row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Cell.Words(var words) -> write(row, i, words);
                case Cell.Count(_, var number) -> row.createCell(i).setCellValue((double) number);
                case Cell.Day(_, var on) -> {
                    var cell = row.createCell(i);
                    cell.setCellValue(on);
                    cell.setCellStyle(day);
                }
            }
        }
    }

    private void bold(List<String> cells) {
        line(cells);
        sheet.getRow(next - 1).forEach(cell -> cell.setCellStyle(bold));
    }

    private void write(Row row, int place, String value) {
        if (!value.isEmpty()) {
            var cell = row.createCell(place);
            cell.setCellValue(value.length() <= LONGEST ? value : value.substring(0, LONGEST));
            if (LineTable.looksLikeFormula(value)) {
                cell.setCellStyle(text);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (book) {
            book.write(out);
        }
    }
}
