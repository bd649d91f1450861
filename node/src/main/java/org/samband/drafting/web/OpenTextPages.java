// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.samband.drafting.JointTexts;
import org.samband.drafting.TextKind;
import org.samband.label.Marking;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.samband.web.Choice;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opens a joint text in a dossier.
@Controller
class OpenTextPages {
    private final JointTexts texts;
    private final TextParts parts;
    private final Partnerships partnerships;

    OpenTextPages(JointTexts texts, TextParts parts, Partnerships partnerships) {
        this.texts = texts;
        this.parts = parts;
        this.partnerships = partnerships;
    }

    @GetMapping("/{partnership}/dossier/{ref}/joint-text")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var dossier = parts.dossier(partnership, ref, officer);
        var blank =
                new JointTexts.Typed(
                        TextKind.CONCLUSIONS.word(), "en", dossier.title(), dossier.marking());
        return page(dossier, blank, words, Refusals.NONE);
    }

    @PostMapping("/{partnership}/dossier/{ref}/joint-text")
    Object open(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String marking,
            Officer officer,
            Words words) {
        var dossier = parts.dossier(partnership, ref, officer);
        var chosen =
                offered(dossier).stream()
                        .filter(one -> one.toString().equals(marking))
                        .findFirst()
                        .orElse(Marking.NONE);
        var typed = new JointTexts.Typed(kind, language, title, chosen);
        return switch (texts.open(officer, dossier, typed)) {
            case Acted.Done(var text) -> TextParts.goTo(partnership, text, "");
            case Acted.Refused(var refusals) ->
                    page(dossier, typed, words, new Refusals(refusals)).status(Page.REFUSED);
        };
    }

    /// That of the dossier, and what our party proposes for what it writes.
    private List<Marking> offered(Dossier dossier) {
        var ours = partnerships.us(dossier.partnership()).marking();
        return Stream.of(dossier.marking(), ours).distinct().toList();
    }

    private Page page(Dossier dossier, JointTexts.Typed typed, Words words, Refusals refusals) {
        var kinds = new ArrayList<Choice>();
        for (var kind : TextKind.values()) {
            kinds.add(new Choice(kind.word(), words.of("drafting.kind." + kind.word())));
        }
        var languages =
                List.of(
                        new Choice("en", words.of("drafting.language.en")),
                        new Choice("nb", words.of("drafting.language.nb")));
        var markings =
                offered(dossier).stream()
                        .map(one -> new Choice(one.toString(), one.toString()))
                        .toList();
        return TextParts.inDossier("drafting/open.jte", dossier, words.of("drafting.open.title"))
                .with("typed", typed)
                .with("kinds", kinds)
                .with("languages", languages)
                .with("markings", markings)
                .with("refusals", refusals);
    }
}
