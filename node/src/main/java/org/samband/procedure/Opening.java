// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

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
        var named =
                act.stream()
                        .flatMap(one -> one.fields().stream())
                        .filter(field -> field.type() == Field.Type.DOSSIER)
                        .filter(field -> field.link() == by)
                        .map(field -> "&" + field.name() + "=" + other.ref())
                        .findFirst()
                        .orElse("");
        return ((other.area().isEmpty() ? "" : "&area=" + other.area()) + named)
                .replaceFirst("&", "?");
    }
}
