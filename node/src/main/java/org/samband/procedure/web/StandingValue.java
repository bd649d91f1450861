// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.samband.procedure.ActForm;
import org.samband.procedure.Dossier;
import org.samband.procedure.Field;

/// What stands in one field of a dossier.
///
/// @param title of the field
public record StandingValue(String title, List<Said> values) {

    public StandingValue {
        values = List.copyOf(values);
    }

    /// What an act agrees, field by field.
    static List<StandingValue> agreed(ActForm act, Dossier dossier, PartyWords parties) {
        return act.confirms().stream()
                .flatMap(name -> dossier.procedure().field(name).stream())
                .map(field -> of(field, dossier, parties))
                .toList();
    }

    /// What stands in the fields of a dossier, in the order in which the procedure has them. Where
    /// several have one title, as dates do, each says which act it is of.
    ///
    /// @param tabled names of fields that stand elsewhere
    static List<StandingValue> facts(Dossier dossier, Set<String> tabled, PartyWords parties) {
        var procedure = dossier.procedure();
        var facts = new LinkedHashMap<Field, ActForm>();
        for (var act : procedure.acts()) {
            for (var field : act.fields()) {
                var known = facts.keySet().stream().map(Field::name).anyMatch(field.name()::equals);
                if (!known && !tabled.contains(field.name()) && procedure.isFact(field)) {
                    facts.put(field, act);
                }
            }
        }
        facts.keySet().removeIf(field -> dossier.state().value(field.name()).isEmpty());
        var words = parties.words();
        var titles = facts.keySet().stream().map(field -> words.in(field.title())).toList();
        return facts.entrySet().stream()
                .map(fact -> {
                    var value = of(fact.getKey(), dossier, parties);
                    return Collections.frequency(titles, value.title()) == 1
                            ? value
                            : new StandingValue(
                                    value.title() + " (" + words.in(fact.getValue().done()) + ")",
                                    value.values());
                })
                .toList();
    }

    static StandingValue of(Field field, Dossier dossier, PartyWords parties) {
        var values = dossier.state().values().getOrDefault(field.name(), List.of());
        return new StandingValue(
                parties.words().in(field.title()),
                values.stream()
                        .map(value ->
                                Said.of(
                                        field,
                                        value.value(),
                                        parties,
                                        SaidFile.place(
                                                dossier.partnership(), dossier.ref(), value.by())))
                        .toList());
    }
}
