// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON strictly: UTF-8 without errors, no duplicate names, no half surrogate pairs, bounded
/// depth. Source: RFC 8259, RFC 7493 (I-JSON).
final class JsonReader {
    /// Deeper texts are refused, so that no input can exhaust the stack.
    private static final int DEEPEST = 64;

    private static final char REPLACEMENT = '\uFFFD';

    private final String text;
    private int at;

    JsonReader(byte[] json) throws JsonRefused {
        text = decoded(json);
    }

    /// The quick decoder puts U+FFFD in the place of what is no UTF-8; where none stands, nothing
    /// was wrong.
    private static String decoded(byte[] json) throws JsonRefused {
        var quickly = new String(json, StandardCharsets.UTF_8);
        if (quickly.indexOf(REPLACEMENT) < 0) {
            return quickly;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException _) {
            throw new JsonRefused("the text is not UTF-8", 0);
        }
    }

    @Nullable Object read() throws JsonRefused {
        var value = value(0);
        space();
        if (at < text.length()) {
            throw refused("nothing may follow the value");
        }
        return value;
    }

    private @Nullable Object value(int depth) throws JsonRefused {
        space();
        return switch (peek()) {
            case '{' -> object(deeper(depth));
            case '[' -> list(deeper(depth));
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private int deeper(int depth) throws JsonRefused {
        if (depth == DEEPEST) {
            throw refused("the text is nested more than " + DEEPEST + " deep");
        }
        return depth + 1;
    }

    private Map<String, @Nullable Object> object(int depth) throws JsonRefused {
        var members = new LinkedHashMap<String, @Nullable Object>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw refused("a member's name is expected");
            }
            var name = string();
            space();
            expect(':');
            if (members.containsKey(name)) {
                throw refused("the name \"" + name + "\" stands twice in one object");
            }
            members.put(name, value(depth));
            space();
            if (peek() == '}') {
                at++;
                return members;
            }
            expect(',');
        }
    }

    private List<@Nullable Object> list(int depth) throws JsonRefused {
        var values = new ArrayList<@Nullable Object>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return values;
        }
        while (true) {
            values.add(value(depth));
            space();
            if (peek() == ']') {
                at++;
                return values;
            }
            expect(',');
        }
    }

    private String string() throws JsonRefused {
        at++;
        int from = at;
        boolean surrogates = false;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit == '"' && !surrogates) {
                at++;
                return text.substring(from, at - 1);
            }
            if (unit == '"' || unit == '\\' || unit < ' ') {
                break;
            }
            surrogates |= Character.isSurrogate(unit);
            at++;
        }
        return string(new StringBuilder().append(text, from, at));
    }

    /// The rest of a string in which something is escaped or wrong, or whose characters are pairs.
    private String string(StringBuilder out) throws JsonRefused {
        while (true) {
            char unit = peek();
            at++;
            if (unit == '"') {
                break;
            }
            if (unit < ' ') {
                throw refused("a control character stands unescaped in a string");
            }
            out.append(unit == '\\' ? escaped() : unit);
        }
        if (!StandardCharsets.UTF_16BE.newEncoder().canEncode(out)) {
            throw refused("half of a surrogate pair stands in a string");
        }
        return out.toString();
    }

    private char escaped() throws JsonRefused {
        char unit = peek();
        at++;
        return switch (unit) {
            case '"', '\\', '/' -> unit;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourDigits();
            default -> throw refused("\\" + unit + " is no escape");
        };
    }

    private char fourDigits() throws JsonRefused {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw refused("four hexadecimal digits follow \\u");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Object number() throws JsonRefused {
        int from = at;
        skip('-');
        if (!skip('0') && digits() == 0) {
            throw refused("a value is expected");
        }
        boolean whole = true;
        if (skip('.')) {
            whole = false;
            if (digits() == 0) {
                throw refused("a digit follows the point");
            }
        }
        if (skip('e') || skip('E')) {
            whole = false;
            if (!skip('+')) {
                skip('-');
            }
            if (digits() == 0) {
                throw refused("a digit follows the exponent");
            }
        }
        return numberOf(text.substring(from, at), whole);
    }

    private Object numberOf(String digits, boolean whole) throws JsonRefused {
        if (whole && digits.length() <= 17 && !digits.equals("-0")) {
            long value = Long.parseLong(digits);
            if (Math.abs(value) <= CanonicalJson.LARGEST_WHOLE_NUMBER) {
                return value;
            }
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)
                || CanonicalJson.isLargeWhole(value)
                || (whole && Math.abs(value) > CanonicalJson.LARGEST_WHOLE_NUMBER)) {
            throw refused("the number is too large");
        }
        return value;
    }

    private int digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private boolean skip(char unit) {
        if (at < text.length() && text.charAt(at) == unit) {
            at++;
            return true;
        }
        return false;
    }

    private @Nullable Object word(String word, @Nullable Object value) throws JsonRefused {
        if (!text.startsWith(word, at)) {
            throw refused("a value is expected");
        }
        at += word.length();
        return value;
    }

    private void expect(char unit) throws JsonRefused {
        if (peek() != unit) {
            throw refused("\"" + unit + "\" is expected");
        }
        at++;
    }

    private char peek() throws JsonRefused {
        if (at >= text.length()) {
            throw refused("the text ends too early");
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonRefused refused(String sentence) {
        int bytes =
                text.substring(0, Math.min(at, text.length()))
                        .getBytes(StandardCharsets.UTF_8)
                        .length;
        return new JsonRefused(sentence, bytes);
    }
}
