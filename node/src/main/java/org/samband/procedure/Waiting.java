// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.Optional;
import org.samband.parties.PartyCode;

/// What an act in one dossier asks for elsewhere and nobody has done yet, as far as the officer may
/// see.
///
/// @param dossier in which the act stands; for {@link Kind#CLOSE} the one that can be closed
/// @param act that asks for it
/// @param opens short name of the procedure of which a dossier is to be opened; empty for {@link
///   Kind#CLOSE}
/// @param by how the dossier that is opened is to name this one
/// @param party that is invited to open it; empty for either
public record Waiting(
        Kind kind,
        DossierLine dossier,
        ActRef act,
        String opens,
        Optional<PartyCode> party,
        Link.Kind by,
        Instant since) {

    public enum Kind {
        /// A dossier is to be opened that comes from this one.
        OPEN,
        /// This dossier can be closed.
        CLOSE
    }
}
