// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import org.samband.act.Circle;
import org.samband.act.Refusal;
import org.samband.label.Ceiling;
import org.samband.label.Decision;
import org.samband.label.LabelRule;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerId;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// The one gate between this node and the line: what does not pass it does not leave. Asked before
/// an act becomes an entry, again before the entry is delivered, and of what the counterpart sends.
/// Source: `spec/federation/`, FEDERATION-20 and FEDERATION-21.
///
/// @param ceiling of this node
record Release(Policies policies, Ceiling ceiling) {

    /// Why an entry of ours does not leave to the counterpart of a partnership; empty if it may.
    Optional<Refusal> refusal(Entry entry, PartnershipId line, PartyCode counterpart) {
        return refusal(
                new Leaving(entry.ledger(), entry.number(), entry.circle(), entry.marking()),
                line,
                counterpart);
    }

    /// What the gate asks of an entry.
    record Leaving(LedgerId ledger, EntryNumber number, Circle circle, Marking marking) {}

    Optional<Refusal> refusal(Leaving entry, PartnershipId line, PartyCode counterpart) {
        if (entry.circle() == Circle.OWN || entry.ledger().line() == LedgerId.Line.OWN) {
            return Optional.of(Refusal.of(FederationRule.OWN_RECORD));
        }
        if (!entry.ledger().partnership().equals(line)) {
            return Optional.of(
                    Refusal.of(FederationRule.OTHER_PARTNERSHIP)
                            .with("number", entry.number().value()));
        }
        return refusal(policies.mayRelease(entry.marking(), counterpart.value(), ceiling));
    }

    /// Why this node does not keep an own record with this marking; empty if it may.
    Optional<Refusal> keeping(Entry entry) {
        return entry.marking().isMissing()
                ? Optional.empty()
                : refusal(policies.mayHold(ceiling, entry.marking()));
    }

    /// Why this node does not take an entry of the counterpart; empty if it may.
    Optional<Refusal> admission(Entry entry) {
        return refusal(policies.mayHold(ceiling, entry.marking()))
                .map(refusal -> {
                    var rule =
                            refusal.rule() == LabelRule.ABOVE_CEILING
                                    ? FederationRule.ABOVE_CEILING
                                    : FederationRule.UNKNOWN_MARKING;
                    return new Refusal(rule, "", refusal.facts())
                            .with("number", entry.number().value());
                });
    }

    private static Optional<Refusal> refusal(Decision decision) {
        return decision instanceof Decision.Refused(var refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }
}
