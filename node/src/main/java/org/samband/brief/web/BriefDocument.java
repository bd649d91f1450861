// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.samband.brief.Brief;

/// A brief as a text document (ECMA-376): the marking at head and foot of each page, with the
/// circle, where it comes from and the number of the page.
final class BriefDocument {
    private static final int BODY = 10;
    private static final int SMALL = 8;

    /// In twentieths of a point: 2 cm.
    private static final BigInteger MARGIN = BigInteger.valueOf(1134);

    private final XWPFDocument document = new XWPFDocument();
    private final Brief brief;
    private final BriefView view;
    private final String banner;

    private BriefDocument(Brief brief, BriefView view, String banner) {
        this.brief = brief;
        this.view = view;
        this.banner = banner;
    }

    static void write(Brief brief, BriefView view, String banner, OutputStream out)
            throws IOException {
        var written = new BriefDocument(brief, view, banner);
        try (written.document) {
            written.write();
            written.document.write(out);
        }
    }

    private void write() {
        var words = view.words();
        var margins = document.getDocument().getBody().addNewSectPr().addNewPgMar();
        margins.setTop(MARGIN);
        margins.setBottom(MARGIN);
        margins.setLeft(MARGIN);
        margins.setRight(MARGIN);
        document.getProperties().getCoreProperties().setTitle(brief.meeting().title());
        said(paragraph(), banner + " · " + words.of("brief.circle"), SMALL, true);
        heading(brief.meeting().title(), "Title", 16);
        brief.day()
                .ifPresent(day ->
                        said(paragraph(), words.of("brief.on", words.day(day)), BODY, false));
        if (!brief.lines().isEmpty()) {
            heading(words.of("brief.lines"), "Heading1", 12);
            brief.lines().forEach(note -> point(note.text()));
        }
        for (var topic : brief.topics()) {
            heading(view.area(topic), "Heading1", 12);
            for (var part : view.parts(topic)) {
                heading(part.heading(), "Heading2", BODY);
                part.lines().forEach(this::point);
            }
        }
        frame(document.createHeader(HeaderFooterType.DEFAULT));
        frame(document.createFooter(HeaderFooterType.DEFAULT));
    }

    /// The marking stands at the head and the foot of every page.
    private void frame(XWPFHeaderFooter place) {
        var line = place.createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        said(line, banner, SMALL, true);
        var about = place.createParagraph();
        about.setAlignment(ParagraphAlignment.CENTER);
        said(about, view.words().of("brief.circle") + " · " + view.source() + " · ", SMALL, false);
        field(about, "PAGE");
        said(about, " / ", SMALL, false);
        field(about, "NUMPAGES");
    }

    private static void field(XWPFParagraph in, String instruction) {
        in.getCTP().addNewFldSimple().setInstr(instruction);
    }

    private XWPFParagraph paragraph() {
        var paragraph = document.createParagraph();
        paragraph.setSpacingAfter(60);
        return paragraph;
    }

    private void heading(String text, String style, int size) {
        var heading = paragraph();
        heading.setStyle(style);
        heading.setSpacingBefore(120);
        heading.setKeepNext(true);
        said(heading, text, size, true);
    }

    private void point(String text) {
        var point = paragraph();
        point.setIndentationLeft(284);
        point.setIndentationHanging(284);
        var run = point.createRun();
        run.setFontSize(BODY);
        run.setText("–");
        run.addTab();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            run.setText(lines.get(i));
            if (i < lines.size() - 1) {
                run.addBreak();
            }
        }
    }

    private static void said(XWPFParagraph in, String text, int size, boolean bold) {
        var run = in.createRun();
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }
}
