// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Coming;
import org.samband.procedure.DossierLine;
import org.samband.procedure.FollowUpLine;

/// What lies on an officer's desk in one partnership.
///
/// @param turns dossiers in which the officer can take the next step; those that wait for our party
///   alone first
/// @param followUps ours, open, due within the next 30 days or before, the earliest
/// @param attention commitments that are due or outstanding, or about which the views differ
/// @param coming days to come, in order
/// @param changed dossiers that changed in the last 14 days, latest first
public record Desk(
        List<Turn> turns,
        List<FollowUpLine> followUps,
        List<LivingCommitment> attention,
        List<Coming> coming,
        List<Changed> changed) {

    /// @param alone whether our party alone is expected to act
    /// @param acts that the officer can take now and that move the dossier
    public record Turn(DossierLine dossier, boolean alone, List<ActForm> acts) {
        public Turn {
            acts = List.copyOf(acts);
        }
    }

    /// @param by party of the latest act
    /// @param act the latest act; empty where its procedure does not name it
    public record Changed(
            DossierLine dossier, ActRef ref, PartyCode by, Optional<ActForm> act, Instant at) {}

    public Desk {
        turns = List.copyOf(turns);
        followUps = List.copyOf(followUps);
        attention = List.copyOf(attention);
        coming = List.copyOf(coming);
        changed = List.copyOf(changed);
    }

    /// Whether there can be more follow-ups than stand here.
    public boolean moreFollowUps() {
        return followUps.size() == Desks.MOST;
    }

    public boolean needsNothing() {
        return turns.isEmpty() && followUps.isEmpty() && attention.isEmpty();
    }
}
