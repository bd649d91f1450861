// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// What veraPDF, which is not ours, finds wrong with a PDF.
public final class VeraPdf {
    private VeraPdf() {}

    /// Faults against PDF/UA-1 and PDF/A-3A.
    public static List<String> faults(byte[] pdf) {
        return List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A).stream()
                .flatMap(flavour -> faults(pdf, flavour).stream())
                .toList();
    }

    public static List<String> faults(byte[] pdf, PDFAFlavour flavour) {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(one ->
                            flavour
                                    + " "
                                    + one.getRuleId().getClause()
                                    + "-"
                                    + one.getRuleId().getTestNumber()
                                    + ": "
                                    + one.getMessage()
                                    + " at "
                                    + one.getLocation().getContext())
                    .distinct()
                    .limit(20)
                    .toList();
        } catch (ModelParsingException
                | EncryptedPdfException
                | ValidationException
                | java.io.IOException broken) {
            throw new AssertionError("not readable as a PDF", broken);
        }
    }
}
