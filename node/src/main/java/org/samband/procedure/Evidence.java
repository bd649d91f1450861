// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import org.samband.parties.PartnershipId;

/// What an effective act proves about a commitment. Derived from the ledgers.
///
/// @param commitment identity in the instrument, for instance `p11.4.s1`
/// @param type kind of event, for instance `consultation-held`
/// @param on day of the event
public record Evidence(
        PartnershipId partnership,
        String commitment,
        String type,
        LocalDate on,
        ActRef dossier,
        ActRef act,
        String procedure,
        String title) {}
