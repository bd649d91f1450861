// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossiers;
import org.samband.procedure.FormDraft;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.procedure.State;
import org.samband.procedure.TypedFields;
import org.samband.web.Choice;
import org.samband.web.KeptDraft;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Opens dossiers: the choice of the procedure and the form of its first act.
@Controller
class OpeningPages {
    /// Name of the day from which an officer comes, in links.
    private static final String ON = "on";

    private final Dossiers dossiers;
    private final Openings openings;
    private final FormParts parts;
    private final Uploads uploads;
    private final Filling filling;
    private final DraftForms drafts;

    OpeningPages(
            Dossiers dossiers,
            Openings openings,
            FormParts parts,
            Uploads uploads,
            Filling filling,
            DraftForms drafts) {
        this.dossiers = dossiers;
        this.openings = openings;
        this.parts = parts;
        this.uploads = uploads;
        this.filling = filling;
        this.drafts = drafts;
    }

    /// What is opened, and by whom; what this officer may not open stands there with the reason.
    @GetMapping("/{partnership}/open")
    Page choose(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String on,
            Officer officer,
            Words words) {
        var parties = parts.parties(partnership, words);
        return Page.of("procedure/open.jte")
                .titled(words.of("procedure.open.title"))
                .in(partnership)
                .at(DossierListPages.AT)
                .with("parties", parties)
                .with("q", q)
                .with("on", TypedFields.day(on))
                .with("groups", OpeningGroup.of(openings.of(partnership), q, parties))
                .with("officer", officer);
    }

