// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Field;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The form of an act, made from the fields of its procedure. Nothing that was typed is lost when
/// the act is refused.
@Controller
class ActPages {
    /// Status of a form that was refused.
    static final int NOT_RECORDED = 422;

    private static final String MORE = "more";
    private static final String AGAIN = "again";
    private static final String READ = "read";

    private final Dossiers dossiers;
    private final FormParts parts;
    private final Uploads uploads;
    private final Filling filling;
    private final Sights sights;

    ActPages(Dossiers dossiers, FormParts parts, Uploads uploads, Filling filling, Sights sights) {
        this.dossiers = dossiers;
        this.parts = parts;
        this.uploads = uploads;
        this.filling = filling;
        this.sights = sights;
    }

    @GetMapping("/{partnership}/dossier/{ref}/act/{act}")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String act,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        var form = dossier.procedure().act(act).orElseThrow(NotFound::new);
        var why = dossiers.whyNot(officer, dossier, form);
        return page(
                        dossier,
                        form,
                        officer,
                        words,
                        new Typed(
                                proposed(form, dossier, parts.parties(partnership, words)),
                                parts.proposed(partnership),
                                false),
                        why.map(Refusals::of).orElse(Refusals.NONE))
                .with("blocked", why.isPresent());
    }

    @PostMapping("/{partnership}/dossier/{ref}/act/{act}")
    Object act(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Officer officer,
            Words words) {
        var before = find(partnership, ref, officer);
        var asked = before.procedure().act(act).orElseThrow(NotFound::new);
        if (FormParts.first(form, "step").equals(READ) && !asked.reads().isEmpty()) {
            return filled(before, asked, form, files, officer, words);
        }
        var kept = uploads.keep(officer, partnership, asked, form, files);
        return act(before, asked, kept, officer, words);
    }

    /// The form with what a document says; nothing is recorded.
    private Page filled(
            Dossier before,
            ActForm form,
            MultiValueMap<String, String> sent,
            MultiValueMap<String, MultipartFile> files,
            Officer officer,
            Words words) {
        var filled = filling.fill(officer, before.partnership(), form, sent, files, words);
        var marking = filled.marking().isMissing() ? parts.read(sent) : filled.marking();
        var typed = new Typed(FormField.typed(form, filled.sent()), marking, false);
        return page(before, form, officer, words, typed, new Refusals(filled.refusals()))
                .with("documents", filling.shown(form, filled, words))
                .with("blocked", false)
                .status(filled.refusals().isEmpty() ? 200 : NOT_RECORDED);
    }

    private Object act(
            Dossier before, ActForm form, Uploads.Kept kept, Officer officer, Words words) {
        var sent = kept.sent();
        var fields = FormField.typed(form, sent);
        var marking = parts.read(sent);
        var step = FormParts.first(sent, "step");
        if (step.equals(MORE) || step.equals(AGAIN)) {
            var typed = new Typed(fields, marking, step.equals(MORE));
            return page(before, form, officer, words, typed, new Refusals(kept.refusals()))
                    .with("blocked", false);
        }
        if (!kept.refusals().isEmpty()) {
            var typed = new Typed(fields, marking, false);
            return page(before, form, officer, words, typed, new Refusals(kept.refusals()))
                    .with("blocked", false)
                    .status(NOT_RECORDED);
        }
        var typed = new LinkedHashMap<>(fields);
        typed.put(Dossiers.CONFIRMS, FormParts.first(sent, Dossiers.CONFIRMS));
        var acted =
                dossiers.act(
                        officer,
                        before.partnership(),
                        before.ref(),
                        form.name(),
                        version(sent),
                        marking,
                        typed);
        return switch (acted) {
            case Acted.Done(var done) ->
                    DossierPages.goTo(before.partnership(), before.ref(), "act-" + done);
            case Acted.Refused(var refusals) ->
                    page(
                                    find(before.partnership(), before.ref().toString(), officer),
                                    form,
                                    officer,
                                    words,
                                    new Typed(fields, marking, false),
                                    new Refusals(refusals))
                            .with("blocked", false)
                            .status(NOT_RECORDED);
        };
    }

    /// A form that names commitments begins with those that it is to name.
    private static Map<String, String> proposed(ActForm form, Dossier dossier, PartyWords parties) {
        var typed = new LinkedHashMap<>(FormField.proposed(form, dossier.state()));
        var items = parties.standingItems(dossier.procedure().id());
        for (var field : form.fields()) {
            if (field.type() == Field.Type.COMMITMENTS && !items.isEmpty()) {
                typed.putIfAbsent(field.name(), String.join("\n", items));
            }
        }
        return typed;
    }

    /// What an officer has typed so far.
    ///
    /// @param more whether more rows are wanted
    private record Typed(Map<String, String> fields, Marking marking, boolean more) {}

    private static int version(MultiValueMap<String, String> sent) {
        var version = FormParts.first(sent, "version");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    private Dossier find(PartnershipId partnership, String ref, Officer officer) {
        return ActRef.of(ref)
                .flatMap(known -> dossiers.dossier(sights.of(officer), partnership, known))
                .orElseThrow(NotFound::new);
    }

    private Page page(
            Dossier dossier,
            ActForm form,
            Officer officer,
            Words words,
            Typed typed,
            Refusals refusals) {
        var parties = parts.parties(dossier.partnership(), words);
        var state = dossier.state();
        return Page.of("procedure/act.jte")
                .titled(words.in(form.title()))
                .in(dossier.partnership())
                .at(DossierListPages.AT)
                .marked(dossier.marking())
                .with("dossier", dossier)
                .with("act", form)
                .with("parties", parties)
                .with(
                        "fields",
                        FormField.of(
                                form,
                                typed.fields(),
                                Optional.of(state),
                                parties,
                                parties.subjects(dossier.procedure().id()),
                                parts.nameable(officer, parties),
                                typed.more()))
                .with("documents", filling.offered(form, words))
                .with("agrees", agrees(dossier, form, parties))
                .with("digest", form.confirms().isEmpty() ? "" : state.digest(form))
                .with("bytes", form.confirms().isEmpty() ? "" : state.confirmed(form))
                .with("marking", parts.marking(typed.marking(), officer, parties))
                .with("refusals", placed(refusals));
    }

    /// What the act agrees, field by field.
    private static List<StandingValue> agrees(Dossier dossier, ActForm form, PartyWords parties) {
        return form.confirms().stream()
                .flatMap(name -> dossier.procedure().field(name).stream())
                .map(field -> StandingValue.of(field, dossier, parties))
                .toList();
    }

    private static Refusals placed(Refusals refusals) {
        return new Refusals(refusals.all().stream().map(ActPages::placed).toList());
    }

    /// A refusal of the ledger says where in the entry; the form says it above.
    private static Refusal placed(Refusal refusal) {
        return refusal.where().startsWith("/")
                ? new Refusal(refusal.rule(), "", refusal.facts())
                : refusal;
    }
}
