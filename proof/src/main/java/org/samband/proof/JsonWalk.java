// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks over canonical JSON without making objects of it. Each walk begins at a position and
/// answers the position after what it walked over, or {@link #UNDECIDED}: then {@link
/// CanonicalJson} decides. What is walked over is canonical; what is undecided may still be.
/// Source: RFC 8785, RFC 7493.
public final class JsonWalk {
    /// The walk leaves the decision to the reader that makes objects.
    public static final int UNDECIDED = -1;

    /// Deeper texts, and numbers with more digits, are left to the reader.
    private static final int DEEPEST = 60;

    private static final int MOST_DIGITS = 15;

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final byte DELETE = 0x7f;
    private static final byte LEAD_OF_C2 = (byte) 0xc2;
    private static final byte LEAD_OF_E2 = (byte) 0xe2;

    /// Set by {@link #marked}.
    public static final long MARK = 1L << Integer.SIZE;

    private static final String SHORT_ESCAPES = "\"\\bfnrt";
    private static final String SHORT_CONTROLS = "\b\t\n\f\r";

    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");
    private static final byte[] LOW = ascii("u00");

    private JsonWalk() {}

    /// Over a value that is expected there.
    public static int value(byte[] text, int at, int end, int depth) {
        if (at >= end) {
            return UNDECIDED;
        }
        return switch (text[at]) {
            case '"' -> string(text, at, end);
            case '{' -> object(text, at, end, depth + 1);
            case '[' -> list(text, at, end, depth + 1);
            case 't' -> literal(text, at, end, TRUE);
            case 'f' -> literal(text, at, end, FALSE);
            case 'n' -> literal(text, at, end, NULL);
            default -> whole(text, at, end);
        };
    }

    private static int object(byte[] text, int from, int end, int depth) {
        if (depth > DEEPEST || from + 1 >= end) {
            return UNDECIDED;
        }
        int at = from + 1;
        if (text[at] == '}') {
            return at + 1;
        }
        int before = at;
        int beforeEnd = at;
        while (true) {
            int name = at;
            at = plainName(text, at, end);
            if (at < 0 || !follows(text, before, beforeEnd, name + 1, at - 1)) {
                return UNDECIDED;
            }
            before = name + 1;
            beforeEnd = at - 1;
            at = at < end && text[at] == ':' ? value(text, at + 1, end, depth) : UNDECIDED;
            if (at < 0 || at >= end) {
                return UNDECIDED;
            }
            if (text[at] == '}') {
                return at + 1;
            }
            if (text[at++] != ',') {
                return UNDECIDED;
            }
        }
    }

    /// Whether a name comes after the one before it; the first one has an empty one before it that
    /// is not there.
    private static boolean follows(byte[] text, int before, int beforeEnd, int name, int nameEnd) {
        int shorter = Math.min(beforeEnd - before, nameEnd - name);
        for (int i = 0; i < shorter; i++) {
            if (text[before + i] != text[name + i]) {
                return text[before + i] < text[name + i];
            }
        }
        return beforeEnd - before < nameEnd - name;
    }

    /// Over a name of ASCII characters without escapes, whose bytes are in the order of RFC 8785.
    private static int plainName(byte[] text, int from, int end) {
        if (from >= end || text[from] != '"') {
            return UNDECIDED;
        }
        for (int at = from + 1; at < end; at++) {
            byte unit = text[at];
            if (unit == '"') {
                return at == from + 1 ? UNDECIDED : at + 1;
            }
            if (unit < ' ' || unit == '\\') {
                return UNDECIDED;
            }
        }
        return UNDECIDED;
    }

    private static int list(byte[] text, int from, int end, int depth) {
        if (depth > DEEPEST || from + 1 >= end) {
            return UNDECIDED;
        }
        int at = from + 1;
        if (text[at] == ']') {
            return at + 1;
        }
        while (true) {
            at = value(text, at, end, depth);
            if (at < 0 || at >= end) {
                return UNDECIDED;
            }
            if (text[at] == ']') {
                return at + 1;
            }
            if (text[at++] != ',') {
                return UNDECIDED;
            }
        }
    }

    /// Over these characters of ASCII.
    public static int literal(byte[] text, int at, int end, byte[] ascii) {
        int after = at + ascii.length;
        return at >= 0 && after <= end && Arrays.equals(text, at, after, ascii, 0, ascii.length)
                ? after
                : UNDECIDED;
    }

    /// The bytes of a literal.
    static byte[] ascii(String literal) {
        return literal.getBytes(StandardCharsets.US_ASCII);
    }

