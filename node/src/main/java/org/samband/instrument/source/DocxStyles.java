// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/// The paragraph styles of a DOCX: which are headings, which are bold, which are numbered.
final class DocxStyles {
    private final Map<String, Element> styles = new HashMap<>();

    /// What a style says.
    ///
    /// @param level of a heading from 1; 0 where it is none
    /// @param numbering its numbering properties
    record Style(boolean title, int level, boolean bold, Optional<Element> numbering) {}

    DocxStyles(List<Element> parts) {
        for (var part : parts) {
            if (Xml.name(part).equals("style")) {
                styles.put(Xml.attribute(part, "styleId"), part);
            }
        }
    }

    Style of(String id) {
        return of(id, 0);
    }

    private Style of(String id, int depth) {
        var style = styles.get(id);
        if (style == null || depth > 20) {
            return named(id, new Style(false, 0, false, Optional.empty()));
        }
        var above =
                Xml.child(style, "basedOn")
                        .map(each -> of(Xml.attribute(each, "val"), depth + 1))
                        .orElse(new Style(false, 0, false, Optional.empty()));
        var paragraph = Xml.child(style, "pPr");
        int level =
                paragraph
                        .flatMap(each -> Xml.child(each, "outlineLvl"))
                        .map(each -> DocxNumbers.number(Xml.attribute(each, "val"), 9) + 1)
                        .orElse(above.level());
        var numbering = paragraph.flatMap(each -> Xml.child(each, "numPr")).or(above::numbering);
        boolean bold = above.bold() || bold(Xml.child(style, "rPr"));
        var name = Xml.child(style, "name").map(each -> Xml.attribute(each, "val")).orElse(id);
        return named(name, new Style(above.title(), level > 9 ? 0 : level, bold, numbering));
    }

    private static Style named(String name, Style style) {
        var lower = name.toLowerCase(Locale.ROOT).replace(" ", "");
        if (lower.equals("title")) {
            return new Style(true, style.level(), style.bold(), style.numbering());
        }
        return lower.matches("heading[1-9]")
                ? new Style(false, lower.charAt(7) - '0', style.bold(), style.numbering())
                : style;
    }

    /// Bold or underlined, by its own properties.
    boolean bold(Optional<Element> properties) {
        return properties.isPresent() && (on(properties.get(), "b") || on(properties.get(), "u"));
    }

    private static boolean on(Element properties, String name) {
        return Xml.child(properties, name)
                .map(each -> !Xml.attribute(each, "val").matches("0|false|none"))
                .orElse(false);
    }
}
