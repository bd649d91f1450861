// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
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
