// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.InstrumentRule;

/// Looks through the streams of a PDF before its text is read: one that unfolds without end, or a
/// table of letters that covers billions, would occupy the reader for hours.
final class PdfGuard {
    private static final int OBJECTS = 100_000;

    /// Letters that one range of a table can name.
    private static final long RANGE = 0x10000;

    private static final Pattern RANGES =
            Pattern.compile("<([0-9a-fA-F\\s]{1,40})>\\s*<([0-9a-fA-F\\s]{1,40})>");

    /// Longest table of letters; what is longer is a picture, a font or the text itself.
    private static final int TABLE = 2 * 1024 * 1024;

    private PdfGuard() {}

    static void check(COSDocument document) throws IOException {
        var keys = List.copyOf(document.getXrefTable().keySet());
        Bounds.most(keys.size(), OBJECTS, "objects");
        long all = 0;
        for (var key : keys) {
            var object = document.getObjectFromPool(key);
            if (object != null && object.getObject() instanceof COSStream stream) {
                all += check(stream);
                if (all > Bounds.INFLATED) {
                    throw unfolds();
                }
            }
        }
    }

    /// Bytes that the stream unfolds to.
    private static long check(COSStream stream) throws IOException {
        var filters = filters(stream.getFilters());
        if (filters.stream().filter(COSName.FLATE_DECODE::equals).count() > 1
                || filters.size() > 3) {
            throw unfolds();
        }
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            return 0;
        }
        try (var raw = stream.createRawInputStream()) {
            boolean flate = !filters.isEmpty() && COSName.FLATE_DECODE.equals(filters.getFirst());
            return count(flate ? new InflaterInputStream(raw) : raw);
        }
    }

    private static List<COSName> filters(@Nullable COSBase filters) {
        if (filters instanceof COSName one) {
            return List.of(one);
        }
        var names = new ArrayList<COSName>();
        if (filters instanceof COSArray several) {
            for (int at = 0; at < several.size(); at++) {
                if (several.getObject(at) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static long count(InputStream in) {
        var start = new StringBuilder();
        long bytes = 0;
        var buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > Bounds.INFLATED) {
                    throw unfolds();
                }
                if (bytes <= TABLE) {
                    start.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException broken) {
            // as far as it can be unfolded; the reader itself decides what is left of it
        }
        if (start.indexOf("range") >= 0) {
            ranges(start);
        }
        return bytes;
    }

    private static void ranges(CharSequence table) {
        var match = RANGES.matcher(table);
        while (match.find()) {
            var from = match.group(1).replaceAll("\\s", "");
            var to = match.group(2).replaceAll("\\s", "");
            if (to.isEmpty() || from.isEmpty()) {
                continue;
            }
            if (to.length() > 8
                    || from.length() > 8
                    || Long.parseLong(to, 16) - Long.parseLong(from, 16) > RANGE) {
                throw new UnreadableException(
                        InstrumentRule.UNSAFE, "a table of its letters has no end");
            }
        }
    }

    private static UnreadableException unfolds() {
        return new UnreadableException(InstrumentRule.UNSAFE, "a part of it unfolds without end");
    }
}
