// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.JointText;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.web.FileAnswer;
import org.samband.web.FileKind;
import org.samband.web.Page;
import org.samband.web.PaperForm;
import org.samband.web.Papers;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A text as a copy to print, as files in its own language, and as the canonical bytes that both
/// parties agree.
@Controller
class TextFiles {
    private final TextParts parts;
    private final Papers papers;

    TextFiles(TextParts parts, Papers papers) {
        this.parts = parts;
        this.papers = papers;
    }

    @GetMapping("/{partnership}/joint-text/{ref}/copy")
    Page copy(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var names = parts.names(partnership, words);
        return parts.page("drafting/copy.jte", text, text.opening().title(), officer, names)
                .with("copy", TextCopy.of(text, names))
                .with("hash", CanonicalText.hash(text));
    }

    @GetMapping("/{partnership}/joint-text/{ref}/canonical.json")
    void canonical(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            HttpServletResponse response)
            throws IOException {
        var text = parts.find(partnership, ref, officer);
        head(response, FileKind.JSON, text);
        response.getOutputStream().write(CanonicalText.bytes(text));
    }

    @GetMapping("/{partnership}/joint-text/{ref}/" + PaperForm.STEP)
    void paper(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String form,
            Officer officer,
            HttpServletResponse response)
            throws IOException {
        var text = parts.find(partnership, ref, officer);
        var as = PaperForm.of(form);
        var paper = paper(text);
        var bytes = as.of(paper.paper(), paper.about());
        head(response, as.kind(), text);
        response.getOutputStream().write(bytes);
    }

    private static void head(HttpServletResponse response, FileKind kind, JointText text) {
        FileAnswer.head(response, kind, text.ref().toString(), text.marking());
    }

    private TextPaper paper(JointText text) {
        var names = parts.namesOf(text);
        var frame =
                papers.frame(
                        text.marking(),
                        names.words().of("paper.circle.shared"),
                        names.profile(),
                        names.words());
        return new TextPaper(text, names, frame);
    }
}
