// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Recall;
import org.samband.procedure.Recalls;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes back what our party sent, says what became of what the counterpart took back, and lets an
/// auditor read it.
@Controller
class RecallPages {
    private final Dossiers dossiers;
    private final Recalls recalls;
    private final FormParts parts;
    private final Sights sights;
    private final SecurityLog log;

    RecallPages(
            Dossiers dossiers, Recalls recalls, FormParts parts, Sights sights, SecurityLog log) {
        this.dossiers = dossiers;
        this.recalls = recalls;
        this.parts = parts;
        this.sights = sights;
        this.log = log;
    }

    @GetMapping("/{partnership}/dossier/{ref}/recall/{act}")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String act,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        return recall(dossier, ref(act), "", words, Refusals.NONE);
    }

    @PostMapping("/{partnership}/dossier/{ref}/recall/{act}")
    Object recall(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        return switch (recalls.recall(officer, partnership, dossier.ref(), ref(act), reason)) {
            case Acted.Done _ -> DossierPages.goTo(partnership, dossier.ref(), "act-" + act);
            case Acted.Refused(var refusals) ->
                    recall(dossier, ref(act), reason, words, new Refusals(refusals))
                            .status(ActPages.NOT_RECORDED);
        };
    }

    private Page recall(
            Dossier dossier, ActRef act, String reason, Words words, Refusals refusals) {
        if (dossier.act(act).isEmpty()) {
            throw new NotFound();
        }
        return page("procedure/recall.jte", "procedure.recall.title", dossier, words)
                .with("act", act)
                .with("reason", reason)
                .with("refusals", refusals);
    }

    @GetMapping("/{partnership}/dossier/{ref}/receipt/{recall}")
    Page receiptForm(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String recall,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        return receipt(dossier, ref(recall), "", "", words, Refusals.NONE);
    }

    @PostMapping("/{partnership}/dossier/{ref}/receipt/{recall}")
    Object receipt(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String recall,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        var about = ref(recall);
        return switch (recalls.receipt(
                officer, partnership, dossier.ref(), about, outcome, reason)) {
            case Acted.Done _ -> DossierPages.goTo(partnership, dossier.ref(), "acts");
            case Acted.Refused(var refusals) ->
                    receipt(dossier, about, outcome, reason, words, new Refusals(refusals))
                            .status(ActPages.NOT_RECORDED);
        };
    }

    private Page receipt(
            Dossier dossier,
            ActRef recall,
            String outcome,
            String reason,
            Words words,
            Refusals refusals) {
        var found =
                dossier.recalls().stream()
                        .filter(one -> one.ref().equals(recall))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return page("procedure/receipt.jte", "procedure.recall.receipt.title", dossier, words)
                .with("recall", found)
                .with("outcome", outcome)
                .with("outcomes", List.of(Recall.Outcome.values()))
                .with("reason", reason)
                .with("refusals", refusals);
    }

    /// What was recalled, for an auditor; each look is noted.
    @GetMapping("/{partnership}/dossier/{ref}/recalled/{act}")
    Page recalled(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String act,
            Officer officer,
            Words words,
            HttpServletRequest request) {
        var dossier = find(partnership, ref, officer);
        if (!recalls.mayAudit(officer) || dossier.recall(ref(act)).isEmpty()) {
            throw new NotFound();
        }
        var whole = dossiers.dossier(Sight.NODE, partnership, dossier.ref()).orElseThrow();
        var said = whole.act(ref(act)).orElseThrow(NotFound::new).act();
        log.note(
                SecurityNote.of(SecurityEvent.RECALLED_READ)
                        .by(officer.id())
                        .in(partnership)
                        .from(request.getRemoteAddr())
                        .with("what", act));
        var parties = parts.parties(partnership, words);
        var form = whole.procedure().act(said.act()).orElseThrow(NotFound::new);
        return page("procedure/recalled.jte", "procedure.recall.audit.title", dossier, words)
                .with("title", whole.title())
                .with("act", said.ref())
                .with(
                        "said",
                        Said.of(
                                form,
                                said.fields(),
                                parties,
                                SaidFile.place(partnership, whole.ref(), said.ref())));
    }

    private Page page(String template, String title, Dossier dossier, Words words) {
        return Page.of(template)
                .titled(words.of(title))
                .in(dossier.partnership())
                .at(DossierListPages.AT)
                .marked(dossier.marking())
                .with("dossier", dossier)
                .with("parties", parts.parties(dossier.partnership(), words));
    }

    private Dossier find(PartnershipId partnership, String ref, Officer officer) {
        return ActRef.of(ref)
                .flatMap(known -> dossiers.dossier(sights.of(officer), partnership, known))
                .orElseThrow(NotFound::new);
    }

    private static ActRef ref(String text) {
        return ActRef.of(text).orElseThrow(NotFound::new);
    }
}
