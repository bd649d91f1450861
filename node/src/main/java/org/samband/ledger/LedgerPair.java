// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.VerifierKey;

/// The two shared ledgers of a partnership, seen from this node.
///
/// @param ours the party that this node is
/// @param counterpartKey pinned when the pair is set up; empty until then, and nothing is admitted
/// @param counterpartSecond of ML-DSA-65, where the pair file names one
public record LedgerPair(
        PartnershipId partnership,
        PartyCode ours,
        PartyCode counterpart,
        Optional<VerifierKey> counterpartKey,
        Optional<VerifierKey> counterpartSecond) {

    /// A pair whose counterpart signs once.
    public LedgerPair(
            PartnershipId partnership,
            PartyCode ours,
            PartyCode counterpart,
            Optional<VerifierKey> counterpartKey) {
        this(partnership, ours, counterpart, counterpartKey, Optional.empty());
    }

    LedgerPair with(VerifierKey key, Optional<VerifierKey> second) {
        return new LedgerPair(partnership, ours, counterpart, Optional.of(key), second);
    }

    LedgerId own() {
        return new LedgerId(partnership, ours, LedgerId.Line.OWN);
    }

    /// Both shared ledgers: ours, then the counterpart's.
    public List<LedgerId> both() {
        return List.of(shared(), counterparts());
    }

    public LedgerId shared() {
        return new LedgerId(partnership, ours, LedgerId.Line.SHARED);
    }

    public LedgerId counterparts() {
        return new LedgerId(partnership, counterpart, LedgerId.Line.SHARED);
    }
}
