// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.util.Locale;
import org.samband.paper.Paper;
import org.samband.paper.PaperAkn;
import org.samband.paper.PaperDocx;
import org.samband.paper.PaperPdf;

/// The forms in which a paper is handed out.
public enum PaperForm {
    PDF(FileKind.PDF) {
        @Override
        public byte[] of(Paper paper, PaperAkn.About about) {
            return PaperPdf.of(paper);
        }
    },
    DOCX(FileKind.DOCX) {
        @Override
        public byte[] of(Paper paper, PaperAkn.About about) {
            return PaperDocx.of(paper);
        }
    },
    AKN(FileKind.AKOMA_NTOSO) {
        @Override
        public byte[] of(Paper paper, PaperAkn.About about) {
            return PaperAkn.of(paper, about);
        }
    };

    /// The last step of a path that asks for one of them.
    public static final String STEP = "{form:pdf|docx|akn}";

    private final FileKind kind;

    PaperForm(FileKind kind) {
        this.kind = kind;
    }

    /// @param step as {@link #STEP} lets it through
    public static PaperForm of(String step) {
        return valueOf(step.toUpperCase(Locale.ROOT));
    }

    public FileKind kind() {
        return kind;
    }

    /// @param about what a form says of the paper that names its kind, day and parties
    public abstract byte[] of(Paper paper, PaperAkn.About about);
}
