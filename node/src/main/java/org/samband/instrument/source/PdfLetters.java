// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The letters of a page with their places, as they are drawn.
final class PdfLetters extends PDFTextStripper {
    private final List<Glyph> glyphs = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /// A letter.
    ///
    /// @param x left edge in points
    /// @param y baseline in points from the top
    /// @param width in points
    /// @param size of the font in points
    record Glyph(
            String text,
            double x,
            double y,
            double width,
            double size,
            double space,
            boolean bold) {
        double right() {
            return x + width;
        }
    }

    PdfLetters() {
        setSortByPosition(false);
        setSuppressDuplicateOverlappingText(false);
    }

    List<Glyph> of(PDDocument document, int page) throws IOException {
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        return glyphs;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        Bounds.most(glyphs.size(), Bounds.LETTERS, "letters");
        var text = letter.getUnicode();
        if (text == null || text.isEmpty() || letter.getDir() != 0) {
            return;
        }
        double size =
                Math.abs(letter.getYScale()) > 0
                        ? Math.abs(letter.getYScale())
                        : letter.getFontSizeInPt();
        var font = letter.getFont() == null ? null : letter.getFont().getName();
        var bold =
                font != null
                        && font.toLowerCase(Locale.ROOT).matches(".*(bold|black|heavy|demi).*");
        var glyph =
                new Glyph(
                        text,
                        letter.getXDirAdj(),
                        letter.getYDirAdj(),
                        letter.getWidthDirAdj(),
                        size,
                        letter.getWidthOfSpace(),
                        bold);
        if (Double.isFinite(glyph.x())
                && Double.isFinite(glyph.y())
                && Double.isFinite(glyph.width())
                && seen.add(text + Math.round(glyph.x()) + " " + Math.round(glyph.y()))) {
            glyphs.add(glyph);
        }
    }
}
