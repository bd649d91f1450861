// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.nio.charset.StandardCharsets;
import org.samband.drafting.CanonicalText;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A text as a copy to print, and as the canonical bytes that both parties agree.
@Controller
class TextFiles {
    private final TextParts parts;

    TextFiles(TextParts parts) {
        this.parts = parts;
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
    ResponseEntity<byte[]> canonical(
            @PathVariable PartnershipId partnership, @PathVariable String ref, Officer officer) {
        var text = parts.find(partnership, ref, officer);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(text.ref() + ".json", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(CanonicalText.bytes(text));
    }
}
