// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Sets a marked text as a PDF in one or two columns, with headers, footers, hyphens, ligatures and
/// footnotes. The marks are told in `two-columns.expected.yaml`.
final class PdfSample {
    private static final float SIZE = 10;
    private static final float SMALL = 7.5f;
    private static final float LEADING = 12.5f;
    private static final float LEFT = 60;
    private static final float TOP = 730;
    private static final float BOTTOM = 150;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final int columns;
    private final List<String> notes = new ArrayList<>();
    private PDPageContentStream page;
    private int number;
    private int column;
    private float y;
    private float top = TOP;

    private PdfSample(int columns) throws IOException {
        this.columns = columns;
        try (var ttf =
                PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = PDType0Font.load(document, ttf);
        }
        var fixed = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        fixed.setTimeInMillis(0);
        document.getDocumentInformation().setCreationDate(fixed);
        open();
    }

    static byte[] of(String marked, int columns) throws IOException {
        var sample = new PdfSample(columns);
        for (var row : marked.lines().toList()) {
            sample.row(row.substring(0, 1), row.substring(2));
        }
        sample.close();
        var out = new ByteArrayOutputStream();
        sample.document.save(out);
        sample.document.close();
        return out.toByteArray();
    }

    private void row(String mark, String text) throws IOException {
        switch (mark) {
            case "T" -> title(text);
            case "H" -> paragraph(text, 0, 1.2f);
            case "P" -> paragraph(text, 0, 0.6f);
            case "B" -> paragraph(text, 14, 0.2f);
            case "Q" -> paragraph(text, 0, 0);
            case "N" -> notes.add(text);
            case "S" -> signature(text);
            default -> throw new IllegalArgumentException(mark);
        }
    }

    private float width() {
        return columns == 1 ? 475 : 225;
    }

    private float left() {
        return LEFT + column * 250;
    }

    private void open() throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
        number++;
        show("OFFICIAL PAPERS No. 7/2026", LEFT, 790, 8);
        show("EN", 520, 790, 8);
        column = 0;
        y = top = TOP;
    }

    private void finish() throws IOException {
        show("Page " + number, 280, 40, 8);
        page.close();
    }

    private void title(String text) throws IOException {
        for (var line : wrapped(text, 475, false)) {
            show(line, LEFT, y, SIZE + 2);
            y -= LEADING + 3;
        }
        top = y - 10;
        y = top;
    }

    private void paragraph(String text, float indent, float space) throws IOException {
        y -= LEADING * space;
        for (var line : wrapped(text, width() - indent, true)) {
            if (y < BOTTOM) {
                next();
            }
            marked(line, left() + indent);
            y -= LEADING;
        }
    }

    private void next() throws IOException {
        if (++column >= columns) {
            finish();
            open();
        } else {
            y = top;
        }
    }

    private void signature(String text) throws IOException {
        if (column > 0 || y < BOTTOM + 60) {
            finish();
            open();
            column = 0;
        }
        var cells = text.split("\\|", -1);
        show(cells[0], LEFT, y, SIZE);
        show(cells[1], LEFT + 250, y, SIZE);
        y -= LEADING;
    }

    private void close() throws IOException {
        float at = 120;
        for (var note : notes) {
            show(note, LEFT, at, SMALL);
            at -= SMALL + 2;
        }
        finish();
    }

    private void marked(String line, float x) throws IOException {
        int mark = line.indexOf('[');
        if (mark < 0) {
            show(line, x, y, SIZE);
            return;
        }
        var text = line.substring(0, mark);
        show(text, x, y, SIZE);
        show(line.substring(mark + 1, line.indexOf(']')), x + wide(text), y + 3.5f, SIZE * 0.6f);
    }

    private void show(String text, float x, float y, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(ligatures(text));
        page.endText();
    }

    private static String ligatures(String text) {
        return text.replace("ffi", "f\uFB01").replace("fi", "\uFB01").replace("fl", "\uFB02");
    }

    private float wide(String text) throws IOException {
        return font.getStringWidth(ligatures(text)) / 1000 * SIZE;
    }

    /// Lines by greedy breaking; a long word that does not fit is broken after its fifth letter.
    private List<String> wrapped(String text, float width, boolean hyphens) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var each : text.split(" ", -1)) {
            var word = each;
            if (!line.isEmpty() && wide(line + " " + word) > width) {
                var head =
                        word.length() > 10 && word.matches("\\p{Ll}+[.,;]?")
                                ? word.substring(0, 5) + "-"
                                : "";
                if (hyphens && !head.isEmpty() && wide(line + " " + head) <= width) {
                    line.append(' ').append(head);
                    word = word.substring(5);
                }
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
