// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.stocktake.Scope;

/// The figures of a stocktake as a review of the areas holds them.
///
/// @param dossier of the review
/// @param by the party that sent these figures
/// @param hash SHA-256 that it sent
/// @param agreed whether both parties agreed over it
public record OnRecord(
        ActRef dossier,
        String title,
        Bilingual standing,
        PartyCode by,
        Scope scope,
        String hash,
        boolean agreed) {}
