// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.samband.brief.Brief;
import org.samband.brief.Briefs;
import org.samband.paper.PaperDocx;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.web.FileAnswer;
import org.samband.web.FileKind;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Papers;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The brief of a meeting, as a page that prints and as a file.
@Controller
class BriefPages {
    private final Briefs briefs;
    private final Partnerships partnerships;
    private final Papers papers;
    private final Sights sights;
    private final InstantSource clock;

    BriefPages(
            Briefs briefs,
            Partnerships partnerships,
            Papers papers,
            Sights sights,
            InstantSource clock) {
        this.briefs = briefs;
        this.partnerships = partnerships;
        this.papers = papers;
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

    @GetMapping("/{partnership}/dossier/{ref}/brief/pdf")
    void pdf(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var brief = find(partnership, ref, officer);
        var fitted = fitted(brief, partnership, words);
        FileAnswer.head(response, FileKind.PDF, BriefView.fileName(brief), brief.marking());
        response.getOutputStream().write(fitted.pdf());
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
        var fitted = fitted(brief, partnership, words);
        FileAnswer.head(response, FileKind.DOCX, BriefView.fileName(brief), brief.marking());
        response.getOutputStream().write(PaperDocx.of(fitted.paper()));
    }

    private BriefPaper.Fitted fitted(Brief brief, PartnershipId partnership, Words words) {
        var view = view(partnership, words);
        var frame =
                papers.frame(brief.marking(), words.of("paper.circle.own"), view.profile(), words);
        return new BriefPaper(brief, view, frame).fitted();
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
