// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;

/// A dossier as it lies on a desk: what can be done in it and what was done last. Source: design
/// section 1, what the node does for a desk officer.
///
/// @param steps acts that our party can take now and that move it
/// @param latest number of the latest act, by its time
/// @param done that act; empty where the procedure does not name it
public record DeskDossier(
        DossierLine line, List<ActForm> steps, ActRef latest, Optional<ActForm> done) {
    public DeskDossier {
        steps = List.copyOf(steps);
    }
}
