// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/// Signatures in a PDF, each added behind what was there, so that those before it still hold.
/// Source: ETSI EN 319 142-1 (PAdES), level B-B; ISO 32000-1, section 12.8.
public final class PdfSignatures {
    /// Most bytes of a PDF of which signatures are read.
    public static final int LARGEST = 16 << 20;

    private PdfSignatures() {}

    /// What a signature says of itself beside its bytes.
    ///
    /// @param name of who signs
    /// @param at to the second
    public record Seal(String name, String reason, Instant at) {
        public Seal {
            at = at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /// A signature as it stands in a PDF.
    ///
    /// @param signature CMS, DER
    /// @param content that is signed
    /// @param whole whether that is all of the file but the signature itself
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    public record Signed(Seal seal, byte[] signature, byte[] content, boolean whole) {}

    /// The same paper, seal and signature give the same bytes.
    ///
    /// @param signer makes a detached CAdES signature
    public static byte[] add(byte[] pdf, Seal seal, UnaryOperator<byte[]> signer) {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(seal.name());
            signature.setReason(seal.reason());
            signature.setSignDate(GregorianCalendar.from(seal.at().atZone(ZoneOffset.UTC)));
            document.setDocumentId(seal.at().getEpochSecond());
            document.addSignature(signature);
            outsideOfThePage(document);
            var out = new ByteArrayOutputStream();
            var waiting = document.saveIncrementalForExternalSigning(out);
            waiting.setSignature(signer.apply(waiting.getContent().readAllBytes()));
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A signature that is not seen is no part of what is read aloud. Source: ISO 14289-1, 7.18.1.
    private static void outsideOfThePage(PDDocument document) throws IOException {
        for (var field : document.getSignatureFields()) {
            for (var widget : field.getWidgets()) {
                widget.setRectangle(new PDRectangle(-1, -1, 0, 0));
            }
            field.setAlternateFieldName(field.getSignature().getName());
        }
    }

    /// The room for a signature is filled up with zeros. Source: X.690, section 8.1.3.
    private static byte[] unpadded(byte[] der) {
        int first = der.length > 1 ? der[1] & 0xFF : 0;
        int more = first > 0x80 ? first - 0x80 : 0;
        if (first == 0x80 || more > 3 || der.length < 2 + more) {
            return der;
        }
        int length = more == 0 ? first : 0;
        for (int i = 0; i < more; i++) {
            length = (length << 8) | (der[2 + i] & 0xFF);
        }
        return 2 + more + length <= der.length ? Arrays.copyOf(der, 2 + more + length) : der;
    }

    /// The signatures of a PDF in the order in which they were added.
    ///
    /// @return empty if it cannot be read as a PDF
    public static Optional<List<Signed>> of(byte[] pdf) {
        if (pdf.length > LARGEST) {
            return Optional.empty();
        }
        try (var document = Loader.loadPDF(pdf)) {
            var all = new ArrayList<Signed>();
            for (var one : document.getSignatureDictionaries()) {
                var range = one.getByteRange();
                var at = one.getSignDate();
                if (range.length != 4 || at == null) {
                    return Optional.empty();
                }
                all.add(
                        new Signed(
                                new Seal(
                                        String.valueOf(one.getName()),
                                        String.valueOf(one.getReason()),
                                        at.toInstant()),
                                unpadded(one.getContents(pdf)),
                                one.getSignedContent(pdf),
                                range[0] == 0 && range[2] + range[3] == pdf.length));
            }
            return Optional.of(List.copyOf(all));
        } catch (IOException | RuntimeException unreadable) {
            // PDFBox throws many kinds for bytes that are no PDF.
            return Optional.empty();
        }
    }
}
