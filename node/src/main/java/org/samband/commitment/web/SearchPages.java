// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.List;
import java.util.stream.Stream;
import org.samband.commitment.Commitments;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.LivingText;
import org.samband.drafting.TextSearch;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Area;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.parties.Sights;
import org.samband.procedure.DossierLine;
import org.samband.procedure.DossierSearch;
import org.samband.procedure.NoteSearch;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.procedure.Procedure;
import org.samband.search.Searches;
import org.samband.search.Sought;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// One search over all that an officer sees of a partnership: dossiers, joint texts, own notes, the
/// words of the instrument, areas, and what can be opened.
@Controller
class SearchPages {
    private static final int LONGEST = 200;

    /// Letters of a note that are shown.
    private static final int LONGEST_PIECE = 240;

    private final Searches searches;
    private final DossierSearch search;
    private final NoteSearch notes;
    private final TextSearch texts;
    private final Commitments commitments;
    private final Openings openings;
    private final Partnerships partnerships;
    private final Policies policies;
    private final Sights sights;

    SearchPages(
            Searches searches,
            DossierSearch search,
            NoteSearch notes,
            TextSearch texts,
            Commitments commitments,
            Openings openings,
            Partnerships partnerships,
            Policies policies,
            Sights sights) {
        this.searches = searches;
        this.search = search;
        this.notes = notes;
        this.texts = texts;
        this.commitments = commitments;
        this.openings = openings;
        this.partnerships = partnerships;
        this.policies = policies;
        this.sights = sights;
    }

    @GetMapping("/{partnership}/search")
    Page search(
            @PathVariable("partnership") PartnershipId partnership,
            @RequestParam(name = "q", defaultValue = "") String q,
            Officer officer,
            Words words) {
        var profile = partnerships.profile(partnership).orElseThrow(NotFound::new);
        var asked = q.length() <= LONGEST ? q : q.substring(0, LONGEST);
        var typed = searches.sought(asked);
        var sight = sights.of(officer);
        var dossiers = search.find(sight, partnership, typed);
        var joint = texts.find(sight, partnership, typed);
        var noted = notes.find(sight, partnership, typed);
        var text = commitments.text(sight, partnership);
        return marked(
                        Stream.of(
                                        dossiers.stream().map(DossierLine::marking),
                                        joint.stream().map(TextSearch.Hit::marking),
                                        noted.stream().flatMap(one -> one.markings().stream()))
                                .flatMap(markings -> markings))
                .titled(words.of("commitment.search.title"))
                .in(partnership)
                .with("profile", profile)
                .with("q", asked)
                .with("dossiers", dossiers)
                .with("more", dossiers.size() == Searches.MOST)
                .with("texts", joint)
                .with("moreTexts", joint.size() == Searches.MOST)
                .with("notes", noted.stream().map(hit -> found(hit, typed, words)).toList())
                .with("moreNotes", noted.size() == Searches.MOST)
                .with(
                        "commitments",
                        text.map(one -> commitments(one, typed, words)).orElse(List.of()))
                .with("openings", openings(profile, typed, officer))
                .with("areas", areas(profile, typed));
    }

    private FoundNote found(NoteSearch.Hit hit, Sought typed, Words words) {
        return new FoundNote(
                hit,
                policies.banner(hit.note().marking(), words.language()),
                typed.around(hit.note().text(), LONGEST_PIECE));
    }

    private Page marked(Stream<Marking> found) {
        var page = Page.of("commitment/search.jte");
        return found.distinct().reduce(policies::merge).map(page::marked).orElse(page);
    }

    private static List<LivingCommitment> commitments(LivingText text, Sought typed, Words words) {
        var say = new StandingWords(words);
        return text.commitments().stream()
                .filter(one ->
                        typed.fits(
                                String.join(
                                        " ",
                                        one.id(),
                                        say.reference(one),
                                        say.title(one),
                                        title(text.profile(), one.id()),
                                        one.commitment().words())))
                .toList();
    }

    private static String title(Profile profile, String commitment) {
        var title = profile.commitments().get(commitment);
        return title == null ? "" : title.en() + " " + title.nb();
    }

    private List<Opening> openings(Profile profile, Sought typed, Officer officer) {
        return openings.of(profile.id()).stream()
                .filter(one -> one.act().flatMap(act -> act.roleOf(officer)).isPresent())
                .filter(one -> typed.fits(said(profile, one)))
                .toList();
    }

    private static String said(Profile profile, Opening opening) {
        Procedure procedure = opening.procedure();
        var area = profile.area(opening.area()).map(Area::name);
        return Stream.of(
                        procedure.title().en(),
                        procedure.title().nb(),
                        procedure.summary().en(),
                        procedure.summary().nb(),
                        area.map(name -> name.en() + " " + name.nb()).orElse(""))
                .reduce("", (all, next) -> all + " " + next);
    }

    private static List<Area> areas(Profile profile, Sought typed) {
        return profile.areas().stream()
                .filter(area ->
                        typed.fits(
                                String.join(
                                        " ", area.name().en(), area.name().nb(), area.heading())))
                .toList();
    }
}
