// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.commitment.Desk;
import org.samband.commitment.Edition;
import org.samband.parties.Profile;
import org.samband.procedure.FormDraft;

/// One partnership on an officer's start page.
///
/// @param wanted editions that the text wants now and nobody has begun
/// @param asked what acts in dossiers ask the officer for elsewhere
/// @param drafts of the officer, latest first
/// @param matrix empty if the node holds no import of the instrument
public record PartnershipStart(
        Profile profile,
        Desk desk,
        List<Edition> wanted,
        List<Asked> asked,
        List<FormDraft> drafts,
        Optional<Matrix> matrix,
        LocalDate today) {

    public PartnershipStart {
        wanted = List.copyOf(wanted);
        asked = List.copyOf(asked);
        drafts = List.copyOf(drafts);
    }

    public boolean needsNothing() {
        return desk.needsNothing() && wanted.isEmpty() && asked.isEmpty();
    }
}
