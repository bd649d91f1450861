// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.federation.FederationRule;
import org.samband.federation.LinkState;
import org.samband.federation.LinkStates;
import org.samband.ledger.LedgerExport;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Power;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.web.NavigationEntry;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The line to the counterpart: whether it works, what waits, what was refused; and the export.
@Controller
class LinePages {
    static final String AT = "federation.navigation.line";
    private static final int ORDER = 70;

    private final LinkStates states;
    private final LedgerExport exports;
    private final Sights sights;
    private final Partnerships partnerships;
    private final SecurityLog log;
    private final InstantSource clock;

    LinePages(
            LinkStates states,
            LedgerExport exports,
            Sights sights,
            Partnerships partnerships,
            SecurityLog log,
            InstantSource clock) {
        this.states = states;
        this.exports = exports;
        this.sights = sights;
        this.partnerships = partnerships;
        this.log = log;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry lineEntry() {
        return new NavigationEntry(AT, "/{partnership}/line", ORDER, Optional.empty());
    }

    @GetMapping("/{partnership}/line")
    Page line(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "") String export,
            Officer officer,
            Words words) {
        return page(
                partnership,
                officer,
                words,
                export.equals("refused")
                        ? Refusals.of(Refusal.of(FederationRule.NOT_ALL_SEEN))
                        : Refusals.NONE);
    }

    private Page page(PartnershipId partnership, Officer officer, Words words, Refusals refusals) {
        var sight = sights.of(officer);
        var state = state(sight, partnership);
        var counterpart = words.in(partnerships.counterpart(partnership).fullName());
        return Page.of("federation/line.jte")
                .titled(words.of("federation.line.title"))
                .in(partnership)
                .at(AT)
                .with("line", new LineView(state, counterpart, words))
                .with("refusals", refusals)
                .with("exports", officer.may(Power.EXPORT) && state.figures().isPresent())
                .with("administers", officer.may(Power.ADMINISTER));
    }

    private LinkState state(Sight sight, PartnershipId partnership) {
        return states.of(sight, partnership).orElseThrow(NotFound::new);
    }

    /// Streams the export. What has begun cannot be refused any more, so all is asked before.
    @GetMapping("/{partnership}/line/export")
    void export(
            @PathVariable PartnershipId partnership,
            Officer officer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var sight = sights.of(officer);
        state(sight, partnership);
        if (!officer.may(Power.EXPORT)) {
            throw new NotFound();
        }
        if (!states.seesAll(sight, partnership)) {
            response.sendRedirect("/" + partnership + "/line?export=refused");
            return;
        }
        var name =
                new ExportName(
                        partnership,
                        partnerships.own(),
                        clock.instant(),
                        states.highest(partnership));
        log.note(
                SecurityNote.of(SecurityEvent.EXPORT_MADE)
                        .by(officer.id())
                        .in(partnership)
                        .from(request.getRemoteAddr())
                        .with("file", name.file()));
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name.file() + "\"");
        response.setHeader("Samband-Marking", name.header());
        response.setHeader("Cache-Control", "no-store");
        exports.write(partnership, response.getOutputStream());
    }

    /// An administrator has looked at a fork.
    @PostMapping("/{partnership}/line/looked")
    Object looked(@PathVariable PartnershipId partnership, Officer officer, Words words) {
        state(sights.of(officer), partnership);
        return switch (states.looked(officer, partnership)) {
            case Outcome.Accepted<PartnershipId> _ -> "redirect:/" + partnership + "/line";
            case Outcome.Refused<PartnershipId>(var refusal) ->
                    page(partnership, officer, words, Refusals.of(refusal)).status(403);
        };
    }
}
