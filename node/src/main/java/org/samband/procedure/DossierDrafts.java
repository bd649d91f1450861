// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samband.act.Circle;
import org.samband.label.Marking;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Power;
import org.samband.parties.Role;

/// What an officer does in a dossier, as it goes to the ledger.
final class DossierDrafts {
    private DossierDrafts() {}

    /// @param says content of the opening act, see {@link DossierEntries#act}
    static Draft opening(
            PartnershipId partnership,
            Officer officer,
            Opening opening,
            String title,
            String area,
            Marking marking,
            Map<String, Object> says) {
        var form = opening.act().orElseThrow();
        return new Draft(
                partnership,
                by(officer, form.roleOf(officer).orElseThrow()),
                form.circle(),
                marking,
                area,
                DossierEntries.OPEN,
                Optional.empty(),
                DossierEntries.opening(opening.procedure(), title, says));
    }

    static Draft act(
            Officer officer,
            DossierFolds.Folded folded,
            ActForm form,
            Marking marking,
            Map<String, Object> says) {
        return new Draft(
                folded.opening().ledger().partnership(),
                by(officer, form.roleOf(officer).orElseThrow()),
                form.circle(),
                marking,
                folded.area(),
                DossierEntries.ACT,
                Optional.of(folded.opening().subject()),
                says);
    }

    static Draft note(
            Officer officer,
            DossierFolds.Folded folded,
            String text,
            Marking marking,
            boolean holders,
            Optional<LocalDate> target) {
        var says = new TreeMap<String, Object>(Map.of("text", text));
        if (holders) {
            says.put("about", DossierEntries.HOLDERS);
        }
        target.ifPresent(day -> says.put(DossierEntries.TARGET, day.toString()));
        return new Draft(
                folded.opening().ledger().partnership(),
                by(officer, officer.roleFor(Power.NOTE)),
                Circle.OWN,
                marking,
                folded.area(),
                DossierEntries.NOTE,
                Optional.of(folded.opening().subject()),
                says);
    }

    /// What the counterpart may read of who acted.
    private static Entry.By by(Officer officer, Role role) {
        return new Entry.By(officer.authority(), officer.name(), role.word());
    }
}
