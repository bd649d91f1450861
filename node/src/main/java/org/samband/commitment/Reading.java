// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.instrument.Commitment;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;

/// How a commitment is read: as the import proposed it, with the corrections that both parties
/// agreed, in the order in which they were agreed.
///
/// @param corrections all of them, latest first, whatever became of them
/// @param unreadable agreed corrections that name no word for what they correct
record Reading(Commitment commitment, List<Correction> corrections, List<Refusal> unreadable) {

    Reading {
        corrections = List.copyOf(corrections);
        unreadable = List.copyOf(unreadable);
    }

    /// @param all corrections of this commitment's words
    static Reading of(Commitment proposed, List<Correction> all, Profile profile) {
        var mine =
                all.stream()
                        .sorted(
                                Comparator.comparing(Correction::proposed)
                                        .thenComparing(Correction::dossier)
                                        .reversed())
                        .toList();
        var unreadable = new ArrayList<Refusal>();
        var read = proposed;
        for (var correction : agreed(mine)) {
            var corrected = correction.applied(read, profile);
            if (corrected.isEmpty()) {
                unreadable.add(
                        Refusal.of(CommitmentRule.CORRECTION_UNREADABLE)
                                .with("value", correction.value())
                                .with("member", correction.member()));
            }
            read = corrected.orElse(read);
        }
        return new Reading(read, mine, unreadable);
    }

    private static List<Correction> agreed(List<Correction> corrections) {
        return corrections.stream()
                .filter(one -> one.state() == Correction.State.AGREED)
                .sorted(
                        Comparator.comparing(
                                        (Correction one) -> one.decided().orElse(one.proposed()))
                                .thenComparing(Correction::dossier))
                .toList();
    }

    /// A reading that one party proposed and the other declined, if none was agreed since on the
    /// same member: then the parties read the commitment differently.
    Optional<Disputed> disputed(Profile profile) {
        return corrections.stream()
                .filter(one -> one.state() == Correction.State.DECLINED)
                .filter(one -> agreed(corrections).stream().noneMatch(later -> settles(later, one)))
                .findFirst()
                .flatMap(one ->
                        one.applied(commitment, profile)
                                .map(other -> new Disputed(one.by(), other)));
    }

    private static boolean settles(Correction later, Correction declined) {
        return later.member().equals(declined.member())
                && later.proposed().isAfter(declined.proposed());
    }

    /// @param by the party that reads it so
    record Disputed(PartyCode by, Commitment commitment) {}
}
