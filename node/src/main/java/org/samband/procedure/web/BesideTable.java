// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActForm;
import org.samband.procedure.Beside;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierState;
import org.samband.procedure.Field;

/// What both parties said about one thing, next to each other. Nothing is merged, counted or
/// weighed; where a party said nothing, nothing stands.
///
/// @param lines in the order in which the things were first named; of a choice all its values
public record BesideTable(String title, List<Line> lines) {

    /// @param head what the line is about
    public record Line(String head, List<Said> ours, List<Said> theirs) {
        public Line {
            ours = List.copyOf(ours);
            theirs = List.copyOf(theirs);
        }
    }

    public BesideTable {
        lines = List.copyOf(lines);
    }

    /// Names of the fields that are compared in pairs.
    static Set<String> fields(Dossier dossier) {
        return dossier.procedure().besides().stream()
                .flatMap(beside -> beside.pairs().stream())
                .flatMap(pair -> Stream.of(pair.opener(), pair.answerer()))
                .collect(Collectors.toSet());
    }

    static List<BesideTable> of(Dossier dossier, PartyWords parties) {
        return dossier.procedure().besides().stream()
                .map(beside ->
                        new BesideTable(
                                parties.words().in(beside.title()),
                                beside.act().isPresent()
                                        ? byAct(dossier, beside, parties)
                                        : byPairs(dossier, beside, parties)))
                .filter(table -> !table.lines().isEmpty())
                .toList();
    }

    private static List<Line> byAct(Dossier dossier, Beside beside, PartyWords parties) {
        var form = dossier.procedure().act(beside.act().orElseThrow()).orElseThrow();
        var rest =
                form.fields().stream()
                        .filter(field -> !beside.by().contains(field.name()))
                        .toList();
        var heads = new LinkedHashMap<String, String>();
        var said = new LinkedHashMap<String, Map<PartyCode, List<Said>>>();
        for (var choice : choices(form, beside)) {
            var head = parties.words().in(choice.title());
            heads.put(key(head), head);
            said.put(key(head), new LinkedHashMap<>());
        }
        for (var folded : dossier.state().acts()) {
            var act = folded.act();
            if (folded.effective() && beside.shows(act.act())) {
                var head =
                        beside.by().stream()
                                .flatMap(name -> form.field(name).stream())
                                .flatMap(field -> said(field, act.fields(), parties, "").stream())
                                .map(Said::text)
                                .collect(Collectors.joining(", "));
                heads.putIfAbsent(key(head), head);
                said.computeIfAbsent(key(head), _ -> new LinkedHashMap<>())
                        .put(act.ref().party(), said(dossier, folded, rest, parties));
            }
        }
        return said.entrySet().stream()
                .map(one ->
                        new Line(
                                heads.getOrDefault(one.getKey(), one.getKey()),
                                one.getValue().getOrDefault(parties.own(), List.of()),
                                one.getValue().getOrDefault(parties.counterpart(), List.of())))
                .toList();
    }

    private static String key(String head) {
        return head.strip().toLowerCase(Locale.ROOT);
    }

    /// What a check-list asks: each value of the one choice that says what a line is about.
    private static List<Field.Choice> choices(ActForm form, Beside beside) {
        return beside.by().size() == 1
                ? form.field(beside.by().getFirst()).map(Field::choices).orElse(List.of())
                : List.of();
    }

    private static List<Said> said(
            Dossier dossier, DossierState.Folded folded, List<Field> fields, PartyWords parties) {
        var act = folded.act();
        var place = SaidFile.place(dossier.partnership(), dossier.ref(), act.ref());
        return fields.stream()
                .flatMap(field -> said(field, act.fields(), parties, place).stream())
                .toList();
    }

    private static Optional<Said> said(
            Field field, Map<String, Object> fields, PartyWords parties, String place) {
        return Optional.ofNullable(fields.get(field.name()))
                .map(value -> Said.of(field, value, parties, place));
    }

    private static List<Line> byPairs(Dossier dossier, Beside beside, PartyWords parties) {
        var lines = new ArrayList<Line>();
        var weOpened = dossier.state().opener().equals(parties.own());
        for (var pair : beside.pairs()) {
            var opener = standing(dossier, pair.opener(), parties);
            var answerer = standing(dossier, pair.answerer(), parties);
            var title = parties.words().in(pair.title());
            if (!opener.isEmpty() || !answerer.isEmpty()) {
                lines.add(
                        new Line(
                                title, weOpened ? opener : answerer, weOpened ? answerer : opener));
            }
        }
        return lines;
    }

    private static List<Said> standing(Dossier dossier, String name, PartyWords parties) {
        return dossier.procedure().field(name).stream()
                .flatMap(field -> StandingValue.of(field, dossier, parties).values().stream())
                .toList();
    }
}
