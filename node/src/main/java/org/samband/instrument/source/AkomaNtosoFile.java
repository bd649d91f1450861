// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.IOException;
import java.util.Set;
import org.samband.instrument.source.Flow.Shape;
import org.samband.instrument.source.Line.Role;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Akoma Ntoso 3.0: what the elements say, as lines.
final class AkomaNtosoFile {
    /// Elements that stand in a line.
    private static final Set<String> INLINE =
            Set.of(
                    "docTitle",
                    "docNumber",
                    "docDate",
                    "docType",
                    "docStage",
                    "docStatus",
                    "party",
                    "person",
                    "role",
                    "organization",
                    "signature",
                    "ref",
                    "mref",
                    "rref",
                    "i",
                    "b",
                    "u",
                    "sup",
                    "sub",
                    "span",
                    "a",
                    "abbr",
                    "def",
                    "term",
                    "concept",
                    "date",
                    "time",
                    "location",
                    "quantity",
                    "inline",
                    "remark",
                    "ins",
                    "em",
                    "strong",
                    "br",
                    "eol",
                    "noteRef",
                    "authorialNote",
                    "docProponent",
                    "docPurpose",
                    "shortTitle",
                    "entity",
                    "event",
                    "object",
                    "process",
                    "affectedDocument",
                    "relatedDocument",
                    "placeholder",
                    "fillIn",
                    "img",
                    "del",
                    "omissis",
                    "marker",
                    "quotedText");

    /// Elements that hold what is not the text.
    private static final Set<String> APART = Set.of("meta", "coverPage", "toc", "foreign");

    private static final Set<String> HEADS = Set.of("num", "heading", "subheading");

    private final Flow flow = new Flow();

    private AkomaNtosoFile() {}

    static Source read(byte[] bytes) throws IOException {
        var file = new AkomaNtosoFile();
        file.block(Xml.root(bytes), 0, 0);
        return file.flow.source(Format.AKOMA_NTOSO.word());
    }

    private void block(Element element, int depth, int list) {
        var name = Xml.name(element);
        if (APART.contains(name)) {
            return;
        }
        switch (name) {
            case "p",
                    "block",
                    "listIntroduction",
                    "listWrapUp",
                    "docTitle",
                    "longTitle",
                    "formula",
                    "signature" ->
                    line(element, list);
            case "point", "item", "indent", "alinea" -> item(element, depth, list);
            case "conclusions" -> {
                conclusions = true;
                inside(element, depth, list);
                conclusions = false;
            }
            case "container", "blockContainer", "tblock" -> {
                flow.blank();
                headed(element, depth, list);
            }
            case "preface", "preamble", "body", "mainBody", "attachments" -> {
                flow.blank();
                inside(element, depth, list);
            }
            case "list", "blockList" -> inside(element, depth, list + 1);
            default -> headed(element, depth, list);
        }
    }

    /// A paragraph with its number, or a part with its heading, or neither.
    private void headed(Element element, int depth, int list) {
        var number = text(element, "num");
        var heading = text(element, "heading");
        boolean paragraph =
                Set.of("paragraph", "subparagraph", "clause", "recital", "citation", "article")
                        .contains(Xml.name(element));
        if (!heading.isEmpty() || (!number.isEmpty() && !paragraph)) {
            flow.blank();
            flow.paragraph(heading, new Shape(Role.HEADING, number, depth + 1, 0, false));
            inside(element, depth + 1, list);
            return;
        }
        if (paragraph) {
            flow.blank();
        }
        waiting = number.isEmpty() ? waiting : number;
        inside(element, depth, list);
        waiting = "";
    }

    private String waiting = "";

    private void item(Element element, int depth, int list) {
        waiting = text(element, "num");
        itemLevel = list;
        if (waiting.isEmpty()) {
            waiting = "•";
        }
        inside(element, depth, list);
        waiting = "";
    }

    private int itemLevel;
    private boolean conclusions;

    private void inside(Element element, int depth, int list) {
        for (var child : Xml.children(element)) {
            if (!HEADS.contains(Xml.name(child))) {
                block(child, depth, list);
            }
        }
    }

    private void line(Element element, int list) {
        var title =
                Xml.name(element).equals("docTitle")
                        || !Xml.children(element, "docTitle").isEmpty();
        var label = waiting;
        waiting = "";
        boolean item = itemLevel > 0 && !label.isEmpty();
        var role =
                title
                        ? Role.TITLE
                        : conclusions
                                ? Role.SIGNATURE
                                : item ? Role.ITEM : label.isEmpty() ? Role.PLAIN : Role.NUMBERED;
        flow.paragraph(
                text(element), new Shape(role, label, item ? itemLevel : 0, 4 * list, false));
        itemLevel = 0;
    }

    private String text(Element parent, String child) {
        return Xml.child(parent, child).map(this::text).map(Characters::spaced).orElse("");
    }

    private String text(Element element) {
        var out = new StringBuilder();
        text(element, out);
        return out.toString();
    }

    private void text(Node node, StringBuilder out) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                inline(element, out);
            } else if (child.getNodeType() == Node.TEXT_NODE
                    || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                out.append(child.getNodeValue().replaceAll("\\s+", " "));
            }
        }
    }

    private void inline(Element element, StringBuilder out) {
        switch (Xml.name(element)) {
            case "br", "eol" -> out.append('\n');
            case "authorialNote" ->
                    flow.note(Xml.attribute(element, "marker"), element.getTextContent());
            case "noteRef" -> {}
            case "del" -> flow.gap("doubt", "struck out: " + element.getTextContent());
            case "img" -> flow.gap("picture", "a picture " + Xml.attribute(element, "alt"));
            case String name -> {
                if (!INLINE.contains(name) && !out.isEmpty()) {
                    out.append('\n');
                }
                text(element, out);
            }
        }
    }
}
