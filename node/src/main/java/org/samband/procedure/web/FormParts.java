// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.samband.label.Ceiling;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Area;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Field;
import org.samband.procedure.LaterSubjects;
import org.samband.web.Choice;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// What the forms of dossiers have in common: names of the parties, areas, the choice of a marking.
@Component
class FormParts {
    private final Partnerships partnerships;
    private final Policies policies;
    private final Ceiling ceiling;
    private final Dossiers dossiers;
    private final Sights sights;
    private final LaterSubjects later;

    FormParts(
            Partnerships partnerships,
            Policies policies,
            Ceiling ceiling,
            Dossiers dossiers,
            Sights sights,
            LaterSubjects later) {
        this.partnerships = partnerships;
        this.policies = policies;
        this.ceiling = ceiling;
        this.dossiers = dossiers;
        this.sights = sights;
        this.later = later;
    }

    PartyWords parties(PartnershipId partnership, Words words) {
        var profile = partnerships.profile(partnership).orElseThrow(NotFound::new);
        return new PartyWords(profile, partnerships.own(), words);
    }

    /// The commitments that a dossier of a procedure can name.
    List<Choice> subjects(String procedure, PartyWords parties) {
        return Stream.concat(
                        parties.subjects(procedure).stream(),
                        parties.namesLater(procedure)
                                ? later.of(parties.profile()).stream().map(parties::choice)
                                : Stream.of())
                .toList();
    }

    /// What our side proposes for what it writes.
    Marking proposed(PartnershipId partnership) {
        return partnerships.us(partnership).marking();
    }

    MarkingForm marking(Marking chosen, Officer officer, PartyWords parties) {
        return MarkingForm.of(
                chosen, policies, ceiling, officer, parties.counterpart(), parties.words());
    }

    Marking read(MultiValueMap<String, String> sent) {
        return MarkingForm.read(policies, sent);
    }

    /// Markings of several records on one page.
    Marking merged(List<Marking> markings) {
        return markings.stream().distinct().reduce(policies::merge).orElse(Marking.NONE);
    }

    /// A page that lists several records bears their merged marking; an empty list that of a page
    /// without content.
    Page marked(Page page, List<Marking> markings) {
        return markings.isEmpty()
                ? page
                : page.marked(merged(markings.stream().distinct().toList()));
    }

    /// Areas that the officer works with.
    List<Choice> areas(Officer officer, PartyWords parties) {
        return parties.profile().areas().stream()
                .map(Area::shortName)
                .filter(area -> officer.needToKnow().covers(parties.profile().id(), area))
                .map(area -> new Choice(area, parties.area(area)))
                .toList();
    }

    /// Dossiers that an officer sees and may name in a field, the latest change first. An older one
    /// is named by its number.
    Function<Field, List<Choice>> nameable(Officer officer, PartyWords parties) {
        return field ->
                (field.of().isEmpty()
                                ? Stream.of(Optional.<String>empty())
                                : field.of().stream().map(Optional::of))
                        .flatMap(procedure ->
                                dossiers
                                        .list(
                                                sights.of(officer),
                                                parties.profile().id(),
                                                DossierFilter.of(procedure))
                                        .lines()
                                        .stream())
                        .map(line ->
                                new Choice(
                                        line.ref().toString(),
                                        line.title() + ", " + parties.words().in(line.kind())))
                        .toList();
    }

    static String first(Map<String, List<String>> sent, String name) {
        var values = sent.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// A value in the query of an address that fills in a form.
    static String inQuery(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
