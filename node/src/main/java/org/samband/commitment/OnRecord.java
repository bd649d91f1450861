// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.instrument.Commitment;
import org.samband.parties.NeedToKnow;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.Coming;
import org.samband.procedure.Evidence;

/// What a partnership's commitments are looked at with, as far as one officer may see it.
///
/// @param all true for the node itself
/// @param evidence by identity of the commitment, earliest first
/// @param next the next agreed day by identity of the commitment
/// @param effect the day from which the commitments are followed
record OnRecord(
        Profile profile,
        PartyCode own,
        boolean all,
        NeedToKnow needToKnow,
        Map<String, List<Evidence>> evidence,
        Map<String, Coming> next,
        List<Correction> corrections,
        List<EvidenceStatement> statements,
        LocalDate today,
        LocalDate effect) {
    /// Stands for a heading that the profile does not list: seen by those who see every area.
    private static final String UNLISTED = "unlisted";

    LivingCommitment living(Commitment proposed, InstrumentHeld held) {
        var reading = Reading.of(proposed, corrections, profile);
        var read = reading.commitment();
        var area = profile.areaOfHeading(read.area());
        var name = area.map(one -> one.shortName()).orElse(UNLISTED);
        var seen = all || needToKnow.covers(profile.id(), name);
        return seen
                ? new LivingCommitment(
                        read, area, held.mechanism(read), Optional.of(shown(reading)))
                : hidden(proposed, held);
    }

    /// Not even a correction shows: it may be marked above what the officer reads.
    private LivingCommitment hidden(Commitment proposed, InstrumentHeld held) {
        return new LivingCommitment(
                proposed,
                profile.areaOfHeading(proposed.area()),
                held.mechanism(proposed),
                Optional.empty());
    }

    private LivingCommitment.Shown shown(Reading reading) {
        var id = reading.commitment().id();
        var said = statements.stream().filter(one -> one.commitment().equals(id)).toList();
        var views = new EvidenceViews(profile.id(), evidence.getOrDefault(id, List.of()), said);
        return new LivingCommitment.Shown(
                standing(reading, views),
                views.all().reversed(),
                Optional.ofNullable(next.get(id)),
                reading.corrections(),
                said,
                reading.unreadable());
    }

    /// Each party's reading with the evidence that it counts; where both stand alike, that one.
    private Standing standing(Reading reading, EvidenceViews views) {
        var disputed = reading.disputed(profile);
        var ours = disputed.filter(other -> other.by().equals(own));
        var theirs = disputed.filter(other -> !other.by().equals(own));
        return Standings.between(
                standing(reading, ours, views.of(own)),
                standing(reading, theirs, views.of(profile.counterpart(own).code())),
                disputed.isPresent() ? CommitmentRule.DISPUTED : CommitmentRule.EVIDENCE_DISPUTED);
    }

    private Standing standing(
            Reading agreed, Optional<Reading.Disputed> own, List<Evidence> counted) {
        var commitment = own.map(Reading.Disputed::commitment).orElse(agreed.commitment());
        return Standings.of(commitment, counted, today, effect);
    }
}
