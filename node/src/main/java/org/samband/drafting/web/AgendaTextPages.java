// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samband.act.Refusal;
import org.samband.drafting.DraftingRule;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.Point;
import org.samband.drafting.PointId;
import org.samband.drafting.Slot;
import org.samband.drafting.TextKind;
import org.samband.drafting.TextMove;
import org.samband.drafting.Wording;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Puts items that were chosen from what is on record on the joint agenda of a dossier, which both
/// parties go on drafting. The first of them opens it. Source: SDP paragraph 11.
@Controller
class AgendaTextPages {
    private static final int LONGEST_TITLE = 200;

    private final JointTexts texts;
    private final TextParts parts;
    private final Sights sights;

    AgendaTextPages(JointTexts texts, TextParts parts, Sights sights) {
        this.texts = texts;
        this.parts = parts;
        this.sights = sights;
    }

    @PostMapping("/{partnership}/dossier/{ref}/joint-agenda")
    Object put(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam MultiValueMap<String, String> sent,
            Officer officer,
            Words words) {
        var dossier = parts.dossier(partnership, ref, officer);
        var items = ItemTyped.of(sent);
        var unread = items.stream().flatMap(item -> unread(item.slot()).stream()).findFirst();
        if (unread.isPresent()) {
            return again(dossier, items, new Refusals(List.of(unread.get())), words);
        }
        var agenda = agenda(dossier, officer);
        if (items.isEmpty()) {
            return again(dossier, items, Refusals.of(Refusal.of(DraftingRule.NO_POINTS)), words);
        }
        return switch (opened(agenda, dossier, officer, words)) {
            case Acted.Refused(var refusals) ->
                    again(dossier, items, new Refusals(refusals), words);
            case Acted.Done(var text) -> proposed(dossier, text, items, officer, words);
        };
    }

    private Object proposed(
            Dossier dossier, ActRef ref, List<ItemTyped> items, Officer officer, Words words) {
        var text = texts.text(sights.of(officer), dossier.partnership(), ref).orElseThrow();
        var changes = changes(text, items);
        var acted =
                changes.isEmpty()
                        ? new Acted.Done(ref)
                        : texts.make(
                                officer,
                                dossier.partnership(),
                                ref,
                                new TextMove.Propose(changes, ""));
        return switch (acted) {
            case Acted.Done _ -> TextParts.goTo(dossier.partnership(), ref, "");
            case Acted.Refused(var refusals) ->
                    again(dossier, items, new Refusals(refusals), words);
        };
    }

    private static Optional<Refusal> unread(Slot.Typed slot) {
        return slot.wrong()
                .map(field -> PointTyped.unread(Refusal.of(DraftingRule.ITEM), slot, field));
    }

    /// The agenda of the dossier that is being drafted.
    private Optional<JointText> agenda(Dossier dossier, Officer officer) {
        var sight = sights.of(officer);
        return texts.of(sight, dossier.partnership(), dossier.ref()).stream()
                .filter(line -> line.kind() == TextKind.AGENDA)
                .flatMap(line -> texts.text(sight, dossier.partnership(), line.ref()).stream())
                .filter(text -> text.seal().isEmpty())
                .reduce((_, latest) -> latest);
    }

    private Acted opened(
            Optional<JointText> agenda, Dossier dossier, Officer officer, Words words) {
        return agenda.<Acted>map(text -> new Acted.Done(text.ref()))
                .orElseGet(() -> {
                    var title = words.of("drafting.agenda.of", dossier.title());
                    return texts.open(
                            officer,
                            dossier,
                            new JointTexts.Typed(
                                    TextKind.AGENDA.word(),
                                    words.language(),
                                    title.length() > LONGEST_TITLE
                                            ? title.substring(0, LONGEST_TITLE)
                                            : title,
                                    dossier.marking()));
                });
    }

    /// New points at the end; what stands there under the same title is not put a second time.
    private static List<TextMove.Change> changes(JointText text, List<ItemTyped> items) {
        var there = titles(text);
        var changes = new ArrayList<TextMove.Change>();
        var last =
                text.points().isEmpty()
                        ? Optional.<PointId>empty()
                        : Optional.of(text.points().getLast().id());
        for (var item : items) {
            if (there.contains(item.heading())) {
                continue;
            }
            changes.add(
                    new TextMove.Change(
                            Optional.empty(),
                            List.of(),
                            Optional.of(
                                    new Wording(
                                            item.heading(),
                                            item.wording(),
                                            last,
                                            item.slot().slot()))));
            last = Optional.of(new PointId(TextMove.SAME, changes.size()));
        }
        return changes;
    }

    private static Set<String> titles(JointText text) {
        return text.standing().stream()
                .flatMap((Point point) -> point.any().stream())
                .map(Wording::heading)
                .collect(Collectors.toSet());
    }

    /// The items as they came, with what is wrong.
    private static Page again(
            Dossier dossier, List<ItemTyped> items, Refusals refusals, Words words) {
        return TextParts.inDossier(
                        "drafting/agendaitems.jte", dossier, words.of("drafting.agenda.title"))
                .with("items", items)
                .with("refusals", refusals)
                .status(Page.REFUSED);
    }
}
