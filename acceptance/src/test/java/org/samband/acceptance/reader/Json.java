// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads what is canonical by LEDGER-01 and nothing else: parses, writes again, compares the bytes.
final class Json {
    private static final int DEPTH = 64;
    private static final double LARGEST = 0x1p53;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Map<String, Object> object(byte[] bytes) throws Wrong {
        try {
            var reader = new Json(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            var value = reader.value(1);
            Wrong.unless(reader.at == reader.text.length(), "LEDGER-01", "something follows");
            Wrong.unless(Arrays.equals(bytes(value), bytes), "LEDGER-01", "not canonical");
            return members(value);
        } catch (CharacterCodingException _) {
            throw Wrong.of("LEDGER-01", "not UTF-8");
        }
    }

    /// The canonical bytes of a value that was read.
    static byte[] bytes(Object value) {
        var written = new StringBuilder();
        write(value, written);
        return written.toString().getBytes(UTF_8);
    }

    /// A member that must be there.
    static Object member(Map<String, Object> object, String name, String requirement) throws Wrong {
        var value = object.get(name);
        if (value == null) {
            throw Wrong.of(requirement, "no " + name);
        }
        return value;
    }

    static String text(Map<String, Object> object, String name, String requirement) throws Wrong {
        if (member(object, name, requirement) instanceof String text) {
            return text;
        }
        throw Wrong.of(requirement, name + " is no text");
    }

    static List<?> list(Map<String, Object> object, String name, String requirement) throws Wrong {
        if (member(object, name, requirement) instanceof List<?> list) {
            return list;
        }
        throw Wrong.of(requirement, name + " is no list");
    }

    @SuppressWarnings("unchecked") // The reader makes maps with String keys only.
    static Map<String, Object> members(Object value) throws Wrong {
        Wrong.unless(value instanceof Map, "LEDGER-01", "no object");
        return (Map<String, Object>) value;
    }

    private Object value(int depth) throws Wrong {
        return switch (peek()) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Void.class);
            default -> number();
        };
    }

    private char peek() throws Wrong {
        Wrong.unless(at < text.length(), "LEDGER-01", "ends too early");
        return text.charAt(at);
    }

    private boolean next(char wanted) throws Wrong {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void must(char wanted) throws Wrong {
        Wrong.unless(next(wanted), "LEDGER-01", "no " + wanted + " at " + at);
    }

    private Map<String, Object> map(int depth) throws Wrong {
        Wrong.unless(depth <= DEPTH, "LEDGER-01", "too deep");
        var map = new TreeMap<String, Object>();
        must('{');
        for (boolean more = !next('}'); more; more = !next('}')) {
            if (!map.isEmpty()) {
                must(',');
            }
            var name = string();
            must(':');
            Wrong.unless(map.put(name, value(depth + 1)) == null, "LEDGER-01", "a name twice");
        }
        return map;
    }

    private List<Object> list(int depth) throws Wrong {
        Wrong.unless(depth <= DEPTH, "LEDGER-01", "too deep");
        var list = new ArrayList<Object>();
        must('[');
        for (boolean more = !next(']'); more; more = !next(']')) {
            if (!list.isEmpty()) {
                must(',');
            }
            list.add(value(depth + 1));
        }
        return list;
    }

    private String string() throws Wrong {
        var out = new StringBuilder();
        must('"');
        while (!next('"')) {
            char one = peek();
            at++;
            Wrong.unless(one >= ' ', "LEDGER-01", "a control character");
            out.append(one == '\\' ? escaped() : one);
        }
        Wrong.unless(UTF_8.newEncoder().canEncode(out), "LEDGER-01", "half a pair");
        return out.toString();
    }

    private char escaped() throws Wrong {
        char which = peek();
        at++;
        int known = "\"\\/bfnrt".indexOf(which);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        Wrong.unless(
                which == 'u' && text.startsWith("", at + 4) && hex(text.substring(at, at + 4)),
                "LEDGER-01",
                "an escape that is none");
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private static boolean hex(String four) {
        return four.matches("[0-9a-fA-F]{4}");
    }

    private Object word(String word, Object meaning) throws Wrong {
        Wrong.unless(text.startsWith(word, at), "LEDGER-01", "an unknown word");
        at += word.length();
        return meaning;
    }

    private Double number() throws Wrong {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        Wrong.unless(matcher.lookingAt(), "LEDGER-01", "no value at " + at);
        at = matcher.end();
        double value = Double.parseDouble(matcher.group());
        boolean whole = matcher.group(2) == null && matcher.group(3) == null;
        Wrong.unless(
                whole ? Math.abs(value) <= LARGEST : Double.isFinite(value),
                "LEDGER-01",
                "too large a number");
        return value;
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> map -> {
                out.append('{');
                map.forEach((name, member) -> {
                    text((String) name, out);
                    write(member, out.append(':'));
                    out.append(',');
                });
                close(out, '}');
            }
            case List<?> list -> {
                out.append('[');
                for (var member : list) {
                    write(member, out);
                    out.append(',');
                }
                close(out, ']');
            }
            case String string -> text(string, out);
            case Double number -> out.append(number(number));
            case Boolean truth -> out.append(truth);
            default -> out.append("null");
        }
    }

    private static void close(StringBuilder out, char end) {
        if (out.charAt(out.length() - 1) == ',') {
            out.setLength(out.length() - 1);
        }
        out.append(end);
    }

    private static void text(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char one = string.charAt(i);
            int known = "\"\\\b\f\n\r\t".indexOf(one);
            if (known >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(known));
            } else if (one < ' ') {
                out.append(String.format("\\u%04x", (int) one));
            } else {
                out.append(one);
            }
        }
        out.append('"');
    }

    /// As ECMAScript writes a number: the fewest digits that give it back (RFC 8785 section
    /// 3.2.2.3).
    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        var exact = new BigDecimal(Double.toString(Math.abs(value)));
        var one = exact.round(new MathContext(1));
        var shortest = (one.doubleValue() == Math.abs(value) ? one : exact).stripTrailingZeros();
        var digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        var sign = value < 0 ? "-" : "";
        if (point > 21 || point <= -6) {
            var rest = digits.length() > 1 ? "." + digits.substring(1) : "";
            return sign + digits.charAt(0) + rest + "e" + (point > 0 ? "+" : "") + (point - 1);
        }
        return sign + shortest.toPlainString();
    }
}
