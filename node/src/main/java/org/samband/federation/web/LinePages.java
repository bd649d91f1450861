// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.federation.FederationRule;
import org.samband.federation.FileMarking;
import org.samband.federation.LineChecks;
import org.samband.federation.LinkStates;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.EntryProofs;
import org.samband.ledger.LedgerExport;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Power;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.parties.Sights;
import org.samband.proof.EntryProof;
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

    /// A check that ends in this time is answered at once.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LinePage page;
    private final LinkStates states;
    private final LineChecks checks;
    private final Ledgers ledgers;
    private final LedgerExport exports;
    private final EntryProofs proofs;
    private final Sights sights;
    private final Partnerships partnerships;
    private final SecurityLog log;
    private final InstantSource clock;

    LinePages(
            LinePage page,
            LinkStates states,
            LineChecks checks,
            Ledgers ledgers,
            LedgerExport exports,
            EntryProofs proofs,
            Sights sights,
            Partnerships partnerships,
            SecurityLog log,
            InstantSource clock) {
        this.page = page;
        this.states = states;
        this.checks = checks;
        this.ledgers = ledgers;
        this.exports = exports;
        this.proofs = proofs;
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
        return page.of(
                partnership,
                officer,
                words,
                export.equals("refused")
                        ? Refusals.of(Refusal.of(FederationRule.NOT_ALL_SEEN))
                        : Refusals.NONE,
                List.of());
    }

    /// Streams the export. What has begun cannot be refused any more, so all is asked before.
    @GetMapping("/{partnership}/line/export")
    void export(
            @PathVariable PartnershipId partnership,
            Officer officer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!mayHold(partnership, officer, response)) {
            return;
        }
        var name =
                new ExportName(
                        partnership,
                        partnerships.own(),
                        clock.instant(),
                        states.highest(partnership));
        head(partnership, officer, name.file(), name.header(), request, response);
        exports.write(partnership, response.getOutputStream());
    }

    /// Proof of one entry, for somebody who is not to have the others. Who gives it away could give
    /// away all: an entry may name what not everybody sees.
    @GetMapping("/{partnership}/line/proof/{party}/{number}")
    void proof(
            @PathVariable PartnershipId partnership,
            @PathVariable String party,
            @PathVariable long number,
            Officer officer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!mayHold(partnership, officer, response)) {
            return;
        }
        var ledger =
                ledgers.pair(partnership).stream()
                        .flatMap(pair -> pair.both().stream())
                        .filter(one -> one.party().value().equals(party))
                        .findFirst()
                        .filter(_ -> number > 0)
                        .orElseThrow(NotFound::new);
        var entry = new EntryNumber(number);
        var proof = proofs.of(ledger, entry).orElseThrow(NotFound::new);
        var marking = ledgers.get(ledger, entry).orElseThrow(NotFound::new).marking();
        var file =
                "%s-%s-%d-%s.%s"
                        .formatted(
                                partnership,
                                party,
                                number,
                                FileMarking.inName(marking),
                                EntryProof.END);
        head(partnership, officer, file, FileMarking.inHeader(marking), request, response);
        response.getOutputStream().write(proof.text().getBytes(StandardCharsets.UTF_8));
    }

    /// Whether an officer may take away what both ledgers hold; who may not is told.
    private boolean mayHold(
            PartnershipId partnership, Officer officer, HttpServletResponse response)
            throws IOException {
        page.state(partnership, officer);
        if (!officer.may(Power.EXPORT)) {
            throw new NotFound();
        }
        boolean sees = states.seesAll(sights.of(officer), partnership);
        if (!sees) {
            response.sendRedirect("/" + partnership + "/line?export=refused");
        }
        return sees;
    }

    private void head(
            PartnershipId partnership,
            Officer officer,
            String file,
            String marking,
            HttpServletRequest request,
            HttpServletResponse response) {
        log.note(
                SecurityNote.of(SecurityEvent.EXPORT_MADE)
                        .by(officer.id())
                        .in(partnership)
                        .from(request.getRemoteAddr())
                        .with("file", file));
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setHeader("Samband-Marking", marking);
        response.setHeader("Cache-Control", "no-store");
    }

    /// Checks both ledgers; what takes longer goes on behind the page, which then renews itself.
    @PostMapping("/{partnership}/line/check")
    String check(@PathVariable PartnershipId partnership, Officer officer) {
        if (page.state(partnership, officer).figures().isEmpty()) {
            throw new NotFound();
        }
        checks.check(partnership, PATIENCE, officer.account());
        return "redirect:/" + partnership + "/line#checks";
    }

    /// An administrator has looked at a fork.
    @PostMapping("/{partnership}/line/looked")
    Object looked(@PathVariable PartnershipId partnership, Officer officer, Words words) {
        page.state(partnership, officer);
        return switch (states.looked(officer, partnership)) {
            case Outcome.Accepted<PartnershipId> _ -> "redirect:/" + partnership + "/line";
            case Outcome.Refused<PartnershipId>(var refusal) ->
                    page.of(partnership, officer, words, Refusals.of(refusal), List.of())
                            .status(403);
        };
    }
}
