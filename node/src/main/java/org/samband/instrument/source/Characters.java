// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// Letters from bytes, and letters made alike: ligatures, spaces, soft hyphens.
public final class Characters {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Characters() {}

    /// UTF-8, UTF-16 with its mark, else the usual single-byte set.
    static String decode(byte[] bytes) {
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    /// Composed letters, ligatures as letters, spaces of all kinds as spaces; nothing unseen.
    public static String alike(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF -> {}
            case 0xFB00, 0xFB01, 0xFB02, 0xFB03, 0xFB04, 0xFB05, 0xFB06 ->
                    out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            case 0x2011 -> out.append('-');
            case '\n', '\r', 0x2028, 0x2029, 0x0B, 0x85 -> out.append('\n');
            case '\f' -> out.append('\f');
            default -> {
                if (Character.isSpaceChar(c) || c == '\t') {
                    out.append(' ');
                } else if (Character.isISOControl(c) || unpaired(c)) {
                    out.append('\uFFFD');
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean unpaired(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /// One space between words, none at the ends.
    public static String spaced(String text) {
        return alike(text).replaceAll("\\s+", " ").strip();
    }
}
