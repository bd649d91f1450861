// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Field;
import org.samband.procedure.Recall;
import org.samband.procedure.Recalls;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
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
    private final Attachments attachments;
    private final FormParts parts;
    private final Sights sights;
    private final SecurityLog log;

    RecallPages(
            Dossiers dossiers,
            Recalls recalls,
            Attachments attachments,
            FormParts parts,
            Sights sights,
            SecurityLog log) {
        this.dossiers = dossiers;
        this.recalls = recalls;
        this.attachments = attachments;
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
                            .status(Page.REFUSED);
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
                            .status(Page.REFUSED);
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
        var whole = audited(dossier, ref(act), officer, request);
        var said = whole.act(ref(act)).orElseThrow(NotFound::new).act();
        var parties = parts.parties(partnership, words);
        var form = whole.procedure().act(said.act()).orElseThrow(NotFound::new);
        return page("procedure/recalled.jte", "procedure.recall.audit.title", dossier, words)
                .with("title", whole.title())
                .with("act", said.ref())
                .with(
                        "said",
                        Said.of(
                                form,
                                seen(
                                        form,
                                        said.fields(),
                                        other -> sees(officer, partnership, other)),
                                parties,
                                "/%s/dossier/%s/recalled/%s/file/"
                                        .formatted(partnership, whole.ref(), said.ref())));
    }

    /// Without the numbers of dossiers that the auditor does not see.
    static Map<String, Object> seen(
            ActForm form, Map<String, Object> fields, Predicate<ActRef> sees) {
        var seen = new LinkedHashMap<>(fields);
        form.fields().stream()
                .filter(field -> field.type() == Field.Type.DOSSIER)
                .filter(field ->
                        ActRef.of(String.valueOf(fields.get(field.name()))).filter(sees).isEmpty())
                .forEach(field -> seen.remove(field.name()));
        return seen;
    }

    private boolean sees(Officer officer, PartnershipId partnership, ActRef other) {
        return dossiers.dossier(sights.of(officer), partnership, other).isPresent();
    }

    /// A file of what was recalled, for an auditor; each look is noted.
    @GetMapping("/{partnership}/dossier/{ref}/recalled/{act}/file/{blob}")
    ResponseEntity<Resource> file(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String act,
            @PathVariable String blob,
            Officer officer,
            HttpServletRequest request) {
        var dossier = find(partnership, ref, officer);
        return audited(dossier, ref(act), officer, request).act(ref(act)).stream()
                .flatMap(said -> Attachment.wellFormed(said.act().fields()).stream())
                .filter(one -> one.blob().hex().equals(blob))
                .findFirst()
                .flatMap(one ->
                        attachments
                                .find(partnership, one)
                                .map(path -> AttachmentPages.answer(one, path)))
                .orElseThrow(NotFound::new);
    }

    /// The dossier with what was recalled, for who may still read it.
    private Dossier audited(
            Dossier shown, ActRef act, Officer officer, HttpServletRequest request) {
        if (!recalls.mayAudit(officer) || shown.recall(act).isEmpty()) {
            throw new NotFound();
        }
        log.note(
                SecurityNote.of(SecurityEvent.RECALLED_READ)
                        .by(officer.id())
                        .in(shown.partnership())
                        .from(request.getRemoteAddr())
                        .with("what", act.toString()));
        return dossiers.dossier(Sight.NODE, shown.partnership(), shown.ref()).orElseThrow();
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
