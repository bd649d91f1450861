// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.samband.instrument.Gap;
import org.samband.instrument.InstrumentRule;

/// PDF: letters by their places, lines and columns by the layout.
final class PdfFile {
    /// Letters a page has at least where it is no scan.
    private static final int LETTERS = 20;

    private PdfFile() {}

    static Source read(byte[] bytes) throws IOException {
        try (var document =
                Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw new UnreadableException(InstrumentRule.ENCRYPTED, "");
            }
            PdfGuard.check(document.getDocument());
            int pages = document.getNumberOfPages();
            Bounds.most(pages, Bounds.PAGES, "pages");
            return read(document, pages);
        } catch (InvalidPasswordException locked) {
            throw new UnreadableException(InstrumentRule.ENCRYPTED, "");
        }
    }

    private static Source read(PDDocument document, int pages) throws IOException {
        var found = new ArrayList<PdfPage>();
        var gaps = new ArrayList<Gap>();
        long letters = 0;
        for (int page = 1; page <= pages; page++) {
            var glyphs = new PdfLetters().of(document, page);
            letters += glyphs.size();
            Bounds.most(letters, Bounds.LETTERS, "letters");
            found.add(
                    new PdfPage(
                            page,
                            document.getPage(page - 1).getCropBox().getWidth(),
                            PdfRows.of(glyphs)));
            if (glyphs.size() < LETTERS && hasPicture(document, page)) {
                gaps.add(new Gap("picture", "page " + page, "a page without letters"));
            }
        }
        if (letters < LETTERS) {
            throw new UnreadableException(
                    InstrumentRule.NO_TEXT,
                    pages + (pages == 1 ? " page" : " pages") + " without letters");
        }
        return new Source(Format.PDF.word(), PdfLayout.lines(found), pages, List.copyOf(gaps));
    }

    private static boolean hasPicture(PDDocument document, int page) {
        var resources = document.getPage(page - 1).getResources();
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }
}
