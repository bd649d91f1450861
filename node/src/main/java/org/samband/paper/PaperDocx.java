// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/// A paper as a text document (ECMA-376) that officers can go on writing in: the marking at head
/// and foot of each page, real headings, lists and tables.
public final class PaperDocx {
    /// In twentieths of a point: behind a numbered point, and where a signature is written.
    private static final int POINT_AFTER = 140;

    private static final int SIGNATURE = 700;

    private static final int SMALL = 8;
    private static final int TINY = 7;

    /// A4 in twentieths of a point. Source: ISO 216.
    private static final long SHORT_SIDE = 11_906;

    private static final long LONG_SIDE = 16_838;

    /// 2 cm.
    private static final BigInteger MARGIN = BigInteger.valueOf(1134);

    private static final int FIGURE_WIDTH = 482;

    private final XWPFDocument document = new XWPFDocument();
    private final Paper paper;
    private final int body;
    private final BigInteger list;

    private PaperDocx(Paper paper) {
        this.paper = paper;
        body = paper.form() == Paper.Form.ROOMY ? 11 : 8;
        DocxStyles.in(document, paper.language(), body);
        list = DocxStyles.points(document);
    }

    public static byte[] of(Paper paper) {
        var written = new PaperDocx(paper);
        var out = new ByteArrayOutputStream();
        try (written.document) {
            written.write();
            written.document.write(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private void write() {
        page();
        var about = document.getProperties().getCoreProperties();
        about.setTitle(paper.title());
        about.setDescription(paper.subject());
        about.setCreator("Samband");
        styled(DocxStyles.TITLE, paper.title());
        paper.blocks().forEach(this::block);
        frame(document.createHeader(HeaderFooterType.DEFAULT), false);
        frame(document.createFooter(HeaderFooterType.DEFAULT), true);
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var wide = paper.form() == Paper.Form.WIDE;
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide ? LONG_SIDE : SHORT_SIDE));
        size.setH(BigInteger.valueOf(wide ? SHORT_SIDE : LONG_SIDE));
        size.setOrient(wide ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        var margins = section.addNewPgMar();
        margins.setTop(MARGIN);
        margins.setBottom(MARGIN);
        margins.setLeft(MARGIN);
        margins.setRight(MARGIN);
        margins.setHeader(BigInteger.valueOf(454));
        margins.setFooter(BigInteger.valueOf(454));
    }

    /// The marking stands at the head and the foot of every page.
    private void frame(XWPFHeaderFooter place, boolean foot) {
        said(centred(place), paper.frame().marking(), SMALL, true);
        if (foot) {
            var about = centred(place);
            var frame = paper.frame();
            said(about, frame.circle() + " · " + frame.source() + " · ", SMALL, false);
            for (var part : frame.page().split("(?=\\{)|(?<=})", -1)) {
                switch (part) {
                    case "{0}" -> counted(about, "PAGE");
                    case "{1}" -> counted(about, "NUMPAGES");
                    default -> said(about, part, SMALL, false);
                }
            }
        }
    }

    /// A number that the reading program counts, as large as the words around it.
    private static void counted(XWPFParagraph in, String what) {
        var field = in.getCTP().addNewFldSimple();
        field.setInstr(what);
        var run = field.addNewR();
        run.addNewRPr().addNewSz().setVal(BigInteger.valueOf(2L * SMALL));
        run.addNewT().setStringValue("1");
    }

    private static XWPFParagraph centred(XWPFHeaderFooter place) {
        var line = place.createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        return line;
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(var level, var text) -> styled(DocxStyles.HEADINGS[level - 1], text);
            case Block.Text(var text) -> said(document.createParagraph(), text, body, false);
            case Block.Points points -> points(points);
            case Block.Numbered(var points) -> points.forEach(this::point);
            case Block.Table table -> table(table);
            case Block.Facts(var facts) -> facts(facts);
            case Block.Figure(var plot) -> figure(plot);
            case Block.Signatures(var parties) -> signatures(parties);
            case Block.Exact(var text) -> said(document.createParagraph(), text, TINY, false);
            case Block.NewPage() -> document.createParagraph().createRun().addBreak(BreakType.PAGE);
        }
    }

    private void styled(String style, String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    private void points(Block.Points points) {
        if (points.runsIn(paper.form())) {
            var line = document.createParagraph();
            line.setSpacingAfter(20);
            said(line, points.lead() + ": ", body, true);
            said(line, points.lines().getFirst(), body, false);
            return;
        }
        if (!points.lead().isEmpty()) {
            var lead = document.createParagraph();
            // Spacing first: it makes the properties that the other one needs.
            lead.setSpacingAfter(0);
            lead.setKeepNext(true);
            said(lead, points.lead(), body, true);
        }
        for (var line : points.lines()) {
            var point = document.createParagraph();
            point.setNumID(list);
            point.setNumILvl(BigInteger.ZERO);
            point.setSpacingAfter(20);
            said(point, line, body, false);
        }
    }

    private void point(Block.Point point) {
        var number = point.number() + ". ";
        var said = point.heading().isEmpty() ? number + point.text() : point.text();
        if (!point.heading().isEmpty()) {
            styled(DocxStyles.HEADINGS[0], number + point.heading());
        }
        var paragraph = document.createParagraph();
        paragraph.setSpacingAfter(POINT_AFTER);
        said(paragraph, said, body, false);
    }

    private void table(Block.Table table) {
        if (!table.caption().isEmpty()) {
            var caption = document.createParagraph();
            caption.setSpacingAfter(40);
            caption.setKeepNext(true);
            said(caption, table.caption(), body, true);
        }
        var made = grid(table.rows().size() + 1, table.heads().size());
        made.getRow(0).setRepeatHeader(true);
        fill(made, 0, table.heads(), true);
        for (int i = 0; i < table.rows().size(); i++) {
            made.getRow(i + 1).setCantSplitRow(true);
            fill(made, i + 1, table.rows().get(i), false);
        }
        var all = new ArrayList<>(List.of(table.heads()));
        all.addAll(table.rows());
        DocxColumns.set(made, all, between());
        document.createParagraph().setSpacingAfter(0);
    }

    /// Between the margins.
    private long between() {
        return (paper.form() == Paper.Form.WIDE ? LONG_SIDE : SHORT_SIDE)
                - 2 * MARGIN.longValueExact();
    }

    private void facts(List<Block.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var made = grid(facts.size(), 2);
        for (int i = 0; i < facts.size(); i++) {
            fill(made, i, List.of(facts.get(i).name(), facts.get(i).value()), false);
        }
        DocxColumns.set(
                made,
                facts.stream().map(fact -> List.of(fact.name(), fact.value())).toList(),
                between());
        document.createParagraph().setSpacingAfter(0);
    }

    private void signatures(List<Block.Fact> parties) {
        document.createParagraph();
        var made = grid(3, parties.size());
        made.removeBorders();
        fill(made, 0, parties.stream().map(Block.Fact::name).toList(), true);
        made.getRow(1).setHeight(SIGNATURE);
        fill(made, 2, parties.stream().map(Block.Fact::value).toList(), false);
    }

    private XWPFTable grid(int rows, int columns) {
        var made = document.createTable(rows, columns);
        made.setWidth("100%");
        return made;
    }

    private void fill(XWPFTable table, int row, List<String> cells, boolean bold) {
        var size = paper.form() == Paper.Form.WIDE ? TINY : Math.min(body, 9);
        for (int i = 0; i < cells.size(); i++) {
            said(first(table.getRow(row).getCell(i)), cells.get(i), size, bold);
        }
    }

    private static XWPFParagraph first(XWPFTableCell cell) {
        var paragraph = cell.getParagraphs().getFirst();
        paragraph.setSpacingAfter(0);
        return paragraph;
    }

    private void figure(Plot plot) {
        var drawing = Drawing.of(plot);
        var height = (int) Math.round(drawing.height() * FIGURE_WIDTH / Drawing.WIDTH);
        try (var picture = new ByteArrayInputStream(PlotInk.picture(drawing))) {
            document.createParagraph()
                    .createRun()
                    .addPicture(
                            picture,
                            PictureType.PNG,
                            "plot.png",
                            Units.toEMU(FIGURE_WIDTH),
                            Units.toEMU(height))
                    .getCTPicture()
                    .getNvPicPr()
                    .getCNvPr()
                    .setDescr(plot.says());
        } catch (IOException | InvalidFormatException broken) {
            throw new IllegalStateException("a drawing is a picture", broken);
        }
    }

    private static void said(XWPFParagraph in, String text, int size, boolean bold) {
        var run = in.createRun();
        run.setFontSize(size);
        run.setBold(bold);
        var lines = text.strip().equals(text) ? text.split("\n", -1) : new String[] {text};
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i]);
        }
    }
}
