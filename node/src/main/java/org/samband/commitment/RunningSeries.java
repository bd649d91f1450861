// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.procedure.DossierLine;
import org.samband.procedure.Opening;

/// A series that both parties agreed, with the dossier in which it was established.
///
/// @param rhythm how often, in the words that both agreed; empty where none were
/// @param next the next day that it names
/// @param editions dossiers that come from it, latest last
/// @param offers how this officer can open a further one
public record RunningSeries(
        DossierLine dossier,
        String rhythm,
        Optional<LocalDate> next,
        List<DossierLine> editions,
        List<Opening> offers) {

    public RunningSeries {
        editions = List.copyOf(editions);
        offers = List.copyOf(offers);
    }
}
