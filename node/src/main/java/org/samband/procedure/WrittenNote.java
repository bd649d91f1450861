// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.ledger.Draft;
import org.samband.parties.Officer;
import org.samband.parties.Power;

/// An own note as it was typed.
///
/// @param holders whether it says who else holds what was sent; the counterpart is never told
/// @param target day that our party sets itself, as typed; empty for none
public record WrittenNote(String text, Marking marking, boolean holders, String target) {

    private String lines() {
        return text.replace("\r\n", "\n").strip();
    }

    List<Refusal> refusals(Officer officer, ActCheck check) {
        if (!officer.may(Power.NOTE)) {
            return List.of(Refusal.of(ProcedureRule.NOT_FOR_NOTES));
        }
        var refusals = new ArrayList<>(check.note(lines()));
        if (TypedFields.day(target).isEmpty() && !target.isBlank()) {
            refusals.add(ActCheck.noDay(Dossiers.TARGET, target));
        }
        check.markings().ofNote(officer, marking).ifPresent(refusals::add);
        return refusals;
    }

    Draft draft(Officer officer, DossierFolds.Folded folded) {
        return DossierDrafts.note(
                officer, folded, lines(), marking, holders, TypedFields.day(target));
    }
}