    /// A link can fill fields in: their names are those of the procedure.
    @GetMapping("/{partnership}/open/{procedure}")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String procedure,
            @RequestParam Map<String, String> asked,
            Officer officer,
            Words words) {
        var opening = find(partnership, procedure);
        var typed = new LinkedMultiValueMap<String, String>();
        asked.forEach(typed::add);
        TypedFields.day(asked.getOrDefault(ON, ""))
                .ifPresent(day ->
                        onDay(opening).ifPresent(name -> typed.addIfAbsent(name, day.toString())));
        var draft = drafts.of(officer, place(partnership, opening)).map(DraftForms::sent);
        return page(
                partnership,
                opening,
                officer,
                words,
                draft.orElse(typed),
                draft.map(parts::read).orElseGet(() -> parts.proposed(partnership)),
                Refusals.NONE);
    }

    /// The field that says when the matter takes place, if the opening act has it.
    private static Optional<String> onDay(Opening opening) {
        var act = opening.act().orElseThrow(NotFound::new);
        return act.to()
                .flatMap(state -> opening.procedure().state(state))
                .flatMap(State::day)
                .filter(name -> act.field(name).isPresent());
    }

    private static FormDraft.Place place(PartnershipId partnership, Opening opening) {
        return new FormDraft.Place(partnership, Optional.empty(), opening.procedure().id());
    }

    @PostMapping("/{partnership}/open/{procedure}")
    Object open(
            @PathVariable PartnershipId partnership,
            @PathVariable String procedure,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Officer officer,
            Words words) {
        var opening = find(partnership, procedure);
        var act = opening.act().orElseThrow(NotFound::new);
        if (act.reads().isPresent() && FormParts.first(form, "step").equals(ActPages.READ)) {
            var filled =
                    filling.fill(
                            officer, partnership, opening.procedure(), act, form, files, words);
            var marking = filled.marking().isMissing() ? parts.read(form) : filled.marking();
            var refusals = new Refusals(filled.refusals());
            return page(partnership, opening, officer, words, filled.sent(), marking, refusals)
                    .with("documents", Optional.of(filling.shown(act, filled, words)))
                    .status(refusals.isEmpty() ? ActPages.SHOWN : Page.REFUSED);
        }
        return open(
                partnership,
                opening,
                uploads.keep(officer, partnership, act, form, files),
                officer,
                words);
    }

    private Object open(
            PartnershipId partnership,
            Opening opening,
            Uploads.Kept kept,
            Officer officer,
            Words words) {
        var sent = kept.sent();
        var form =
                new DraftForms.Filled(
                        place(partnership, opening),
                        opening.act().orElseThrow(NotFound::new),
                        Optional.empty(),
                        sent,
                        parts.read(sent));
        return switch (FormParts.first(sent, "step")) {
            case KeptDraft.BY_ITSELF -> KeptDraft.said(drafts.keep(officer, form), words);
            case DraftForms.KEEP -> keep(opening, form, kept.refusals(), officer, words);
            case "" ->
                    kept.refusals().isEmpty()
                            ? open(opening, form, officer, words)
                            : again(opening, form, kept.refusals(), officer, words);
            default -> again(opening, form, kept.refusals(), officer, words).status(ActPages.SHOWN);
        };
    }

    private Object keep(
            Opening opening,
            DraftForms.Filled form,
            List<Refusal> files,
            Officer officer,
            Words words) {
        var refusals = drafts.keep(officer, form, files);
        return refusals.isEmpty()
                ? DraftPages.goTo("/" + form.place().partnership() + "/drafts")
                : again(opening, form, refusals, officer, words);
    }

    private Object open(Opening opening, DraftForms.Filled form, Officer officer, Words words) {
        var partnership = form.place().partnership();
        var acted =
                dossiers.open(
                        officer,
                        partnership,
                        opening.procedure().id(),
                        FormParts.first(form.sent(), Dossiers.TITLE),
                        FormParts.first(form.sent(), Dossiers.AREA),
                        form.marking(),
                        FormField.typed(form.act(), form.sent()));
        return switch (acted) {
            case Acted.Done(var dossier) -> {
                drafts.sent(officer, form.place());
                yield DossierPages.goTo(partnership, dossier, "act-" + dossier);
            }
            case Acted.Refused(var refusals) -> again(opening, form, refusals, officer, words);
        };
    }

    /// The form as it came; what was typed is kept as the draft too.
    private Page again(
            Opening opening,
            DraftForms.Filled form,
            List<Refusal> refusals,
            Officer officer,
            Words words) {
        var _ = drafts.keep(officer, form);
        return page(
                        form.place().partnership(),
                        opening,
                        officer,
                        words,
                        form.sent(),
                        form.marking(),
                        new Refusals(refusals))
                .status(Page.REFUSED);
    }

    private Opening find(PartnershipId partnership, String procedure) {
        return openings.of(partnership, procedure)
                .filter(one -> one.act().isPresent())
                .orElseThrow(NotFound::new);
    }

    private Page page(
            PartnershipId partnership,
            Opening opening,
            Officer officer,
            Words words,
            MultiValueMap<String, String> sent,
            Marking marking,
            Refusals refusals) {
        var act = opening.act().orElseThrow(NotFound::new);
        var parties = parts.parties(partnership, words);
        var typed = new LinkedHashMap<>(FormField.typed(act, sent));
        var more = FormParts.first(sent, "step").equals("more");
        return Page.of("procedure/opening.jte")
                .titled(words.in(opening.procedure().title()))
                .in(partnership)
                .at(DossierListPages.AT)
                .with("opening", opening)
                .with("act", act)
                .with("parties", parties)
                .with("roles", act.roleOf(officer).isPresent() ? "" : parties.roles(act.officers()))
                .with("title", FormParts.first(sent, Dossiers.TITLE))
                .with("area", chosen(sent, opening))
                .with("areas", areas(opening, officer, parties))
                .with(
                        "fields",
                        FormField.of(
                                act,
                                typed,
                                Optional.empty(),
                                parties,
                                parts.subjects(opening.procedure().id(), parties),
                                parts.nameable(officer, parties),
                                more))
                .with("documents", filling.offered(act, words))
                .with("marking", parts.marking(marking, officer, parties))
                .with("draft", drafts.of(officer, place(partnership, opening)))
                .with("refusals", refusals);
    }

    private static String chosen(MultiValueMap<String, String> sent, Opening opening) {
        var area = FormParts.first(sent, Dossiers.AREA);
        return area.isEmpty() ? opening.area() : area;
    }

    /// "No area" only where the profile proposes none.
    private List<Choice> areas(Opening opening, Officer officer, PartyWords parties) {
        var all = new ArrayList<Choice>();
        if (opening.area().isEmpty()) {
            all.add(new Choice("", parties.area("")));
        }
        all.addAll(parts.areas(officer, parties));
        return all;
    }
}
