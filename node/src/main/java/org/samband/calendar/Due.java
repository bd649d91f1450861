// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.procedure.Deadline;

/// A day that concerns an officer: of a dossier, or of a commitment.
///
/// @param kind word of what the day is: `answer`, `follow-up`, `commitment` ...
/// @param title of the dossier, or the short title of the commitment
/// @param path of the page that shows it
/// @param expects whether something is expected by then, so that it can have passed
/// @param marking of what title and path are about; missing for the public text
public record Due(
        PartnershipId partnership,
        LocalDate on,
        Optional<Instant> moment,
        String kind,
        Bilingual title,
        String path,
        Deadline.Origin origin,
        boolean expects,
        Marking marking) {}
