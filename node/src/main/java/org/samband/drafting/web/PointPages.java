// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.drafting.DraftingRule;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.Point;
import org.samband.drafting.PointDraft;
import org.samband.drafting.PointDrafts;
import org.samband.drafting.PointId;
import org.samband.drafting.Slot;
import org.samband.drafting.TextMove;
import org.samband.drafting.Wording;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.Acted;
import org.samband.web.Choice;
import org.samband.web.KeptDraft;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form of a proposal: another wording, another place, removal, or a new point.
@Controller
class PointPages {
    /// In the path in place of a point's identity.
    static final String NEW = "new";

    private final JointTexts texts;
    private final PointDrafts drafts;
    private final TextParts parts;

    PointPages(JointTexts texts, PointDrafts drafts, TextParts parts) {
        this.texts = texts;
        this.drafts = drafts;
        this.parts = parts;
    }

    @GetMapping("/{partnership}/joint-text/{ref}/point/{id}")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var names = parts.names(partnership, words);
        var draft = drafts.of(officer, partnership, text.ref(), id);
        var typed =
                draft.map(one -> PointTyped.of(one.typed()))
                        .orElseGet(() -> blank(text, id, after, names));
        return page(text, id, typed, draft, officer, names, Refusals.NONE);
    }

    private static PointTyped blank(JointText text, String id, String after, TextNames names) {
        return id.equals(NEW)
                ? new PointTyped(
                        "",
                        "",
                        "",
                        after.isEmpty() ? last(text) : after,
                        "",
                        "",
                        Slot.Typed.NOTHING)
                : blank(point(text, id), names);
    }

    private static String last(JointText text) {
        return text.standing().isEmpty() ? "" : text.standing().getLast().id().toString();
    }

    private static PointTyped blank(Point point, TextNames names) {
        var wording = names.held(point).orElse(new Wording("", "", point.after()));
        return new PointTyped(
                PointTyped.upon(point),
                wording.heading(),
                wording.text(),
                after(wording),
                "",
                "",
                Slot.Typed.of(wording.slot()));
    }

    private static String after(Wording wording) {
        return wording.after().map(PointId::toString).orElse("");
    }

    @PostMapping("/{partnership}/joint-text/{ref}/point/{id}")
    Object propose(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var names = parts.names(partnership, words);
        var typed = PointTyped.of(sent);
        switch (sent.getOrDefault("step", "")) {
            case KeptDraft.BY_ITSELF -> {
                return KeptDraft.said(keep(officer, text, id, typed), words);
            }
            case "throw-away" -> {
                drafts.gone(officer, partnership, text.ref(), id);
                return TextParts.goTo(partnership, text.ref(), "");
            }
            default -> {}
        }
        var acted =
                typed.unread()
                        .map(Acted::refused)
                        .orElseGet(() ->
                                texts.make(
                                        officer, partnership, text.ref(), move(text, id, typed)));
        return switch (acted) {
            case Acted.Done(var entry) -> {
                drafts.gone(officer, partnership, text.ref(), id);
                var point = id.equals(NEW) ? entry + ".1" : id;
                yield TextParts.goTo(partnership, text.ref(), "#point-" + point);
            }
            case Acted.Refused(var refusals) -> {
                keep(officer, text, id, typed);
                var now = parts.find(partnership, ref, officer);
                var draft = drafts.of(officer, partnership, text.ref(), id);
                yield page(now, id, typed, draft, officer, names, new Refusals(refusals))
                        .status(Page.REFUSED);
            }
        };
    }

    private Outcome<Instant> keep(Officer officer, JointText text, String id, PointTyped typed) {
        var point = id.equals(NEW) ? NEW : point(text, id).id().toString();
        return drafts.keep(officer, text.opening().partnership(), text.ref(), point, typed.sent());
    }

    private static TextMove move(JointText text, String id, PointTyped typed) {
        var place = typed.after().isEmpty() ? Optional.<PointId>empty() : PointId.of(typed.after());
        var wording =
                typed.removes() ? Optional.<Wording>empty() : Optional.of(typed.wordingAt(place));
        var change =
                id.equals(NEW)
                        ? new TextMove.Change(Optional.empty(), List.of(), wording)
                        : new TextMove.Change(
                                Optional.of(point(text, id).id()),
                                PointTyped.upon(typed.upon()),
                                wording);
        return new TextMove.Propose(List.of(change), typed.remark());
    }

    private static Point point(JointText text, String id) {
        return text.point(JointTextPages.point(id)).orElseThrow(NotFound::new);
    }

    private Page page(
            JointText text,
            String id,
            PointTyped typed,
            Optional<PointDraft> draft,
            Officer officer,
            TextNames names,
            Refusals refusals) {
        var words = names.words();
        var point = id.equals(NEW) ? Optional.<Point>empty() : Optional.of(point(text, id));
        var title =
                point.map(one -> words.of("drafting.point.title", one.number()))
                        .orElseGet(() -> words.of("drafting.point.new"));
        var upon = point.map(PointTyped::upon).orElse("");
        var changed =
                !typed.upon().equals(upon)
                        || refusals.all().stream()
                                .anyMatch(one -> one.rule() == DraftingRule.CHANGED_MEANWHILE);
        return parts.page("drafting/point.jte", text, title, officer, names)
                .with("id", id)
                .with(
                        "point",
                        point.map(one -> PointView.of(one, text, List.of(), names, Map.of())))
                .with("upon", upon)
                .with("kept", draft.map(PointDraft::keptAt))
                .with("changed", changed)
                .with("heading", typed.heading())
                .with("wording", typed.wording())
                .with("after", typed.after())
                .with("remove", typed.remove())
                .with("remark", typed.remark())
                .with("slot", typed.slot())
                .with("places", places(text, point, names))
                .with("refusals", refusals);
    }

    private static List<Choice> places(JointText text, Optional<Point> own, TextNames names) {
        var places = new ArrayList<Choice>();
        places.add(new Choice("", names.words().of("drafting.place.beginning")));
        for (var point : text.points()) {
            var self = own.filter(one -> one.id().equals(point.id())).isPresent();
            var named = own.flatMap(Point::after).filter(point.id()::equals).isPresent();
            if (!self && (point.number() > 0 || named)) {
                places.add(new Choice(point.id().toString(), names.choice(point, text)));
            }
        }
        return places;
    }
}
