// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.PointDrafts;
import org.samband.drafting.PointId;
import org.samband.drafting.TextMove;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A joint text with its brackets and comments, and the moves that need no form of their own.
@Controller
class JointTextPages {
    private final JointTexts texts;
    private final PointDrafts drafts;
    private final TextParts parts;
    private final Sights sights;

    JointTextPages(JointTexts texts, PointDrafts drafts, TextParts parts, Sights sights) {
        this.texts = texts;
        this.drafts = drafts;
        this.parts = parts;
        this.sights = sights;
    }

    @GetMapping("/{partnership}/joint-text/{ref}")
    Page text(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String show,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        return page(text, show.equals("open"), officer, words, Refusals.NONE, "");
    }

    private Page page(
            JointText text,
            boolean onlyOpen,
            Officer officer,
            Words words,
            Refusals refusals,
            String typed) {
        var partnership = text.opening().partnership();
        var names = parts.names(partnership, words);
        var own = texts.comments(sights.of(officer), partnership, text.ref());
        var dossier = parts.dossier(text, officer);
        var times = TextParts.times(text, dossier, names);
        var points =
                text.standing().stream()
                        .filter(point -> !onlyOpen || point.isOpen())
                        .map(point -> PointView.of(point, text, own, names, times))
                        .toList();
        return parts.page("drafting/text.jte", text, text.opening().title(), dossier, names)
                .with("points", points)
                .with("drafts", drafts.of(officer, partnership, text.ref()))
                .with("onlyOpen", onlyOpen)
                .with("missing", TextParts.missing(text, dossier, names))
                .with("about", CommentView.of(text, own, Optional.empty(), names))
                .with("mayDraft", texts.mayDraft(officer) && text.seal().isEmpty())
                .with("mayComment", texts.mayDraft(officer))
                .with("acceptable", theirs(text, names).size())
                .with("refusals", refusals)
                .with("typed", typed);
    }

    /// Takes wordings of the counterpart, one or all that are open, firm or ad referendum.
    @PostMapping("/{partnership}/joint-text/{ref}/accept")
    Object accept(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String back,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var taken =
                point.isEmpty()
                        ? theirs(text, parts.names(partnership, words))
                        : Map.of(point(point), ActRef.of(of).orElseThrow(NotFound::new));
        if (taken.isEmpty()) {
            return TextParts.goTo(partnership, text.ref(), "");
        }
        var move = new TextMove.Accept(taken, how.equals("ad-referendum"));
        return after(
                texts.make(officer, partnership, text.ref(), move),
                text,
                back.equals("sides") ? "/sides" : point.isEmpty() ? "" : "#point-" + point,
                officer,
                words,
                "");
    }

    /// The wordings of the counterpart that our party does not hold.
    private static Map<PointId, ActRef> theirs(JointText text, TextNames names) {
        var theirs = new TreeMap<PointId, ActRef>();
        for (var point : text.standing()) {
            var ours = point.of(names.own());
            point.of(names.counterpart())
                    .filter(_ -> point.isOpen())
                    .filter(one -> ours.isEmpty() || !ours.get().wording().equals(one.wording()))
                    .ifPresent(one -> theirs.put(point.id(), one.from()));
        }
        return theirs;
    }

    @PostMapping("/{partnership}/joint-text/{ref}/reopen")
    Object reopen(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam String point,
            @RequestParam(defaultValue = "") String reason,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var move = new TextMove.Reopen(List.of(point(point)), typed(reason));
        return after(
                texts.make(officer, partnership, text.ref(), move),
                text,
                "#point-" + point,
                officer,
                words,
                reason);
    }

    @PostMapping("/{partnership}/joint-text/{ref}/comment")
    Object comment(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "own") String circle,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var about = point.isEmpty() ? Optional.<PointId>empty() : Optional.of(point(point));
        var move = new TextMove.Comment(about, typed(comment));
        var acted =
                circle.equals("shared")
                        ? texts.make(officer, partnership, text.ref(), move)
                        : texts.note(officer, partnership, text.ref(), move);
        var place = point.isEmpty() ? "#comments" : "#point-" + point;
        return after(acted, text, place, officer, words, comment);
    }

    Object after(
            Acted acted, JointText text, String place, Officer officer, Words words, String typed) {
        var partnership = text.opening().partnership();
        return switch (acted) {
            case Acted.Done _ -> TextParts.goTo(partnership, text.ref(), place);
            case Acted.Refused(var refusals) -> {
                var now = parts.find(partnership, text.ref().toString(), officer);
                yield page(now, false, officer, words, new Refusals(refusals), typed)
                        .status(Page.REFUSED);
            }
        };
    }

    static String typed(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    static PointId point(String id) {
        return PointId.of(id).orElseThrow(NotFound::new);
    }
}
