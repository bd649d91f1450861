// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Commitment;
import org.samband.instrument.Undertaking;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.procedure.Evidence;

/// Commitments and evidence as tests need them.
final class Sentences {
    static final PartnershipId PARTNERSHIP = new PartnershipId("eu-norway");

    private Sentences() {}

    static Commitment commitment(Undertaking undertaking, @Nullable String cadence) {
        return commitment(undertaking, cadence, null, "will hold", false, false);
    }

    static Commitment commitment(
            Undertaking undertaking,
            @Nullable String cadence,
            @Nullable String condition,
            String verb,
            boolean frame,
            boolean negative) {
        return new Commitment(
                "p1.s1",
                "1",
                1,
                List.of("A", "B"),
                undertaking,
                cadence,
                condition,
                "Area",
                "A and B will meet.",
                verb,
                "meetings",
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                frame,
                negative,
                0,
                18);
    }

    /// @param dossier number of the dossier and of the act
    static Evidence evidence(String type, String on, long dossier) {
        var ref = new ActRef(new PartyCode("EU"), dossier);
        return new Evidence(
                PARTNERSHIP,
                "p1.s1",
                type,
                LocalDate.parse(on),
                ref,
                ref,
                "procedure",
                "EXERCISE matter " + dossier);
    }
}
