// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.FormDraft;
import org.samband.web.KeptDraft;
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
    /// Status of a form that is shown again because the officer asked for it.
    static final int SHOWN = 200;

    private static final String MORE = "more";
    private static final String AGAIN = "again";
    static final String READ = "read";

    private final Dossiers dossiers;
    private final FormParts parts;
    private final Uploads uploads;
    private final Filling filling;
    private final DraftForms drafts;
    private final Timelines timelines;
    private final Sights sights;

    ActPages(
            Dossiers dossiers,
            FormParts parts,
            Uploads uploads,
            Filling filling,
            DraftForms drafts,
            Timelines timelines,
            Sights sights) {
        this.dossiers = dossiers;
        this.parts = parts;
        this.uploads = uploads;
        this.filling = filling;
        this.drafts = drafts;
        this.timelines = timelines;
        this.sights = sights;
    }

    /// A link can fill fields in: their names are those of the procedure.
    @GetMapping("/{partnership}/dossier/{ref}/act/{act}")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String act,
            @RequestParam Map<String, String> asked,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        var form = dossier.procedure().act(act).orElseThrow(NotFound::new);
        var why = dossiers.whyNot(officer, dossier, form);
        var draft = drafts.of(officer, place(dossier, form));
        return page(
                        dossier,
                        form,
                        officer,
                        words,
                        draft.map(kept -> ActTyped.of(form, kept, parts))
                                .orElseGet(() -> begun(dossier, form, asked, words)),
                        why.map(Refusals::of).orElse(Refusals.NONE))
                .with("blocked", why.isPresent() && draft.isEmpty());
    }

    private ActTyped begun(Dossier dossier, ActForm form, Map<String, String> asked, Words words) {
        var parties = parts.parties(dossier.partnership(), words);
        return ActTyped.begun(form, dossier, parties, parts.proposed(dossier.partnership()))
                .filled(form, asked);
    }

    private static FormDraft.Place place(Dossier dossier, ActForm form) {
        return new FormDraft.Place(dossier.partnership(), Optional.of(dossier.ref()), form.name());
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
        if (FormParts.first(form, "step").equals(READ) && asked.reads().isPresent()) {
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
        var filled =
                filling.fill(
                        officer,
                        before.partnership(),
                        before.procedure(),
                        form,
                        sent,
                        files,
                        words);
        var marking = filled.marking().isMissing() ? parts.read(sent) : filled.marking();
        var place = place(before, form);
        var now = new DraftForms.Filled(place, form, Optional.of(before), filled.sent(), marking);
        var typed = ActTyped.of(now, false, drafts.of(officer, place));
        return page(before, form, officer, words, typed, new Refusals(filled.refusals()))
                .with("documents", Optional.of(filling.shown(form, filled, words)))
                .with("blocked", false)
                .status(filled.refusals().isEmpty() ? SHOWN : Page.REFUSED);
    }

    private Object act(
            Dossier before, ActForm form, Uploads.Kept kept, Officer officer, Words words) {
        var sent = kept.sent();
        var filled =
                new DraftForms.Filled(
                        place(before, form), form, Optional.of(before), sent, parts.read(sent));
        return switch (FormParts.first(sent, "step")) {
            case MORE -> again(filled, true, kept.refusals(), officer, words).status(SHOWN);
            case AGAIN -> again(filled, false, kept.refusals(), officer, words).status(SHOWN);
            case KeptDraft.BY_ITSELF -> KeptDraft.said(drafts.keep(officer, filled), words);
            case DraftForms.KEEP -> keep(filled, kept, officer, words);
            default ->
                    kept.refusals().isEmpty()
                            ? act(before, filled, officer, words)
                            : again(filled, false, kept.refusals(), officer, words);
        };
    }

    private Object keep(DraftForms.Filled form, Uploads.Kept kept, Officer officer, Words words) {
        var refusals = drafts.keep(officer, form, kept.refusals());
        var place = form.place();
        return refusals.isEmpty()
                ? DossierPages.goTo(place.partnership(), place.dossier().orElseThrow(), "drafts")
                : again(form, false, refusals, officer, words);
    }

    private Object act(Dossier before, DraftForms.Filled form, Officer officer, Words words) {
        var typed = new LinkedHashMap<>(FormField.typed(form.act(), form.sent()));
        typed.put(Dossiers.CONFIRMS, FormParts.first(form.sent(), Dossiers.CONFIRMS));
        var acted =
                dossiers.act(
                        officer,
                        before.partnership(),
                        before.ref(),
                        form.act().name(),
                        version(form.sent()),
                        form.marking(),
                        typed);
        return switch (acted) {
            case Acted.Done(var done) -> {
                drafts.sent(officer, form.place());
                yield DossierPages.goTo(before.partnership(), before.ref(), "act-" + done);
            }
            case Acted.Refused(var refusals) -> again(form, false, refusals, officer, words);
        };
    }

    /// The form as it came, which is no act; what was typed is kept as the draft too.
    private Page again(
            DraftForms.Filled form,
            boolean more,
            List<Refusal> refusals,
            Officer officer,
            Words words) {
        var _ = drafts.keep(officer, form);
        var place = form.place();
        var dossier =
                find(
                        place.partnership(),
                        place.dossier().map(ActRef::toString).orElse(""),
                        officer);
        return page(
                        dossier,
                        form.act(),
                        officer,
                        words,
                        ActTyped.of(form, more, drafts.of(officer, place)),
                        new Refusals(refusals))
                .with("blocked", false)
                .status(Page.REFUSED);
    }

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
            ActTyped typed,
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
                .with("known", Known.of(dossier).toString())
                .with("since", timelines.since(dossier, typed.known(), parties))
                .with("draft", typed.draft())
                .with(
                        "fields",
                        FormField.of(
                                form,
                                typed.fields(),
                                Optional.of(state),
                                parties,
                                parts.subjects(dossier.procedure().id(), parties),
                                parts.nameable(officer, parties),
                                typed.more()))
                .with("documents", filling.offered(form, words))
                .with("agrees", StandingValue.agreed(form, dossier, parties))
                .with("digest", form.confirms().isEmpty() ? "" : state.digest(form))
                .with("bytes", form.confirms().isEmpty() ? "" : state.confirmed(form))
                .with("marking", parts.marking(typed.marking(), officer, parties))
                .with("refusals", placed(refusals));
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
