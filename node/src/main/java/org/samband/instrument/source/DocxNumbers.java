// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/// Counts as the numbering definitions of a DOCX say, and prints the labels.
final class DocxNumbers {
    private static final int LEVELS = 9;

    private final Map<String, Element> definitions = new HashMap<>();
    private final Map<String, Element> instances = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    /// @param label as printed; empty where none is
    /// @param indent in points
    record Numbered(String label, int indent) {
        static final Numbered NONE = new Numbered("", 0);
    }

    DocxNumbers(List<Element> parts) {
        for (var part : parts) {
            if (Xml.name(part).equals("abstractNum")) {
                definitions.put(Xml.attribute(part, "abstractNumId"), part);
            } else if (Xml.name(part).equals("num")) {
                instances.put(Xml.attribute(part, "numId"), part);
            }
        }
    }

    Numbered label(Optional<Element> properties, DocxStyles.Style style) {
        var given = properties.flatMap(each -> Xml.child(each, "numPr")).or(style::numbering);
        var id =
                given.flatMap(each -> Xml.child(each, "numId"))
                        .map(each -> Xml.attribute(each, "val"))
                        .orElse("");
        if (id.isEmpty()) {
            id =
                    style.numbering()
                            .flatMap(each -> Xml.child(each, "numId"))
                            .map(each -> Xml.attribute(each, "val"))
                            .orElse("");
        }
        int level =
                given.flatMap(each -> Xml.child(each, "ilvl"))
                        .map(each -> number(Xml.attribute(each, "val"), 0))
                        .orElse(style.level() > 0 ? style.level() - 1 : 0);
        var instance = instances.get(id);
        if (instance == null || level < 0 || level >= LEVELS) {
            return Numbered.NONE;
        }
        return printed(id, instance, level);
    }

    private Numbered printed(String id, Element instance, int level) {
        var definition =
                Xml.child(instance, "abstractNumId")
                        .map(each -> Xml.attribute(each, "val"))
                        .map(definitions::get);
        var form = definition.flatMap(each -> level(each, level));
        if (form.isEmpty()) {
            return Numbered.NONE;
        }
        var counter = counters.computeIfAbsent(counterOf(id, instance), _ -> new int[LEVELS]);
        int start =
                start(instance, level)
                        .orElseGet(() ->
                                value(form.get(), "start").map(text -> number(text, 1)).orElse(1));
        counter[level] = counter[level] == 0 ? start : counter[level] + 1;
        java.util.Arrays.fill(counter, level + 1, LEVELS, 0);
        int indent =
                Xml.child(form.get(), "pPr")
                        .flatMap(each -> Xml.child(each, "ind"))
                        .map(DocxFile::indent)
                        .orElse(0);
        return new Numbered(text(definition.orElseThrow(), form.get(), counter), indent);
    }

    /// Instances of one definition count on, unless one says that it starts anew.
    private static String counterOf(String id, Element instance) {
        return Xml.children(instance, "lvlOverride").isEmpty()
                ? "definition "
                        + Xml.child(instance, "abstractNumId")
                                .map(each -> Xml.attribute(each, "val"))
                                .orElse("")
                : "instance " + id;
    }

    private static Optional<Integer> start(Element instance, int level) {
        return Xml.children(instance, "lvlOverride").stream()
                .filter(each -> Xml.attribute(each, "ilvl").equals(Integer.toString(level)))
                .flatMap(each -> Xml.children(each, "startOverride").stream())
                .map(each -> number(Xml.attribute(each, "val"), 1))
                .findFirst();
    }

    private static Optional<Element> level(Element definition, int level) {
        return Xml.children(definition, "lvl").stream()
                .filter(each -> Xml.attribute(each, "ilvl").equals(Integer.toString(level)))
                .findFirst();
    }

    private static Optional<String> value(Element form, String name) {
        return Xml.child(form, name).map(each -> Xml.attribute(each, "val"));
    }

    private static String text(Element definition, Element form, int[] counter) {
        var format = value(form, "numFmt").orElse("decimal");
        if (format.equals("none")) {
            return "";
        }
        if (format.equals("bullet")) {
            return "•";
        }
        var text = value(form, "lvlText").orElse("");
        for (int at = 0; at < LEVELS; at++) {
            var place = "%" + (at + 1);
            if (text.contains(place)) {
                var other =
                        level(definition, at)
                                .flatMap(each -> value(each, "numFmt"))
                                .orElse("decimal");
                text = text.replace(place, numeral(other, Math.max(1, counter[at])));
            }
        }
        return text.strip();
    }

    private static String numeral(String format, int number) {
        return switch (format) {
            case "lowerLetter" -> Numerals.letters(number);
            case "upperLetter" -> Numerals.letters(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> Numerals.roman(number);
            case "upperRoman" -> Numerals.roman(number).toUpperCase(Locale.ROOT);
            default -> Integer.toString(number);
        };
    }

    static int number(String text, int otherwise) {
        return text.matches("-?\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
