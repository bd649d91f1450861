// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import org.jsoup.nodes.Element;

/// Labels of ordered lists: type, start and value as HTML counts them.
final class HtmlLabels {
    private HtmlLabels() {}

    static String of(Element list, Element item) {
        int number = number(list.attr("start"), 1);
        for (var each : list.children()) {
            number = number(each.attr("value"), number);
            if (each.equals(item)) {
                break;
            }
            number++;
        }
        var style = list.attr("style");
        return switch (list.attr("type").isEmpty() ? type(style) : list.attr("type")) {
            case "a" -> "(" + Numerals.letters(number) + ")";
            case "A" -> Numerals.letters(number).toUpperCase(java.util.Locale.ROOT) + ".";
            case "i" -> "(" + Numerals.roman(number) + ")";
            case "I" -> Numerals.roman(number).toUpperCase(java.util.Locale.ROOT) + ".";
            default -> number + ".";
        };
    }

    private static String type(String style) {
        if (style.contains("lower-alpha") || style.contains("lower-latin")) {
            return "a";
        }
        return style.contains("lower-roman")
                ? "i"
                : style.contains("upper-roman") ? "I" : style.contains("upper-alpha") ? "A" : "1";
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
    }
}
