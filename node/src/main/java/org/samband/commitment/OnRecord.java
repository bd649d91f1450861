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
        var found = evidence.getOrDefault(reading.commitment().id(), List.of());
        return new LivingCommitment.Shown(
                standing(reading, found),
                found.reversed(),
                Optional.ofNullable(next.get(reading.commitment().id())),
                reading.corrections(),
                reading.unreadable());
    }

    private Standing standing(Reading reading, List<Evidence> found) {
        var agreed = Standings.of(reading.commitment(), found, today, effect);
        return reading.disputed(profile)
                .map(other -> {
                    var proposed = Standings.of(other.commitment(), found, today, effect);
                    return other.by().equals(own)
                            ? Standings.between(proposed, agreed)
                            : Standings.between(agreed, proposed);
                })
                .orElse(agreed);
    }
}
