// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.procedure.ActForm;
import org.samband.procedure.DossierLine;

/// A step that a party can take now.
///
/// @param title imperative
/// @param roles officers who may take it, in words
/// @param why why this officer cannot take it; empty if the officer can
/// @param waitsFor open dossiers that must be closed first
/// @param moves false for a step that leaves the dossier where it is
public record NextStep(
        ActForm act,
        String title,
        String roles,
        Optional<Refusal> why,
        List<DossierLine> waitsFor,
        boolean moves) {

    public NextStep {
        waitsFor = List.copyOf(waitsFor);
    }
}
