// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.samband.instrument.InstrumentRule;
import org.samband.instrument.source.Flow.Shape;
import org.samband.instrument.source.Line.Role;
import org.w3c.dom.Element;

/// DOCX: paragraphs with the numbers that their numbering definitions print, headings by style,
/// notes, tables, tracked changes. Source: ECMA-376, part 1, WordprocessingML.
final class DocxFile {
    private static final String DOCUMENT = "word/document.xml";

    private final Flow flow = new Flow();
    private final DocxStyles styles;
    private final DocxNumbers numbers;
    private final DocxRuns runs;

    private DocxFile(Archive archive) throws IOException {
        this.styles = new DocxStyles(part(archive, "word/styles.xml"));
        this.numbers = new DocxNumbers(part(archive, "word/numbering.xml"));
        this.runs = new DocxRuns(flow, styles);
    }

    static Source read(byte[] bytes) throws IOException {
        var archive = Archive.of(bytes);
        if (!archive.has(DOCUMENT)) {
            throw new UnreadableException(
                    InstrumentRule.UNKNOWN_FORMAT, "it is an archive without a document");
        }
        var file = new DocxFile(archive);
        Xml.child(Xml.root(archive.part(DOCUMENT)), "body").ifPresent(file::blocks);
        file.notes(part(archive, "word/footnotes.xml"), "footnote");
        file.notes(part(archive, "word/endnotes.xml"), "endnote");
        return file.flow.source(Format.DOCX.word());
    }

    private static List<Element> part(Archive archive, String name) throws IOException {
        return archive.has(name) ? Xml.children(Xml.root(archive.part(name))) : List.of();
    }

    private void blocks(Element parent) {
        for (var child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo" -> blocks(child);
                case "del", "moveFrom" ->
                        flow.gap("doubt", "struck out: " + child.getTextContent());
                default -> {}
            }
        }
    }

    private void paragraph(Element paragraph) {
        var run = runs.of(paragraph);
        var properties = Xml.child(paragraph, "pPr");
        var style =
                styles.of(
                        properties
                                .flatMap(each -> Xml.child(each, "pStyle"))
                                .map(each -> Xml.attribute(each, "val"))
                                .orElse(""));
        if (run.text().isBlank()) {
            flow.blank();
            run.boxes().forEach(this::blocks);
            return;
        }
        if (spaced(properties)) {
            flow.blank();
        }
        var number = numbers.label(properties, style);
        flow.paragraph(run.text(), shape(style, number, properties, run.bold()));
        run.boxes().forEach(this::blocks);
    }

    private static boolean spaced(java.util.Optional<Element> properties) {
        var space =
                properties
                        .flatMap(each -> Xml.child(each, "spacing"))
                        .map(each -> Xml.attribute(each, "before"))
                        .orElse("");
        return space.matches("\\d{3,5}") && Integer.parseInt(space) >= 120;
    }

    private static Shape shape(
            DocxStyles.Style style,
            DocxNumbers.Numbered number,
            java.util.Optional<Element> properties,
            boolean bold) {
        int indent =
                properties
                        .flatMap(each -> Xml.child(each, "ind"))
                        .map(DocxFile::indent)
                        .orElse(number.indent());
        var outline =
                properties
                        .flatMap(each -> Xml.child(each, "outlineLvl"))
                        .map(each -> DocxNumbers.number(Xml.attribute(each, "val"), 9) + 1)
                        .orElse(style.level());
        if (style.title()) {
            return new Shape(Role.TITLE, "", 0, indent, true);
        }
        if (outline >= 1 && outline <= 9) {
            return new Shape(Role.HEADING, number.label(), outline, indent, true);
        }
        boolean item =
                !number.label().isEmpty() && !number.label().matches("(?:\\d+\\.)*\\d+\\.?|§.*");
        return new Shape(
                item ? Role.ITEM : Role.PLAIN, number.label(), 0, indent, bold || style.bold());
    }

    /// In points.
    static int indent(Element indent) {
        var left =
                Xml.attribute(indent, "left").isEmpty()
                        ? Xml.attribute(indent, "start")
                        : Xml.attribute(indent, "left");
        return DocxNumbers.number(left, 0) / 20;
    }

    private void table(Element table) {
        var rows = new ArrayList<List<Element>>();
        Xml.children(table, "tr").forEach(row -> rows.add(Xml.children(row, "tc")));
        if (rows.stream().allMatch(row -> row.size() <= 1)) {
            rows.forEach(row -> row.forEach(this::blocks));
            return;
        }
        flow.table(rows.stream().map(row -> row.stream().map(this::cell).toList()).toList());
    }

    private String cell(Element cell) {
        var lines = new ArrayList<String>();
        for (var paragraph : Xml.children(cell, "p")) {
            var text = runs.of(paragraph).text();
            if (!text.isBlank()) {
                lines.add(text);
            }
        }
        Xml.children(cell, "tbl").forEach(nested -> lines.add(nested.getTextContent()));
        return String.join("\n", lines);
    }

    private void notes(List<Element> notes, String name) {
        for (var note : notes) {
            var label = runs.label(name, Xml.attribute(note, "id"));
            if (Xml.name(note).equals(name) && label.isPresent()) {
                var text = new StringBuilder();
                Xml.children(note, "p")
                        .forEach(paragraph -> text.append(' ').append(runs.of(paragraph).text()));
                flow.note(label.get(), text.toString());
            }
        }
    }
}
