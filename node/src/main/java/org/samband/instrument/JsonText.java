// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints JSON with two spaces of indent, members in the order given, `\n` line ends: the same
/// bytes for the same values, everywhere. Lists of strings stand on one line.
final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /// @param value maps, lists, strings, whole numbers, booleans and null
    static String of(Object value) {
        var text = new JsonText();
        text.print(value, "");
        return text.out.append('\n').toString();
    }

    private void print(@Nullable Object value, String indent) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(map, indent);
            case List<?> list -> array(list, indent);
            case Integer number -> out.append(number.intValue());
            case Boolean truth -> out.append(truth.booleanValue());
            default -> string(value.toString());
        }
    }

    private void object(Map<?, ?> map, String indent) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        var inner = indent + "  ";
        var before = "{\n";
        for (var member : map.entrySet()) {
            out.append(before).append(inner);
            string(String.valueOf(member.getKey()));
            out.append(": ");
            print(member.getValue(), inner);
            before = ",\n";
        }
        out.append('\n').append(indent).append('}');
    }

    private void array(List<?> list, String indent) {
        var flat = list.stream().noneMatch(each -> each instanceof Map || each instanceof List);
        var inner = indent + "  ";
        var before = flat ? "[" : "[\n" + inner;
        for (var each : list) {
            out.append(before);
            print(each, inner);
            before = flat ? ", " : ",\n" + inner;
        }
        if (list.isEmpty()) {
            out.append('[');
        }
        out.append(flat ? "]" : "\n" + indent + "]");
    }

    private void string(String value) {
        out.append('"');
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                        escape(value, at, c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /// A surrogate without its pair is escaped, so that the file stays valid UTF-8.
    private void escape(String value, int at, char c) {
        var paired =
                Character.isHighSurrogate(c)
                        ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                        : Character.isLowSurrogate(c)
                                && at > 0
                                && Character.isHighSurrogate(value.charAt(at - 1));
        if (paired) {
            out.append(c);
        } else {
            out.append(String.format("\\u%04x", (int) c));
        }
    }
}
