// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// Letters of the font that the project ships, as shapes and widths, so that no font of the machine
/// is asked for.
final class Lettering {
    static final String REGULAR_FILE = "/paper/inter-regular.ttf";
    static final String BOLD_FILE = "/paper/inter-semibold.ttf";
    static final Lettering REGULAR = new Lettering(REGULAR_FILE);

    private final TrueTypeFont font;
    private final CmapLookup map;
    private final double em;
    private final Map<Integer, GeneralPath> paths = new ConcurrentHashMap<>();

    private Lettering(String file) {
        try (var in = open(file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            map = font.getUnicodeCmapLookup();
            em = font.getUnitsPerEm();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A file that the project ships.
    static InputStream open(String file) {
        @Nullable InputStream in = Lettering.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException(file + " is missing: the program is not whole");
        }
        return in;
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size / em;
    }

    private double advance(int letter) {
        try {
            return font.getAdvanceWidth(map.getGlyphId(letter));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The text, or as much of its beginning as fits, with an ellipsis.
    String cut(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    /// The outline of a text that stands on y.
    Shape outline(String text, double x, double y, double size) {
        var whole = new GeneralPath();
        double scale = size / em;
        double at = x;
        for (int letter : text.codePoints().toArray()) {
            whole.append(
                    new AffineTransform(scale, 0, 0, -scale, at, y)
                            .createTransformedShape(path(letter)),
                    false);
            at += advance(letter) * scale;
        }
        return whole;
    }

    /// Read once for each letter.
    private GeneralPath path(int letter) {
        return paths.computeIfAbsent(letter, this::read);
    }

    private GeneralPath read(int letter) {
        try {
            var glyph = font.getGlyph().getGlyph(map.getGlyphId(letter));
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
