// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Power;
import org.samband.parties.Sights;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierLine;
import org.samband.procedure.DossierTool;
import org.samband.procedure.Dossiers;
import org.samband.procedure.FormDraft;
import org.samband.procedure.FormDrafts;
import org.samband.procedure.Links;
import org.samband.procedure.Openings;
import org.samband.procedure.Recalls;
import org.samband.procedure.Waiting;
import org.samband.procedure.WrittenNote;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One dossier: where it stands, what can be done now and by whom, what both parties did, own
/// notes.
@Controller
class DossierPages {
    private final Dossiers dossiers;
    private final Openings openings;
    private final Timelines timelines;
    private final Recalls recalls;
    private final Links links;
    private final FormDrafts drafts;
    private final ObjectProvider<DossierTool> tools;
    private final FollowUpViews followUps;
    private final FormParts parts;
    private final Policies policies;
    private final Sights sights;
    private final InstantSource clock;

    DossierPages(
            Dossiers dossiers,
            Openings openings,
            Timelines timelines,
            Recalls recalls,
            Links links,
            FormDrafts drafts,
            ObjectProvider<DossierTool> tools,
            FollowUpViews followUps,
            FormParts parts,
            Policies policies,
            Sights sights,
            InstantSource clock) {
        this.dossiers = dossiers;
        this.openings = openings;
        this.timelines = timelines;
        this.recalls = recalls;
        this.links = links;
        this.drafts = drafts;
        this.tools = tools;
        this.followUps = followUps;
        this.parts = parts;
        this.policies = policies;
        this.sights = sights;
        this.clock = clock;
    }

    @GetMapping("/{partnership}/dossier/{ref}")
    Page dossier(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        var blank = new WrittenNote("", parts.proposed(partnership), false, "");
        return page(dossier, officer, words, blank, Refusals.NONE);
    }

    @PostMapping("/{partnership}/dossier/{ref}/note")
    Object note(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam MultiValueMap<String, String> sent,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        var text = FormParts.first(sent, Dossiers.NOTE);
        var marking = parts.read(sent);
        var holders = FormParts.first(sent, "holders").equals("true");
        var target = FormParts.first(sent, Dossiers.TARGET);
        var written = new WrittenNote(text, marking, holders, target);
        return switch (dossiers.note(officer, partnership, dossier.ref(), written)) {
            case Acted.Done _ -> goTo(partnership, dossier.ref(), "notes");
            case Acted.Refused(var refusals) ->
                    page(dossier, officer, words, written, new Refusals(refusals))
                            .status(Page.REFUSED);
        };
    }

    static ResponseEntity<Void> goTo(PartnershipId partnership, ActRef dossier, String place) {
        return ResponseEntity.status(303)
                .header("Location", "/" + partnership + "/dossier/" + dossier + "#" + place)
                .build();
    }

    private Dossier find(PartnershipId partnership, String ref, Officer officer) {
        return ActRef.of(ref)
                .flatMap(known -> dossiers.dossier(sights.of(officer), partnership, known))
                .orElseThrow(NotFound::new);
    }