    /// Over a whole number.
    public static int whole(byte[] text, int from, int end) {
        if (from < 0) {
            return UNDECIDED;
        }
        int first = from < end && text[from] == '-' ? from + 1 : from;
        int at = first;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        int digits = at - first;
        boolean more = at < end && (text[at] == '.' || text[at] == 'e' || text[at] == 'E');
        if (digits == 0 || digits > MOST_DIGITS || more) {
            return UNDECIDED;
        }
        return text[first] == '0' && (digits > 1 || first > from) ? UNDECIDED : at;
    }

    /// The whole number that was walked over.
    public static long number(byte[] text, int from, int to) {
        boolean negative = text[from] == '-';
        long value = 0;
        for (int at = negative ? from + 1 : from; at < to; at++) {
            value = value * 10 + (text[at] - '0');
        }
        return negative ? -value : value;
    }

    /// Over a string with its quotation marks.
    public static int string(byte[] text, int from, int end) {
        return (int) marked(text, from, end);
    }

    /// Over a string with its quotation marks, as {@link #string}, and in the bits above {@link
    /// Integer#SIZE} whether it has an escape, the character U+007F, or one that begins like those
    /// of U+0080 to U+009F or U+2000 to U+2FFF in UTF-8.
    public static long marked(byte[] text, int from, int end) {
        if (from < 0 || from >= end || text[from] != '"') {
            return UNDECIDED;
        }
        long mark = 0;
        int at = from + 1;
        while (true) {
            at = plain(text, at, end);
            if (at >= end) {
                return UNDECIDED;
            }
            byte unit = text[at];
            if (unit == '"') {
                return mark | (at + 1);
            }
            if (unit == '\\' || unit == DELETE || unit == LEAD_OF_C2 || unit == LEAD_OF_E2) {
                mark = MARK;
            }
            at =
                    switch (unit) {
                        case '\\' -> escape(text, at + 1, end);
                        case DELETE -> at + 1;
                        default -> unit < 0 ? wide(text, at, end) : end;
                    };
            if (at < 0 || at >= end) {
                return UNDECIDED;
            }
        }
    }

    /// The first byte that is no plain character of a string: a quotation mark, a reverse solidus,
    /// a control character or one outside of ASCII. Eight bytes at a time: the lowest of their high
    /// bits that is set tells where; those above it may be wrong.
    private static int plain(byte[] text, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = (long) EIGHT.get(text, at);
            long special =
                    (((eight ^ ('"' * ONES)) - ONES)
                                    | ((eight ^ ('\\' * ONES)) - ONES)
                                    | (eight - ' ' * ONES)
                                    | (eight + ONES) // U+007F
                                    | eight)
                            & HIGH;
            if (special != 0) {
                return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
        }
        while (at < end
                && text[at] >= ' '
                && text[at] != '"'
                && text[at] != '\\'
                && text[at] != DELETE) {
            at++;
        }
        return at;
    }

    /// @param at after the reverse solidus
    private static int escape(byte[] text, int at, int end) {
        if (at >= end) {
            return UNDECIDED;
        }
        if (SHORT_ESCAPES.indexOf(text[at]) >= 0) {
            return at + 1;
        }
        int low = literal(text, at, end, LOW);
        if (low < 0 || low + 2 > end) {
            return UNDECIDED;
        }
        int high = text[low] - '0';
        int digit = "0123456789abcdef".indexOf(text[low + 1]);
        int code = high * 16 + digit;
        return high < 0 || high > 1 || digit < 0 || SHORT_CONTROLS.indexOf(code) >= 0
                ? UNDECIDED
                : low + 2;
    }

    /// Over one character outside of ASCII. Source: RFC 3629 section 4.
    private static int wide(byte[] text, int at, int end) {
        int lead = text[at] & 0xff;
        int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (lead < 0xc2 || lead > 0xf4 || at + length > end) {
            return UNDECIDED;
        }
        int second = text[at + 1] & 0xff;
        int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return UNDECIDED;
        }
        for (int i = 2; i < length; i++) {
            if ((text[at + i] & 0xc0) != 0x80) {
                return UNDECIDED;
            }
        }
        return at + length;
    }

    /// The first line feed at or after a position; the end if there is none.
    static int lineFeed(byte[] text, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long feed = (long) EIGHT.get(text, at) ^ ('\n' * ONES);
            long found = (feed - ONES) & ~feed & HIGH;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && text[at] != '\n') {
            at++;
        }
        return at;
    }
}
