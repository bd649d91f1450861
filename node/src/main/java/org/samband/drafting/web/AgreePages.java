// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.TextMove;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActForm;
import org.samband.procedure.Acted;
import org.samband.procedure.Field;
import org.samband.procedure.Subject;
import org.samband.web.Choice;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page on which a head of delegation agrees a text over its hash, and makes a sealed readout
/// public.
@Controller
class AgreePages {
    private final JointTexts texts;
    private final TextParts parts;

    AgreePages(JointTexts texts, TextParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    @GetMapping("/{partnership}/joint-text/{ref}/agree")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        return page(parts.find(partnership, ref, officer), officer, words, Refusals.NONE);
    }

    /// @param hash of the text that the officer read
    @PostMapping("/{partnership}/joint-text/{ref}/agree")
    Object agree(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String hash,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        return after(
                texts.make(officer, partnership, text.ref(), new TextMove.Agree(hash)),
                text,
                officer,
                words);
    }

    @PostMapping("/{partnership}/joint-text/{ref}/publish")
    Object publish(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        return after(texts.publish(officer, partnership, text.ref()), text, officer, words);
    }

    Object after(Acted acted, JointText text, Officer officer, Words words) {
        var partnership = text.opening().partnership();
        return switch (acted) {
            case Acted.Done _ -> TextParts.goTo(partnership, text.ref(), "/agree");
            case Acted.Refused(var refusals) -> {
                var now = parts.find(partnership, text.ref().toString(), officer);
                yield page(now, officer, words, new Refusals(refusals)).status(Page.REFUSED);
            }
        };
    }

    private Page page(JointText text, Officer officer, Words words, Refusals refusals) {
        var names = parts.names(text.opening().partnership(), words);
        return parts.page("drafting/agree.jte", text, title(text, words), officer, names)
                .with("copy", TextCopy.of(text, names))
                .with("hash", CanonicalText.hash(text))
                .with("agreements", agreements(text, names))
                .with("published", published(text, names))
                .with("notes", notes(text, officer, names))
                .with("copies", text.seal().isPresent() ? CopyLine.of(text, names) : List.of())
                .with(
                        "address",
                        text.state() == JointText.State.PUBLIC ? PublicTextPages.address(text) : "")
                .with("mayAgree", texts.mayAgree(officer))
                .with("refusals", refusals);
    }

    private static String title(JointText text, Words words) {
        return text.seal().isPresent()
                ? words.of("drafting.agree.sealed")
                : words.of("drafting.agree.title");
    }

    /// Links to acts of the dossier that name a sealed text of this kind, filled in.
    private List<Choice> notes(JointText text, Officer officer, TextNames names) {
        var dossier = text.seal().flatMap(_ -> parts.dossier(text, officer));
        var field = text.opening().kind().word();
        return dossier.stream()
                .flatMap(one -> one.state().possible(names.own()).stream())
                .filter(act -> act.field(field + "-text").isPresent())
                .map(act ->
                        new Choice(
                                "/dossier/%s/act/%s?%s-text=%s&%s-hash=%s&%s=%s%s"
                                        .formatted(
                                                text.opening().dossier(),
                                                act.name(),
                                                field,
                                                text.ref(),
                                                field,
                                                CanonicalText.hash(text),
                                                named(act, field),
                                                encoded(text, names),
                                                addressed(act, text, names)),
                                names.words().of("drafting.note", names.words().in(act.title()))))
                .toList();
    }

    /// Where the act says in words which text it puts on the file: in the field of the kind, or in
    /// what it cannot be without.
    private static String named(ActForm act, String kind) {
        return act.field(kind)
                .or(() ->
                        act.fields().stream()
                                .filter(Field::required)
                                .filter(field -> field.type() == Field.Type.MULTILINE)
                                .findFirst())
                .map(Field::name)
                .orElse(kind);
    }

    /// What an agenda addresses, where the act says that in a field of commitments: those whose
    /// paragraphs stand on it.
    private static String addressed(ActForm act, JointText text, TextNames names) {
        var paragraphs =
                text.standing().stream()
                        .flatMap(point -> point.agreed().stream())
                        .flatMap(wording -> wording.slot().paragraphs().stream())
                        .collect(Collectors.toSet());
        var ids =
                names.profile().commitments().keySet().stream()
                        .filter(id -> paragraphs.contains(Subject.paragraph(id)))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return act.fields().stream()
                .filter(field -> field.type() == Field.Type.COMMITMENTS && !ids.isEmpty())
                .findFirst()
                .map(field ->
                        "&" + field.name() + "=" + URLEncoder.encode(ids, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static String encoded(JointText text, TextNames names) {
        var line = names.words().of("drafting.note.text", text.ref(), text.opening().title());
        return URLEncoder.encode(line, StandardCharsets.UTF_8);
    }

    /// For each party, ours first, who agreed and when, over the text as it stands; empty where it
    /// has not.
    private static Map<String, String> agreements(JointText text, TextNames names) {
        var agreements = new LinkedHashMap<String, String>();
        for (var party : names.ownFirst()) {
            agreements.put(
                    party.value(),
                    text.seal()
                            .map(seal -> seal.agreements().get(party))
                            .or(() -> text.agreement(party))
                            .map(one -> names.made(one.by(), one.at(), one.ref()))
                            .orElse(""));
        }
        return agreements;
    }

    /// By whom each party made it public, and when; empty where it has not.
    private static Map<String, String> published(JointText text, TextNames names) {
        var published = new LinkedHashMap<String, String>();
        for (var party : names.ownFirst()) {
            published.put(
                    party.value(),
                    Optional.ofNullable(text.published().get(party))
                            .flatMap(text::entry)
                            .map(names::made)
                            .orElse(""));
        }
        return published;
    }
}