    private Page page(
            Dossier dossier, Officer officer, Words words, WrittenNote note, Refusals refusals) {
        var parties = parts.parties(dossier.partnership(), words);
        var shown = new java.util.ArrayList<>(List.of(dossier.marking()));
        dossier.notes().forEach(one -> shown.add(one.marking()));
        var sight = sights.of(officer);
        var linked = links.of(sight, dossier.partnership(), dossier.ref());
        linked.forEach(one -> shown.add(one.other().marking()));
        var carried = followUps.carried(dossier, officer, parties);
        carried.forEach(one -> shown.add(one.marking()));
        var waiting = links.waiting(sight, dossier.partnership(), dossier.ref());
        return Page.of("procedure/dossier.jte")
                .titled(dossier.title())
                .in(dossier.partnership())
                .at(DossierListPages.AT)
                .marked(parts.merged(shown))
                .with("dossier", dossier)
                .with("parties", parties)
                .with("clocks", ClockLine.of(dossier, parties, clock.instant()))
                .with("ours", steps(dossier, officer, parties))
                .with("theirs", theirs(dossier, parties))
                .with(
                        "proposals",
                        Proposal.of(
                                waiting,
                                officer,
                                parties,
                                one -> openings.of(dossier.partnership(), one)))
                .with("links", LinkLine.of(linked, words))
                .with(
                        "closable",
                        waiting.stream().anyMatch(one -> one.kind() == Waiting.Kind.CLOSE))
                .with("acts", timelines.of(dossier, parties))
                .with("recalls", RecallLines.of(dossier, officer, parties, recalls))
                .with("proves", officer.may(Power.EXPORT))
                .with("standing", standing(dossier, parties))
                .with("besides", BesideTable.of(dossier, parties))
                .with("tables", StandingTable.of(dossier, parties))
                .with("missing", missing(dossier, parties))
                .with(
                        "checks",
                        CheckAsked.of(
                                dossier,
                                linked,
                                openings.of(dossier.partnership()),
                                officer,
                                parties))
                .with("notes", notes(dossier, words))
                .with("drafts", drafts(dossier, officer))
                .with("tools", ToolLines.of(tools.orderedStream(), officer, dossier))
                .with("mayNote", officer.may(Power.NOTE))
                .with("note", note.text())
                .with("target", note.target())
                .with("marking", parts.marking(note.marking(), officer, parties))
                .with("followUps", followUps.of(dossier, officer, parties))
                .with("carried", followUps.of(carried, officer, parties))
                .with("refusals", refusals);
    }

    private List<FormDraft> drafts(Dossier dossier, Officer officer) {
        return drafts.standing(officer, dossier.partnership()).stream()
                .filter(draft -> draft.place().dossier().equals(Optional.of(dossier.ref())))
                .toList();
    }

    private List<NextStep> steps(Dossier dossier, Officer officer, PartyWords parties) {
        return dossier.state().possible(parties.own()).stream()
                .map(act ->
                        step(
                                act,
                                parties,
                                dossiers.whyNot(officer, dossier, act),
                                links.waitedFor(
                                        officer, dossier.partnership(), dossier.ref(), act)))
                .toList();
    }

    private static List<NextStep> theirs(Dossier dossier, PartyWords parties) {
        return dossier.state().possible(parties.counterpart()).stream()
                .map(act -> step(act, parties, Optional.empty(), List.of()))
                .toList();
    }

    private static NextStep step(
            ActForm act,
            PartyWords parties,
            Optional<org.samband.act.Refusal> why,
            List<DossierLine> waitsFor) {
        return new NextStep(
                act,
                parties.words().in(act.title()),
                parties.roles(act.officers()),
                why,
                waitsFor,
                act.moves());
    }

    /// What stands in the fields, in the order in which the procedure has them; messages and
    /// follow-ups have places of their own.
    private static List<StandingValue> standing(Dossier dossier, PartyWords parties) {
        var tabled = new HashSet<>(StandingTable.fields(dossier));
        tabled.addAll(BesideTable.fields(dossier));
        return StandingValue.facts(dossier, tabled, parties);
    }

    /// Commitments that the text wants named each time and that what stands does not name.
    private static List<String> missing(Dossier dossier, PartyWords parties) {
        var named = dossier.state().subjects();
        return named.isEmpty()
                ? List.of()
                : parties.standingItems(dossier.procedure().id()).stream()
                        .filter(one -> !named.contains(one))
                        .map(parties::subject)
                        .toList();
    }

    private List<NoteView> notes(Dossier dossier, Words words) {
        return dossier.notes().stream()
                .map(note ->
                        new NoteView(
                                note.number(),
                                note.officer(),
                                words.moment(note.at()),
                                note.text(),
                                policies.banner(note.marking(), words.language()),
                                note.holders(),
                                note.target().map(words::day)))
                .toList();
    }
}
