// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// Sets a marked text as a DOCX. The marks are told in `numbering.expected.yaml`.
final class DocxSample {
    private final XWPFDocument document = new XWPFDocument();
    private final BigInteger numbered;
    private final List<List<String>> rows = new ArrayList<>();
    private BigInteger lettered = BigInteger.ZERO;
    private BigInteger bulleted = BigInteger.ZERO;

    private DocxSample() {
        style("Title", "Title", -1);
        style("Heading1", "heading 1", 0);
        style("Heading2", "heading 2", 1);
        numbered = numbering(0, new String[][] {{"decimal", "%1."}});
    }

    static byte[] of(String marked) throws IOException {
        var sample = new DocxSample();
        for (var row : marked.lines().toList()) {
            int space = row.indexOf(' ');
            sample.row(row.substring(0, space), row.substring(space + 1));
        }
        sample.table();
        var out = new ByteArrayOutputStream();
        sample.document.write(out);
        sample.document.close();
        return out.toByteArray();
    }

    private void row(String mark, String text) {
        if (!mark.equals("X") && !mark.equals("S")) {
            table();
        }
        switch (mark) {
            case "T" -> styled("Title", text);
            case "H1" -> styled("Heading1", text);
            case "H2" -> styled("Heading2", text);
            case "N" -> {
                lettered = BigInteger.ZERO;
                number(text, numbered, 0);
            }
            case "L" -> number(text, letters(), 0);
            case "R" -> number(text, letters(), 1);
            case "B" -> number(text, bullets(), 0);
            case "C" -> fill(document.createParagraph(), text);
            case "X", "S" -> rows.add(List.of(text.split("\\|", -1)));
            default -> throw new IllegalArgumentException(mark);
        }
    }

    private BigInteger letters() {
        if (lettered.equals(BigInteger.ZERO)) {
            lettered =
                    numbering(1, new String[][] {{"lowerLetter", "(%1)"}, {"lowerRoman", "(%2)"}});
        }
        return lettered;
    }

    private BigInteger bullets() {
        if (bulleted.equals(BigInteger.ZERO)) {
            bulleted = numbering(2, new String[][] {{"bullet", "\uF0B7"}});
        }
        return bulleted;
    }

    private void styled(String style, String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        fill(paragraph, text);
    }

    private void number(String text, BigInteger numbering, int level) {
        var paragraph = document.createParagraph();
        paragraph.setNumID(numbering);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        fill(paragraph, text);
    }

    private void fill(XWPFParagraph paragraph, String text) {
        int note = text.indexOf('^');
        int change = text.indexOf('~');
        if (note >= 0) {
            paragraph.createRun().setText(text.substring(0, note));
            var footnote = document.createFootnote();
            footnote.createParagraph().createRun().setText(text.substring(note + 1));
            paragraph.addFootnoteReference(footnote);
        } else if (change >= 0) {
            paragraph.createRun().setText(text.substring(0, change));
            var struck = paragraph.getCTP().addNewDel();
            struck.setAuthor("EXERCISE");
            struck.addNewR()
                    .addNewDelText()
                    .setStringValue(text.substring(change + 1, text.length() - 1));
        } else {
            paragraph.createRun().setText(text);
        }
    }

    private void table() {
        if (rows.isEmpty()) {
            return;
        }
        var table = document.createTable(rows.size(), rows.getFirst().size());
        for (int row = 0; row < rows.size(); row++) {
            for (int cell = 0; cell < rows.get(row).size(); cell++) {
                table.getRow(row).getCell(cell).setText(rows.get(row).get(cell));
            }
        }
        rows.clear();
    }

    private void style(String id, String name, int outline) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        if (outline >= 0) {
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private BigInteger numbering(int id, String[][] levels) {
        var form = CTAbstractNum.Factory.newInstance();
        form.setAbstractNumId(BigInteger.valueOf(id));
        for (int at = 0; at < levels.length; at++) {
            var level = form.addNewLvl();
            level.setIlvl(BigInteger.valueOf(at));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(STNumberFormat.Enum.forString(levels[at][0]));
            level.addNewLvlText().setVal(levels[at][1]);
        }
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(form)));
    }
}
