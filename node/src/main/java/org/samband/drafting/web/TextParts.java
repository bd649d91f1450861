// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.PointId;
import org.samband.drafting.Programme;
import org.samband.drafting.TextKind;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Subject;
import org.samband.procedure.TypedFields;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.WordFiles;
import org.samband.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What the pages of joint texts have in common.
@Component
class TextParts {
    /// Navigation entry under which texts stand: they belong to dossiers.
    private static final String AT = "procedure.navigation.dossiers";

    private final JointTexts texts;
    private final Dossiers dossiers;
    private final Partnerships partnerships;
    private final Sights sights;
    private final WordFiles wordFiles;

    TextParts(
            JointTexts texts,
            Dossiers dossiers,
            Partnerships partnerships,
            Sights sights,
            WordFiles wordFiles) {
        this.texts = texts;
        this.dossiers = dossiers;
        this.partnerships = partnerships;
        this.sights = sights;
        this.wordFiles = wordFiles;
    }

    TextNames names(PartnershipId partnership, Words words) {
        var profile = partnerships.profile(partnership).orElseThrow(NotFound::new);
        return new TextNames(profile, partnerships.own(), words);
    }

    /// In the language of a text, whoever reads it.
    TextNames namesOf(JointText text) {
        var profile = partnerships.profile(text.opening().partnership()).orElseThrow(NotFound::new);
        return namesOf(text, profile, partnerships.own());
    }

    /// As its copy of a party reads: that party's own name first, its zone for days and times.
    TextNames namesOf(JointText text, Profile profile, PartyCode of) {
        return new TextNames(
                profile,
                of,
                wordFiles.in(text.opening().language(), profile.party(of).orElseThrow().zone()));
    }

    JointText find(PartnershipId partnership, String ref, Officer officer) {
        return ActRef.of(ref)
                .flatMap(known -> texts.text(sights.of(officer), partnership, known))
                .orElseThrow(NotFound::new);
    }

    Dossier dossier(PartnershipId partnership, String ref, Officer officer) {
        return ActRef.of(ref)
                .flatMap(known -> seen(partnership, known, officer))
                .orElseThrow(NotFound::new);
    }

    /// The dossier of a text, if the officer sees it.
    Optional<Dossier> dossier(JointText text, Officer officer) {
        return seen(text.opening().partnership(), text.opening().dossier(), officer);
    }

    private Optional<Dossier> seen(PartnershipId partnership, ActRef ref, Officer officer) {
        return dossiers.dossier(sights.of(officer), partnership, ref);
    }

    Page page(String template, JointText text, String title, Officer officer, TextNames names) {
        return page(template, text, title, dossier(text, officer), names);
    }

    /// @param dossier of the text, empty where the officer does not see it
    Page page(
            String template,
            JointText text,
            String title,
            Optional<Dossier> dossier,
            TextNames names) {
        var opening = text.opening();
        return Page.of(template)
                .titled(title)
                .in(opening.partnership())
                .at(AT)
                .marked(text.marking())
                .with("text", text)
                .with("names", names)
                .with("dossier", dossier.map(one -> one.ref() + " " + one.title()).orElse(""));
    }

    /// When each item of an agenda is, on both parties' clocks; empty for other texts. The times of
    /// an agenda are meant in the zone of the first party.
    static Map<PointId, String> times(JointText text, Optional<Dossier> dossier, TextNames names) {
        var times = new HashMap<PointId, String>();
        Programme.of(text, day(text, dossier), names.profile().parties().getFirst().zone())
                .forEach((point, span) -> times.put(point, names.when(span)));
        return times;
    }

    /// The day for which the meeting is agreed; before that, the day on which the text was opened.
    private static LocalDate day(JointText text, Optional<Dossier> dossier) {
        return dossier.map(Dossier::state)
                .flatMap(state -> state.state().day().flatMap(state::value))
                .flatMap(day -> TypedFields.day(String.valueOf(day)))
                .orElseGet(() -> LocalDate.ofInstant(text.opening().at(), ZoneOffset.UTC));
    }

    /// What the text of the partnership wants addressed in each such meeting and what no item of
    /// the agenda serves. Source: SDP paragraph 23; data: `standing-items` of the profile.
    static List<Subject> missing(JointText text, Optional<Dossier> dossier, TextNames names) {
        if (text.opening().kind() != TextKind.AGENDA) {
            return List.of();
        }
        var served =
                text.standing().stream()
                        .flatMap(point -> point.positions().values().stream())
                        .flatMap(position -> position.wording().stream())
                        .flatMap(wording -> wording.slot().paragraphs().stream())
                        .collect(Collectors.toSet());
        return dossier.stream()
                .flatMap(one ->
                        Subject.standingItems(names.profile(), one.procedure().id()).stream())
                .filter(one -> !served.contains(one.paragraph()))
                .toList();
    }

    static Page inDossier(String template, Dossier dossier, String title) {
        return Page.of(template)
                .titled(title)
                .in(dossier.partnership())
                .at(AT)
                .marked(dossier.marking())
                .with("dossier", dossier);
    }

    static ResponseEntity<Void> goTo(PartnershipId partnership, ActRef text, String place) {
        return ResponseEntity.status(303)
                .header("Location", "/" + partnership + "/joint-text/" + text + place)
                .build();
    }
}
