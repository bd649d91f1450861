// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.samband.instrument.InstrumentRule;

/// The five formats, told by bytes.
enum Format {
    TEXT("plain text"),
    DOCX("DOCX"),
    PDF("PDF"),
    HTML("HTML"),
    AKOMA_NTOSO("Akoma Ntoso"),
    UNKNOWN("text");

    /// Bytes among which the mark of a PDF may stand.
    private static final int HEAD = 1024;

    private static final Pattern ROOT =
            Pattern.compile(
                    "(?s)(?:\\s|<\\?.*?\\?>|<!--.*?-->|<![^>\\[]*(?:\\[.*?\\]\\s*)?>)*+<(?:[\\w.-]+:)?([\\w.-]+)");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Format of(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return DOCX;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw ole(bytes);
        }
        if (head.startsWith("{\\rtf")) {
            throw new UnreadableException(
                    InstrumentRule.UNKNOWN_FORMAT, "it is RTF; save it as DOCX");
        }
        var text = Characters.decode(bytes);
        if (text.isBlank()) {
            throw new UnreadableException(InstrumentRule.EMPTY, "");
        }
        return markup(text);
    }

    private static Format markup(String text) {
        if (text.stripLeading().startsWith("<")) {
            var root = ROOT.matcher(text.length() > 65_536 ? text.substring(0, 65_536) : text);
            var name = root.lookingAt() ? root.group(1).toLowerCase(Locale.ROOT) : "";
            if (name.equals("akomantoso")) {
                return AKOMA_NTOSO;
            }
            if (text.stripLeading().startsWith("<?xml") && !name.equals("html")) {
                throw new UnreadableException(
                        InstrumentRule.UNKNOWN_FORMAT, "it is XML with the root " + name);
            }
            return HTML;
        }
        return text(text);
    }

    /// Text has hardly any control characters.
    private static Format text(String text) {
        long odd =
                text.chars()
                        .filter(c -> (c < ' ' && "\n\r\t\f\u000B".indexOf(c) < 0) || c == 0xFFFD)
                        .count();
        if (odd > 0 && odd * 500 > text.length()) {
            throw new UnreadableException(
                    InstrumentRule.UNKNOWN_FORMAT, "its bytes are no letters");
        }
        return TEXT;
    }

    private static UnreadableException ole(byte[] bytes) {
        var inside = new String(bytes, StandardCharsets.UTF_16LE);
        return inside.contains("EncryptedPackage")
                ? new UnreadableException(InstrumentRule.ENCRYPTED, "")
                : new UnreadableException(
                        InstrumentRule.UNKNOWN_FORMAT,
                        "it is an older office file; save it as DOCX");
    }

    Source lines(byte[] bytes) throws IOException {
        return switch (this) {
            case TEXT -> TextFile.read(Characters.decode(bytes));
            case DOCX -> DocxFile.read(bytes);
            case PDF -> PdfFile.read(bytes);
            case HTML -> HtmlFile.read(Characters.decode(bytes));
            case AKOMA_NTOSO -> AkomaNtosoFile.read(bytes);
            case UNKNOWN ->
                    throw new UnreadableException(InstrumentRule.UNKNOWN_FORMAT, "not known");
        };
    }
}
