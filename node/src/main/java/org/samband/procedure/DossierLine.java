// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;

/// One dossier in a list.
///
/// @param procedure its short name
/// @param kind title of the procedure
/// @param state short name of the state
/// @param standing title of the state
/// @param last whether it is finished
/// @param turn parties that are expected to act next
/// @param answerBy until when an answer is wanted; a wish of the asking party
/// @param version number of its acts
public record DossierLine(
        ActRef ref,
        String procedure,
        Bilingual kind,
        String title,
        String area,
        Marking marking,
        String state,
        Bilingual standing,
        boolean last,
        List<PartyCode> turn,
        Optional<LocalDate> answerBy,
        Instant opened,
        Instant changed,
        int version) {

    public DossierLine {
        turn = List.copyOf(turn);
    }
}
