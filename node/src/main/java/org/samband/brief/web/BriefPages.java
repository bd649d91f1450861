// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.samband.brief.Brief;
import org.samband.brief.Briefs;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The brief of a meeting, as a page that prints and as a file.
@Controller
class BriefPages {
    private final Briefs briefs;
    private final Partnerships partnerships;
    private final Policies policies;
    private final Sights sights;
    private final InstantSource clock;

    BriefPages(
            Briefs briefs,
            Partnerships partnerships,
            Policies policies,
            Sights sights,
            InstantSource clock) {
        this.briefs = briefs;
        this.partnerships = partnerships;
        this.policies = policies;
        this.sights = sights;
        this.clock = clock;
    }

    @GetMapping("/{partnership}/dossier/{ref}/brief")
    Page page(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var brief = find(partnership, ref, officer);
        return Page.of("brief/brief.jte")
                .titled(words.of("brief.title", brief.meeting().title()))
                .in(partnership)
                .at("procedure.navigation.dossiers")
                .marked(brief.marking())
                .with("brief", brief)
                .with("view", view(partnership, words));
    }

    @GetMapping("/{partnership}/dossier/{ref}/brief/docx")
    void docx(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var brief = find(partnership, ref, officer);
        var view = view(partnership, words);
        response.setContentType(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(view.fileName(brief), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Samband-Marking", brief.marking().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var banner = policies.banner(brief.marking(), words.language()).text();
        BriefDocument.write(brief, view, banner, response.getOutputStream());
    }

    private Brief find(PartnershipId partnership, String ref, Officer officer) {
        return ActRef.of(ref)
                .flatMap(meeting -> briefs.of(sights.of(officer), partnership, meeting))
                .orElseThrow(NotFound::new);
    }

    private BriefView view(PartnershipId partnership, Words words) {
        var profile = partnerships.profile(partnership).orElseThrow(NotFound::new);
        return new BriefView(profile, partnerships.own(), clock.instant(), words);
    }
}
