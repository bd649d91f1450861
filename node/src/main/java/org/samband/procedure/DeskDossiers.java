// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to dossiers as they lie on desks. All of it stands in their rows: no dossier is folded
/// here, however many acts it has.
@Component
public class DeskDossiers {
    private final DeskRows rows;
    private final DossierReading reading;
    private final Sights sights;

    DeskDossiers(DeskRows rows, DossierReading reading, Sights sights) {
        this.rows = rows;
        this.reading = reading;
        this.sights = sights;
    }

    /// Those in which our party is expected to act: those that wait for it alone first, of these
    /// those with the earliest day until which an answer is wanted, then the latest.
    public List<DeskDossier> awaiting(Sight sight, PartnershipId partnership, int most) {
        return sights.within(
                sight, () -> rows.awaiting(partnership, most).stream().map(this::dossier).toList());
    }

    /// Those that changed after a moment, the latest first.
    public List<DeskDossier> changed(
            Sight sight, PartnershipId partnership, Instant since, int most) {
        return sights.within(
                sight,
                () -> rows.changed(partnership, since, most).stream().map(this::dossier).toList());
    }

    private DeskDossier dossier(DossierRows.Row row) {
        var procedure = reading.procedure(row);
        return new DeskDossier(
                reading.line(row),
                row.steps().stream().flatMap(step -> act(procedure, step)).toList(),
                row.latest(),
                act(procedure, row.lastAct()).findFirst());
    }

    private static Stream<ActForm> act(Optional<Procedure> procedure, String name) {
        return procedure.flatMap(one -> one.act(name)).stream();
    }
}
