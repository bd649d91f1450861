// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How this party can open a dossier of one procedure.
///
/// @param act the act that opens it; empty where that is for the other party
/// @param area short name of the area that is proposed; empty for none
public record Opening(Procedure procedure, Optional<ActForm> act, String area) {

    /// What fills in the form that opens a dossier which comes from another one.
    public String from(DossierLine other) {
        return from(other, Link.Kind.FROM);
    }

    /// What fills in the form that opens a dossier which comes from another one: its area, and its
    /// number where the form has a field for it.
    ///
    /// @return the query of an address, with its question mark; empty if there is nothing
    ///
    /// @param by how it names the other one
    public String from(DossierLine other, Link.Kind by) {
        var named = naming(by).map(field -> "&" + field + "=" + other.ref()).orElse("");
        return ((other.area().isEmpty() ? "" : "&area=" + other.area()) + named)
                .replaceFirst("&", "?");
    }

    /// The field that names the other dossier.
    private Optional<String> naming(Link.Kind by) {
        return act.stream()
                .flatMap(one -> one.fields().stream())
                .filter(field -> field.type() == Field.Type.DOSSIER)
                .filter(field -> field.link() == by)
                .map(Field::name)
                .findFirst();
    }

    /// What an act says about the dossier that it opens at once.
    ///
    /// @param other the dossier in which the act stands
    /// @param typed what was typed for that act, by name of the field
    Map<String, String> filled(ActForm opened, ActRef other, Map<String, String> typed) {
        var fields = new HashMap<String, String>();
        naming(opened.answeredBy()).ifPresent(field -> fields.put(field, other.toString()));
        opened.fills().forEach((field, from) -> fields.put(field, typed.getOrDefault(from, "")));
        return fields;
    }
}
