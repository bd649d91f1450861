// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.samband.procedure.DossierState;
import org.samband.procedure.Field;
import org.samband.web.Choice;

/// What can be chosen in a field of a form.
final class FieldChoices {
    private FieldChoices() {}

    /// Empty where the field is typed.
    ///
    /// @param subjects commitments that a dossier of the procedure can name
    /// @param nameable dossiers that the officer may name in the field
    static List<Choice> of(
            Field field,
            Optional<DossierState> standing,
            PartyWords parties,
            List<Choice> subjects,
            Function<Field, List<Choice>> nameable) {
        return switch (field.type()) {
            case FOLLOW_UPS -> owners(parties);
            case COMMITMENTS -> subjects;
            case CHOICE -> orNone(values(field, parties), parties);
            case DATE -> orNone(days(field, standing, parties), parties);
            case FOLLOW_UP -> orNone(open(field, standing), parties);
            case DOSSIER -> nameable.apply(field);
            case ATTACHMENTS,
                    DATES,
                    HASH,
                    MOMENT,
                    MONEY,
                    MULTILINE,
                    NUMBER,
                    ORDINAL,
                    YEAR,
                    REFERENCE,
                    TEXT ->
                    List.of();
        };
    }

    private static List<Choice> orNone(List<Choice> choices, PartyWords parties) {
        var none = new Choice("", parties.words().of("procedure.choose"));
        return choices.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(none), choices.stream()).toList();
    }

    private static List<Choice> values(Field field, PartyWords parties) {
        return field.choices().stream()
                .map(one -> new Choice(one.value(), parties.words().in(one.title())))
                .toList();
    }

    private static List<Choice> days(
            Field field, Optional<DossierState> standing, PartyWords parties) {
        return field.among().stream()
                .flatMap(name -> standing.stream().flatMap(state -> state.dates(name).stream()))
                .map(day -> new Choice(day, Said.day(day, parties.words())))
                .toList();
    }

    private static List<Choice> open(Field field, Optional<DossierState> standing) {
        return standing.stream()
                .flatMap(state -> state.followUps().stream())
                .filter(field::isAbout)
                .map(one -> new Choice(one.id(), one.owner() + ": " + one.text()))
                .toList();
    }

    /// Each party, and each of its authorities.
    private static List<Choice> owners(PartyWords parties) {
        return parties.profile().parties().stream()
                .flatMap(party -> {
                    var code = party.code().value();
                    return Stream.concat(
                            Stream.of(new Choice(code, parties.who(code, Optional.empty()))),
                            party.authorities().stream()
                                    .map(one ->
                                            new Choice(
                                                    code + "/" + one.code(),
                                                    parties.who(code, Optional.of(one.code())))));
                })
                .toList();
    }
}
