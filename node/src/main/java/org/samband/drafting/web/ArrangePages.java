// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.Point;
import org.samband.drafting.PointId;
import org.samband.drafting.Slot;
import org.samband.drafting.TextMove;
import org.samband.drafting.Wording;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.Acted;
import org.samband.web.Choice;
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

/// Puts points in another order and makes one of several: proposals like any other, which the other
/// party takes or not.
@Controller
class ArrangePages {
    private final JointTexts texts;
    private final TextParts parts;
    private final JointTextPages shown;

    ArrangePages(JointTexts texts, TextParts parts, JointTextPages shown) {
        this.texts = texts;
        this.parts = parts;
        this.shown = shown;
    }

    /// Proposes a place one up or down, with the wording for which our party stands, else the
    /// other's.
    @PostMapping("/{partnership}/joint-text/{ref}/move")
    Object move(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam String point,
            @RequestParam(defaultValue = "down") String way,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var moved = point(text, point);
        var wording = parts.names(partnership, words).held(moved).orElseThrow(NotFound::new);
        var change =
                new TextMove.Change(
                        Optional.of(moved.id()),
                        moved.upon(),
                        Optional.of(wording.behind(place(text, moved, way.equals("up")))));
        var acted =
                texts.make(
                        officer,
                        partnership,
                        text.ref(),
                        new TextMove.Propose(List.of(change), ""));
        return shown.after(acted, text, "#point-" + point, officer, words, "");
    }

    /// Behind which point it stands one up or down from where our party wants it now.
    private static Optional<PointId> place(JointText text, Point moved, boolean up) {
        var others =
                text.standing().stream()
                        .map(Point::id)
                        .filter(id -> !id.equals(moved.id()))
                        .toList();
        int now = moved.number() - 1;
        int then = Math.clamp(up ? now - 1L : now + 1L, 0, others.size());
        return then == 0 ? Optional.empty() : Optional.of(others.get(then - 1));
    }

    /// Which points are to become one; once two are chosen, how it reads.
    @GetMapping("/{partnership}/joint-text/{ref}/merge")
    Page merge(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") List<String> point,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var names = parts.names(partnership, words);
        var chosen = point.stream().map(id -> point(text, id)).toList();
        var wordings = chosen.stream().flatMap(one -> names.held(one).stream()).toList();
        return page(text, chosen, upon(chosen), joined(wordings), officer, names, Refusals.NONE);
    }

    /// All headings, words, paragraphs and minutes of the points together.
    private static PointTyped joined(List<Wording> wordings) {
        var slots = wordings.stream().map(Wording::slot).toList();
        var minutes = slots.stream().mapToInt(Slot::minutes).sum();
        var speakers = slots.stream().map(Slot::speaker).filter(one -> !one.isEmpty()).distinct();
        var slot =
                new Slot(
                        slots.stream()
                                .flatMap(one -> one.paragraphs().stream())
                                .distinct()
                                .toList(),
                        Math.min(minutes, Slot.MOST_MINUTES),
                        speakers.collect(Collectors.joining("; ")),
                        slots.stream().flatMap(one -> one.at().stream()).findFirst());
        return new PointTyped(
                "",
                wordings.stream()
                        .map(Wording::heading)
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.joining("; ")),
                wordings.stream().map(Wording::text).collect(Collectors.joining("\n")),
                "",
                "",
                "",
                Slot.Typed.of(slot));
    }

    private static List<String> upon(List<Point> points) {
        return points.stream().map(PointTyped::upon).toList();
    }

    /// One entry: the first point says it all, the others are to go.
    @PostMapping("/{partnership}/joint-text/{ref}/merge")
    Object merge(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam MultiValueMap<String, String> sent,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var typed = PointTyped.of(sent.toSingleValueMap());
        var points =
                sent.getOrDefault("point", List.of()).stream().map(id -> point(text, id)).toList();
        var upon = sent.getOrDefault("upon", List.of());
        if (points.size() < 2 || upon.size() != points.size()) {
            throw new NotFound();
        }
        var acted =
                typed.unread()
                        .map(Acted::refused)
                        .orElseGet(() ->
                                texts.make(
                                        officer,
                                        partnership,
                                        text.ref(),
                                        new TextMove.Propose(
                                                changes(points, upon, typed), typed.remark())));
        return switch (acted) {
            case Acted.Done _ ->
                    TextParts.goTo(partnership, text.ref(), "#point-" + points.getFirst().id());
            case Acted.Refused(var refusals) -> {
                var now = parts.find(partnership, ref, officer);
                yield page(
                                now,
                                points,
                                upon(points.stream().map(one -> again(now, one)).toList()),
                                typed,
                                officer,
                                parts.names(partnership, words),
                                new Refusals(refusals))
                        .status(Page.REFUSED);
            }
        };
    }

    private static Point again(JointText text, Point point) {
        return text.point(point.id()).orElse(point);
    }

    private static List<TextMove.Change> changes(
            List<Point> points, List<String> upon, PointTyped typed) {
        var changes = new ArrayList<TextMove.Change>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var says =
                    i > 0 ? Optional.<Wording>empty() : Optional.of(typed.wordingAt(point.after()));
            changes.add(
                    new TextMove.Change(
                            Optional.of(point.id()), PointTyped.upon(upon.get(i)), says));
        }
        return changes;
    }

    private Page page(
            JointText text,
            List<Point> chosen,
            List<String> upon,
            PointTyped typed,
            Officer officer,
            TextNames names,
            Refusals refusals) {
        var open =
                text.standing().stream()
                        .filter(Point::isOpen)
                        .map(one -> new Choice(one.id().toString(), names.line(one, text)))
                        .toList();
        return parts.page(
                        "drafting/merge.jte",
                        text,
                        names.words().of("drafting.merge.title"),
                        officer,
                        names)
                .with("open", open)
                .with("chosen", chosen.stream().map(one -> one.id().toString()).toList())
                .with("upon", upon)
                .with("typed", typed)
                .with("refusals", refusals);
    }

    private static Point point(JointText text, String id) {
        return text.point(JointTextPages.point(id)).orElseThrow(NotFound::new);
    }
}
