// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.label.Ceiling;
import org.samband.label.Decision;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartyCode;

/// Whether an officer may give a marking to an act or a note. Source: design section 6.
///
/// @param ceiling what this node is accredited for
/// @param counterpart to which an act goes
record ActMarking(Policies policies, Ceiling ceiling, PartyCode counterpart) {
    /// Where the form asks for it.
    static final String FIELD = "marking";

    /// @return why an act may not have it: not chosen, not known, above the officer's own
    ///   clearance, below the act's floor, not releasable
    Optional<Refusal> ofAct(Officer officer, ActForm act, Marking marking) {
        return chosen(officer, marking)
                .or(() -> floor(act, marking))
                .or(() -> refusal(policies.mayRelease(marking, counterpart.value(), ceiling)))
                .map(ActMarking::here);
    }

    /// A note stays at this node, so it need not be releasable.
    Optional<Refusal> ofNote(Officer officer, Marking marking) {
        return chosen(officer, marking)
                .or(() -> refusal(policies.mayHold(ceiling, marking)))
                .map(ActMarking::here);
    }

    private Optional<Refusal> chosen(Officer officer, Marking marking) {
        return marking.isMissing()
                ? Optional.of(Refusal.of(ProcedureRule.NO_MARKING))
                : refusal(policies.mayRead(officer.clearance(), marking));
    }

    private Optional<Refusal> floor(ActForm act, Marking marking) {
        return act.floor().isEmpty() || policies.dominates(marking, Marking.parse(act.floor()))
                ? Optional.empty()
                : Optional.of(
                        ProcedureRule.named(
                                        Refusal.of(ProcedureRule.BELOW_FLOOR), "act", act.title())
                                .with("floor", act.floor()));
    }

    private static Optional<Refusal> refusal(Decision decision) {
        return switch (decision) {
            case Decision.Allowed() -> Optional.empty();
            case Decision.Refused(var why) -> Optional.of(why);
        };
    }

    private static Refusal here(Refusal refusal) {
        return new Refusal(refusal.rule(), FIELD, refusal.facts());
    }
}
