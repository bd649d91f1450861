// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// The styles of a text document: headings with their levels, so that a program lists them, the
/// language of the words, and points. Source: ECMA-376, part 1, section 17.7.
final class DocxStyles {
    static final String TITLE = "Title";
    static final String[] HEADINGS = {"Heading1", "Heading2"};

    /// In half points and twentieths of a point.
    private static final int HALF = 2;

    private static final int TWENTIETHS = 20;
    private static final String FONT = "Calibri";

    private DocxStyles() {}

    /// @param body size of letters in points
    static void in(XWPFDocument document, String language, int body) {
        var styles = document.createStyles();
        styles.setDefaultFonts(fonts());
        var letters = styles.getDefaultRunStyle();
        var lang = "nb".equals(language) ? "nb-NO" : "en-GB";
        styles.setSpellingLanguage(lang);
        letters.getRPr().addNewSz().setVal(BigInteger.valueOf((long) body * HALF));
        styles.addStyle(style("Normal", "Normal", body, false, -1));
        styles.addStyle(style(TITLE, "Title", body + 6, true, -1));
        styles.addStyle(style(HEADINGS[0], "heading 1", body + 2, true, 0));
        styles.addStyle(style(HEADINGS[1], "heading 2", body, true, 1));
    }

    private static org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts fonts() {
        var fonts =
                org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts.Factory
                        .newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        return fonts;
    }

    private static XWPFStyle style(String id, String name, int size, boolean bold, int level) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        if (!id.equals("Normal")) {
            style.addNewBasedOn().setVal("Normal");
            style.addNewNext().setVal("Normal");
        } else {
            style.setDefault(true);
        }
        var paragraph = style.addNewPPr();
        if (bold) {
            paragraph.addNewKeepNext();
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(bold ? 6 * TWENTIETHS : 0));
        spacing.setAfter(BigInteger.valueOf(3 * TWENTIETHS));
        if (level >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        }
        var letters = style.addNewRPr();
        if (bold) {
            letters.addNewB();
        }
        letters.addNewSz().setVal(BigInteger.valueOf((long) size * HALF));
        return new XWPFStyle(style);
    }

    /// The number of the list to which points belong.
    static BigInteger points(XWPFDocument document) {
        var kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.ONE);
        var level = kind.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("–");
        var place = level.addNewPPr().addNewInd();
        place.setLeft(BigInteger.valueOf(284));
        place.setHanging(BigInteger.valueOf(284));
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
    }
}
