// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.samband.instrument.source.Flow.Shape;
import org.samband.instrument.source.Line.Role;

/// HTML: headings, paragraphs, lists with the labels that a browser would print, tables, footnotes.
final class HtmlFile {
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "section",
                    "article",
                    "main",
                    "header",
                    "footer",
                    "aside",
                    "body",
                    "blockquote",
                    "pre",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "figure",
                    "figcaption",
                    "address",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "hr",
                    "form",
                    "fieldset",
                    "center",
                    "details",
                    "summary");
    private static final int INDENT = 4;

    /// What stands beside the text: navigation, programs, and the proposals on a page of our own.
    private static final String BESIDE =
            "script,style,template,noscript,nav,[hidden],iframe,object,aside:has(> ul.bound)";

    /// Labels that stand in elements of their own, as on a page of our own.
    private static final String LABELS = ".paragraph > .number, li > .label";

    private final Flow flow = new Flow();
    private final StringBuilder open = new StringBuilder();
    private Shape shape = Shape.PLAIN;
    private int bold;
    private boolean allBold = true;
    private boolean titled;
    private boolean set;

    private HtmlFile() {}

    static Source read(String html) {
        Bounds.most(html.length(), Bounds.LETTERS * 2L, "letters");
        var body = Jsoup.parse(html).body();
        body.select(BESIDE).remove();
        var file = new HtmlFile();
        HtmlNotes.taken(body, file.flow);
        file.walk(content(body), 0, 0);
        file.close();
        return file.flow.source(Format.HTML.word());
    }

    /// The main content, where the page says which it is.
    private static Element content(Element body) {
        for (var each : body.select("main, article")) {
            if (each.text().length() * 2 > body.text().length()) {
                return each;
            }
        }
        return body;
    }

    private void walk(Node node, int depth, int lists) {
        Bounds.most(depth, Bounds.DEPTH, "elements in one another");
        for (var child : node.childNodes()) {
            if (child instanceof TextNode text) {
                var whole = text.getWholeText();
                add(set ? whole.replace("\r\n", "\n") : whole.replaceAll("\\s+", " "));
            } else if (child instanceof Element label && label.is(LABELS)) {
                close();
                shape =
                        new Shape(
                                label.hasClass("number") ? Role.PLAIN : Role.ITEM,
                                label.text(),
                                lists,
                                INDENT * lists,
                                false);
            } else if (child instanceof Element element) {
                element(element, depth + 1, lists);
            }
        }
    }

    private void add(String text) {
        if (!text.isBlank()) {
            allBold &= bold > 0;
        }
        open.append(text);
    }

    private void element(Element element, int depth, int lists) {
        var name = element.normalName();
        switch (name) {
            case "br" -> open.append('\n');
            case "img", "svg", "canvas" -> flow.gap("picture", "a picture " + element.attr("alt"));
            case "del", "s", "strike" -> flow.gap("doubt", "struck out: " + element.text());
            case "b", "strong", "u" -> {
                bold++;
                walk(element, depth, lists);
                bold--;
            }
            case "table" -> {
                close();
                table(element, depth, lists);
            }
            case String block when BLOCKS.contains(block) -> block(element, depth, lists);
            default -> walk(element, depth, lists);
        }
    }

    private void block(Element element, int depth, int lists) {
        close();
        var name = element.normalName();
        if (name.equals("li")) {
            shape = item(element, lists);
            walk(element, depth, lists);
            close();
            return;
        }
        if (name.matches("h[1-6]")) {
            shape = heading(name.charAt(1) - '0');
        } else if (!name.equals("div") && shape.label().isEmpty()) {
            shape =
                    new Shape(
                            Role.PLAIN, "", 0, lists == 0 ? 0 : INDENT * lists + INDENT - 1, false);
        }
        if (!Set.of("ul", "ol", "div", "dl").contains(name)) {
            flow.blank();
        }
        set = name.equals("pre");
        walk(element, depth, name.equals("ul") || name.equals("ol") ? lists + 1 : lists);
        close();
        set = false;
    }

    private Shape heading(int level) {
        boolean title = level == 1 && !titled;
        titled |= title;
        return new Shape(title ? Role.TITLE : Role.HEADING, "", level, 0, true);
    }

    private void close() {
        if (!open.toString().isBlank()) {
            var bolder =
                    new Shape(
                            shape.role(),
                            shape.label(),
                            shape.level(),
                            shape.indent(),
                            shape.bold() || allBold);
            flow.paragraph(open.toString().strip(), bolder);
            shape = Shape.PLAIN;
        }
        open.setLength(0);
        allBold = true;
        if (shape.label().isEmpty()) {
            shape = Shape.PLAIN;
        }
    }

    /// The label that a browser would print.
    private static Shape item(Element item, int lists) {
        var list = item.parent();
        boolean ordered = list != null && list.normalName().equals("ol");
        int indent = INDENT * lists;
        if (list == null || !ordered) {
            return new Shape(Role.ITEM, "•", lists, indent, false);
        }
        var label = HtmlLabels.of(list, item);
        boolean outer = lists == 1 && label.matches("\\d+\\.");
        return new Shape(outer ? Role.PLAIN : Role.ITEM, label, outer ? 0 : lists, indent, false);
    }

    private void table(Element table, int depth, int lists) {
        var rows = new ArrayList<List<String>>();
        int most = 0;
        for (var row : table.select("tr")) {
            var cells = row.children().select("td,th");
            most = Math.max(most, cells.size());
            rows.add(cells.stream().map(HtmlFile::cell).toList());
        }
        if (most <= 1) {
            table.select("td,th")
                    .forEach(cell -> {
                        walk(cell, depth + 1, lists);
                        close();
                        flow.blank();
                    });
        } else {
            flow.table(rows);
        }
    }

    private static String cell(Element cell) {
        return cell.wholeText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }
}
