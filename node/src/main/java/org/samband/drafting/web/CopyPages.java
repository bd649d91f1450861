// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.web.FileAnswer;
import org.samband.web.FileKind;
import org.samband.web.NotFound;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The copies of a sealed text that both nodes sign, from its page.
@Controller
class CopyPages {
    private final SignedCopies copies;
    private final TextParts parts;
    private final AgreePages agreeing;

    CopyPages(SignedCopies copies, TextParts parts, AgreePages agreeing) {
        this.copies = copies;
        this.parts = parts;
        this.agreeing = agreeing;
    }

    @PostMapping("/{partnership}/joint-text/{ref}/signed")
    Object make(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        return agreeing.after(copies.make(officer, text), text, officer, words);
    }

    @PostMapping("/{partnership}/joint-text/{ref}/countersigned")
    Object countersign(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        return agreeing.after(copies.countersign(officer, text), text, officer, words);
    }

    /// @param of code of the party whose copy it is
    @GetMapping("/{partnership}/joint-text/{ref}/signed/{of}")
    void file(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String of,
            Officer officer,
            HttpServletResponse response)
            throws IOException {
        var text = parts.find(partnership, ref, officer);
        var party =
                text.copies().keySet().stream()
                        .map(PartyCode::value)
                        .filter(of::equals)
                        .map(PartyCode::new)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var pdf = copies.file(text, party);
        FileAnswer.head(response, FileKind.PDF, text.ref() + "-" + party, text.marking());
        response.getOutputStream().write(pdf);
    }
}
