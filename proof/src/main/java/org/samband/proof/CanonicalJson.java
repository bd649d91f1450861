// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The canonical form of what is signed. Source: RFC 8785 (JSON Canonicalization Scheme).
///
/// Values are `null`, Boolean, String, Long or Integer within ±2^53, List and Map with String keys,
/// and finite Double but for those whose form is that of a whole number beyond ±2^53: what is
/// written can be read.
public final class CanonicalJson {
    /// The largest whole number that every reader of JSON holds exactly. Source: RFC 8785 section
    /// 3.2.2.3, RFC 7493.
    static final long LARGEST_WHOLE_NUMBER = 1L << 53;

    /// Source: ECMA-262 Number::toString.
    private static final double SMALLEST_WITH_EXPONENT = 1e21;

    private CanonicalJson() {}

    /// The canonical bytes of a value, UTF-8.
    ///
    /// @throws IllegalArgumentException if the value has no canonical form
    public static byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /// The canonical text of a value.
    ///
    /// @throws IllegalArgumentException if the value has no canonical form
    public static String text(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /// Reads any JSON text that RFC 7493 (I-JSON) allows.
    ///
    /// @throws JsonRefused naming the byte where the text is wrong
    public static @Nullable Object read(byte[] json) throws JsonRefused {
        return new JsonReader(json).read();
    }

    /// Reads an object and refuses bytes that are not their own canonical form.
    ///
    /// @throws JsonRefused if the bytes are no canonical JSON object
    public static Map<String, @Nullable Object> readCanonicalObject(byte[] json)
            throws JsonRefused {
        var value = read(json);
        if (!isCanonical(json, value)) {
            throw new JsonRefused("the text is not in its canonical form (RFC 8785)", 0);
        }
        return object(value);
    }

    /// Whether bytes are the canonical form of the value that was read from them. A walk over them
    /// mostly tells; what it leaves open is written anew and compared.
    public static boolean isCanonical(byte[] json, @Nullable Object value) {
        return JsonWalk.value(json, 0, json.length, 0) == json.length
                || Arrays.equals(bytes(value), json);
    }

    @SuppressWarnings("unchecked") // The reader makes maps with String keys only.
    static Map<String, @Nullable Object> object(@Nullable Object value) throws JsonRefused {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new JsonRefused("an object is expected", 0);
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case String text -> writeString(text, out);
            case Integer whole -> out.append(whole);
            case Long whole -> writeWhole(whole, out);
            case Double number -> writeNumber(number, out);
            case List<?> list -> writeList(list, out);
            case Map<?, ?> map -> writeObject(map, out);
            default ->
                    throw new IllegalArgumentException(
                            "canonical JSON has no form for " + value.getClass().getName());
        }
    }

    private static void writeWhole(long whole, StringBuilder out) {
        if (whole > LARGEST_WHOLE_NUMBER || whole < -LARGEST_WHOLE_NUMBER) {
            throw new IllegalArgumentException("a whole number lies within ±2^53, not " + whole);
        }
        out.append(whole);
    }

    private static void writeNumber(double number, StringBuilder out) {
        if (isLargeWhole(number)) {
            throw new IllegalArgumentException("a whole number lies within ±2^53, not " + number);
        }
        out.append(number(number));
    }

    /// Whether the canonical form is a whole number, without exponent, beyond ±2^53: readers hold
    /// it with another value than was meant. Source: `spec/ledger/`, LEDGER-01; RFC 7493.
    static boolean isLargeWhole(double number) {
        return Math.abs(number) > LARGEST_WHOLE_NUMBER && Math.abs(number) < SMALLEST_WITH_EXPONENT;
    }

    private static void writeList(List<?> list, StringBuilder out) {
        out.append('[');
        var separator = "";
        for (var value : list) {
            out.append(separator);
            write(value, out);
            separator = ",";
        }
        out.append(']');
    }

    /// Members stand in the order of their names' UTF-16 code units, which is the order of {@link
    /// String}.
    private static void writeObject(Map<?, ?> map, StringBuilder out) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("the name of a member is a text, not " + name);
            }
            sorted.put(text, value);
        });
        out.append('{');
        var separator = "";
        for (var member : sorted.entrySet()) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < ' ') {
                        out.append("\\u%04x".formatted((int) unit));
                    } else {
                        refuseLoneSurrogate(text, i);
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void refuseLoneSurrogate(String text, int i) {
        char unit = text.charAt(i);
        boolean pairBegins =
                Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
        boolean pairEnds =
                Character.isLowSurrogate(unit)
                        && i > 0
                        && Character.isHighSurrogate(text.charAt(i - 1));
        if (Character.isSurrogate(unit) && !pairBegins && !pairEnds) {
            throw new IllegalArgumentException("half of a surrogate pair at character " + i);
        }
    }

    /// A number as ECMAScript prints it. Source: RFC 8785 section 3.2.2.3, ECMA-262
    /// Number::toString.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number is finite, not " + value);
        }
        if (value == 0) {
            return "0";
        }
        var shortest = shortest(Math.abs(value));
        var digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        var sign = value < 0 ? "-" : "";
        if (point > 21 || point < -5) {
            var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            return sign + digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "") + (point - 1);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return sign + digits + "0".repeat(point - digits.length());
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /// The fewest digits that give the value again. The JDK prints two at least, ECMAScript one.
    private static BigDecimal shortest(double value) {
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var one = digits.round(new MathContext(1));
        return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
    }
}
