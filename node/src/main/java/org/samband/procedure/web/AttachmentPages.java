// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossiers;
import org.samband.web.NotFound;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Gives the files that acts carry to officers who see the dossier: as a download alone, whatever
/// the file says that it is, so that nothing in it runs as a page of this node.
@Controller
class AttachmentPages {
    private final Dossiers dossiers;
    private final Attachments attachments;
    private final Sights sights;

    AttachmentPages(Dossiers dossiers, Attachments attachments, Sights sights) {
        this.dossiers = dossiers;
        this.attachments = attachments;
        this.sights = sights;
    }

    @GetMapping("/{partnership}/dossier/{ref}/file/{act}/{blob}")
    ResponseEntity<Resource> file(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String act,
            @PathVariable String blob,
            Officer officer) {
        var attachment =
                ActRef.of(ref)
                        .flatMap(known -> dossiers.dossier(sights.of(officer), partnership, known))
                        .stream()
                        .flatMap(dossier -> dossier.state().acts().stream())
                        .map(folded -> folded.act())
                        .filter(one -> one.ref().toString().equals(act))
                        .flatMap(one -> Attachment.wellFormed(one.fields()).stream())
                        .filter(one -> one.blob().hex().equals(blob))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return attachments
                .find(partnership, attachment)
                .map(path -> answer(attachment, path))
                .orElseThrow(NotFound::new);
    }

    static ResponseEntity<Resource> answer(Attachment attachment, Path path) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(org.springframework.http.CacheControl.noStore())
                .body(new FileSystemResource(path));
    }
}
