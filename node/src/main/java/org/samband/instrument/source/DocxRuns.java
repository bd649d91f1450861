// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/// The runs of a paragraph: text, marks of notes, tracked changes, boxes.
final class DocxRuns {
    private final Flow flow;
    private final DocxStyles styles;
    private final Map<String, String> labels = new HashMap<>();

    DocxRuns(Flow flow, DocxStyles styles) {
        this.flow = flow;
        this.styles = styles;
    }

    /// What a paragraph holds.
    ///
    /// @param boxes text boxes that hang on it
    record Run(String text, boolean bold, List<Element> boxes) {}

    /// Number of a note in the order of the text; empty where the text has no mark of it.
    Optional<String> label(String kind, String id) {
        return Optional.ofNullable(labels.get(kind + id));
    }

    Run of(Element paragraph) {
        var reading = new Paragraph();
        reading.inside(paragraph);
        return new Run(
                reading.out.toString(),
                reading.bold && !reading.out.toString().isBlank(),
                reading.boxes);
    }

    private final class Paragraph {
        final StringBuilder out = new StringBuilder();
        final List<Element> boxes = new ArrayList<>();
        boolean bold = true;

        void inside(Element parent) {
            for (var child : Xml.children(parent)) {
                element(child);
            }
        }

        private void element(Element child) {
            switch (Xml.name(child)) {
                case "r" -> run(child);
                case "del", "moveFrom" -> struck(child);
                case "ins", "moveTo" -> inserted(child);
                case "pPr", "rPr" -> {}
                case "AlternateContent" ->
                        Xml.children(child).stream().findFirst().ifPresent(this::inside);
                case "txbxContent" -> boxes.add(child);
                default -> inside(child);
            }
        }

        private void struck(Element child) {
            if (!child.getTextContent().isBlank()) {
                flow.gap("doubt", "struck out as a tracked change: " + child.getTextContent());
            }
        }

        private void inserted(Element child) {
            int before = out.length();
            inside(child);
            if (out.length() > before) {
                flow.gap("doubt", "inserted as a tracked change: " + out.substring(before));
            }
        }

        private void run(Element run) {
            var properties = Xml.child(run, "rPr");
            if (properties.flatMap(each -> Xml.child(each, "vanish")).isPresent()) {
                return;
            }
            int before = out.length();
            for (var child : Xml.children(run)) {
                piece(child);
            }
            if (!out.substring(before).isBlank()) {
                bold &= styles.bold(properties);
            }
        }

        private void piece(Element child) {
            switch (Xml.name(child)) {
                case "t" -> out.append(child.getTextContent());
                case "tab", "ptab" -> out.append(' ');
                case "br" -> out.append(Xml.attribute(child, "type").isEmpty() ? "\n" : " ");
                case "cr" -> out.append('\n');
                case "noBreakHyphen" -> out.append('-');
                case "sym" -> out.append('•');
                case "footnoteReference" -> mark("footnote", child);
                case "endnoteReference" -> mark("endnote", child);
                case "drawing", "pict", "object" -> picture(child);
                case "AlternateContent" ->
                        Xml.children(child).stream().findFirst().ifPresent(this::inside);
                default -> {}
            }
        }

        private void mark(String kind, Element child) {
            labels.computeIfAbsent(
                    kind + Xml.attribute(child, "id"), _ -> Integer.toString(labels.size() + 1));
        }

        private void picture(Element child) {
            int before = boxes.size();
            inside(child);
            if (boxes.size() == before) {
                flow.gap("picture", "a picture");
            }
        }
    }
}
