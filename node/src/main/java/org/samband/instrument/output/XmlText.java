// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.output;

import java.util.ArrayDeque;
import java.util.Deque;

/// Prints XML with two spaces of indent: the same bytes for the same calls. What XML cannot hold is
/// shown as U+FFFD.
final class XmlText {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    XmlText line(String text) {
        out.append("  ".repeat(open.size())).append(text).append('\n');
        return this;
    }

    /// @param attributes names and values in turn
    XmlText open(String element, String... attributes) {
        line(tag(element, attributes) + ">");
        open.push(element);
        return this;
    }

    XmlText close() {
        var element = open.pop();
        return line("</" + element + ">");
    }

    XmlText empty(String element, String... attributes) {
        return line(tag(element, attributes) + "/>");
    }

    /// An element with text, on one line.
    XmlText text(String element, String text, String... attributes) {
        return inline(element, escape(text), attributes);
    }

    /// An element with content that is XML already, on one line.
    XmlText inline(String element, String content, String... attributes) {
        return line(tag(element, attributes) + ">" + content + "</" + element + ">");
    }

    static String tag(String element, String... attributes) {
        var tag = new StringBuilder("<").append(element);
        for (int at = 0; at < attributes.length; at += 2) {
            tag.append(' ').append(attributes[at]).append("=\"");
            tag.append(escape(attributes[at + 1])).append('"');
        }
        return tag.toString();
    }

    static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
                    }
                });
        return escaped.toString();
    }

    /// Source: XML 1.0, production 2.
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
