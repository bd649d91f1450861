// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samband.commitment.Commitments;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.LivingText;
import org.samband.commitment.Served;
import org.samband.instrument.Item;
import org.samband.instrument.Paragraph;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.Evidences;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// One commitment: its words, how they are read, where it stands and why.
@Controller
class CommitmentPages {
    private static final String CORRECTION = "commitment-correction";
    private static final String ADDITION = "evidence-addition";
    private static final String DISPUTE = "evidence-dispute";
    private static final String ADOPTION = "instrument-adoption";

    private final Commitments commitments;
    private final Openings openings;
    private final Evidences evidences;
    private final Sights sights;

    CommitmentPages(
            Commitments commitments, Openings openings, Evidences evidences, Sights sights) {
        this.commitments = commitments;
        this.openings = openings;
        this.evidences = evidences;
        this.sights = sights;
    }

    @GetMapping("/{partnership}/commitment/{id}")
    Page commitment(
            @PathVariable("partnership") PartnershipId partnership,
            @PathVariable("id") String id,
            Officer officer,
            Words words) {
        var text = commitments.text(sights.of(officer), partnership).orElseThrow(NotFound::new);
        var one = text.commitment(id).orElseThrow(NotFound::new);
        return Page.of("commitment/commitment.jte")
                .titled(new StandingWords(words).title(text.profile(), one))
                .in(partnership)
                .at(TextPages.AT)
                .with("text", text)
                .with("one", one)
                .with("context", context(text, one))
                .with(
                        "timeline",
                        one.shown()
                                .map(shown -> Timeline.svg(shown.evidence(), text.today(), words))
                                .orElse(""))
                .with("openings", openings(text, one, officer))
                .with("corrects", opens(partnership, CORRECTION, officer))
                .with("adds", opens(partnership, ADDITION, officer))
                .with("disputes", opens(partnership, DISPUTE, officer))
                .with("adopts", opens(partnership, ADOPTION, officer));
    }

    /// All evidence of one commitment, page by page.
    @GetMapping("/{partnership}/commitment/{id}/evidence")
    Page evidence(
            @PathVariable("partnership") PartnershipId partnership,
            @PathVariable("id") String id,
            @RequestParam(name = "page", defaultValue = "1") String page,
            Officer officer,
            Words words) {
        var sight = sights.of(officer);
        var text = commitments.text(sight, partnership).orElseThrow(NotFound::new);
        var one = text.commitment(id).orElseThrow(NotFound::new);
        if (one.shown().isEmpty()) {
            throw new NotFound();
        }
        var number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
        var found = evidences.page(sight, partnership, id, number);
        return Page.of("commitment/all-evidence.jte")
                .titled(
                        words.of(
                                "commitment.evidence.all.title",
                                new StandingWords(words).title(text.profile(), one)))
                .in(partnership)
                .at(TextPages.AT)
                .with("one", one)
                .with("evidence", found.subList(0, Math.min(Evidences.PAGE, found.size())))
                .with("number", number)
                .with("last", found.size() > Evidences.PAGE ? number + 1 : number);
    }

    private List<Opening> openings(LivingText text, LivingCommitment one, Officer officer) {
        if (one.shown().isEmpty()) {
            return List.of();
        }
        return Served.of(text.profile()).by(one).stream()
                .flatMap(procedure -> openings.of(text.profile().id(), procedure).stream())
                .filter(opening ->
                        opening.act().filter(act -> act.roleOf(officer).isPresent()).isPresent())
                .toList();
    }

    private boolean opens(PartnershipId partnership, String procedure, Officer officer) {
        return openings.of(partnership, procedure)
                .flatMap(Opening::act)
                .filter(act -> act.roleOf(officer).isPresent())
                .isPresent();
    }

    /// The paragraph or item in which the commitment stands, cut at its words.
    private static List<Segment> context(LivingText text, LivingCommitment one) {
        var id = one.place();
        for (var paragraph : text.instrument().paragraphs()) {
            var words = words(paragraph, id);
            if (words != null) {
                return Segment.of(words, 0, words.length(), List.of(one));
            }
        }
        return Segment.of(
                one.commitment().words(), 0, one.commitment().words().length(), List.of());
    }

    private static @Nullable String words(Paragraph paragraph, String id) {
        return paragraph.id().equals(id) ? paragraph.text() : words(paragraph.items(), id);
    }

    private static @Nullable String words(List<Item> items, String id) {
        for (var item : items) {
            var found = item.id().equals(id) ? item.text() : words(item.items(), id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
