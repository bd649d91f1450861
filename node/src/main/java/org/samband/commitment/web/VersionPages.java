// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.commitment.TextVersions;
import org.samband.commitment.VersionComparison;
import org.samband.instrument.InstrumentImport;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A new version of the agreed text: read from a file into a proposal, and shown next to the one in
/// whose place it comes.
@Controller
class VersionPages {
    private final TextVersions versions;
    private final Dossiers dossiers;
    private final Sights sights;

    VersionPages(TextVersions versions, Dossiers dossiers, Sights sights) {
        this.versions = versions;
        this.dossiers = dossiers;
        this.sights = sights;
    }

    @GetMapping("/{partnership}/text/version")
    Page form(@PathVariable PartnershipId partnership, Officer officer, Words words) {
        return form(partnership, Optional.empty(), Optional.empty(), officer, words);
    }

    /// The text that both agreed in a revision.
    @GetMapping("/{partnership}/dossier/{dossier}" + RevisedTexts.PATH)
    Page revised(
            @PathVariable PartnershipId partnership,
            @PathVariable String dossier,
            Officer officer,
            Words words) {
        var revision = revision(officer, partnership, dossier);
        return form(partnership, Optional.of(revision), Optional.empty(), officer, words);
    }

    private Dossier revision(Officer officer, PartnershipId partnership, String dossier) {
        return ActRef.of(dossier)
                .flatMap(ref -> versions.revised(officer, partnership, ref))
                .orElseThrow(NotFound::new);
    }

    private Page form(
            PartnershipId partnership,
            Optional<Dossier> revision,
            Optional<Refusal> refusal,
            Officer officer,
            Words words) {
        if (!versions.mayPropose(officer, partnership)) {
            throw new NotFound();
        }
        var page =
                Page.of("commitment/version.jte")
                        .titled(words.of("commitment.version.title"))
                        .in(partnership)
                        .at(TextPages.AT)
                        .with("revision", revision)
                        .with("refusal", refusal);
        return revision.map(Dossier::marking).map(page::marked).orElse(page);
    }

    @PostMapping("/{partnership}/text/version")
    Object read(
            @PathVariable PartnershipId partnership,
            @RequestParam(name = "text", required = false) @Nullable MultipartFile file,
            Officer officer,
            Words words) {
        return read(partnership, Optional.empty(), file, officer, words);
    }

    @PostMapping("/{partnership}/dossier/{dossier}" + RevisedTexts.PATH)
    Object readRevised(
            @PathVariable PartnershipId partnership,
            @PathVariable String dossier,
            @RequestParam(name = "text", required = false) @Nullable MultipartFile file,
            Officer officer,
            Words words) {
        var revision = revision(officer, partnership, dossier);
        return read(partnership, Optional.of(revision), file, officer, words);
    }

    private Object read(
            PartnershipId partnership,
            Optional<Dossier> revision,
            @Nullable MultipartFile file,
            Officer officer,
            Words words) {
        if (!versions.mayPropose(officer, partnership)) {
            throw new NotFound();
        }
        if (file == null || file.isEmpty()) {
            return form(partnership, revision, Optional.of(TextVersions.nothing()), officer, words)
                    .status(Page.REFUSED);
        }
        var taken =
                versions.take(
                        officer,
                        partnership,
                        revision,
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                        Objects.requireNonNullElse(file.getContentType(), ""),
                        bytes(file));
        return switch (taken) {
            case Outcome.Accepted<String>(var path) ->
                    ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .header("Location", "/" + partnership + path)
                            .build();
            case Outcome.Refused<String>(var why) ->
                    form(partnership, revision, Optional.of(why), officer, words)
                            .status(Page.REFUSED);
        };
    }

    private static byte[] bytes(MultipartFile file) {
        try (var in = file.getInputStream()) {
            return in.readNBytes(InstrumentImport.MOST_BYTES + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @GetMapping("/{partnership}/text/version/{dossier}")
    Page compare(
            @PathVariable PartnershipId partnership,
            @PathVariable String dossier,
            Officer officer,
            Words words) {
        var sight = sights.of(officer);
        var ref = ActRef.of(dossier).orElseThrow(NotFound::new);
        var found = versions.compare(sight, partnership, ref).orElseThrow(NotFound::new);
        var marking = dossiers.dossier(sight, partnership, ref).orElseThrow().marking();
        return Page.of("commitment/comparison.jte")
                .titled(words.of("commitment.version.compare"))
                .in(partnership)
                .at(TextPages.AT)
                .marked(marking)
                .with("dossier", ref)
                .with(
                        "comparison",
                        found instanceof Outcome.Accepted<VersionComparison>(var comparison)
                                ? Optional.of(comparison)
                                : Optional.empty())
                .with(
                        "refusal",
                        found instanceof Outcome.Refused<VersionComparison>(var why)
                                ? Optional.of(why)
                                : Optional.empty());
    }
}
