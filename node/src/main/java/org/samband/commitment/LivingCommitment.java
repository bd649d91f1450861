// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.act.Refusal;
import org.samband.instrument.Commitment;
import org.samband.parties.Area;
import org.samband.procedure.Coming;
import org.samband.procedure.Evidence;

/// A commitment of a partnership as an officer sees it.
///
/// @param id its identity, the same in all versions of the instrument
/// @param commitment as it is read now; its words are those of the public text, its own id is its
///   place there
/// @param area empty where the profile names no area for its heading
/// @param shown what is on record; empty outside of the officer's need-to-know, whether there is
///   anything or not
public record LivingCommitment(
        String id,
        Commitment commitment,
        Optional<Area> area,
        Mechanism mechanism,
        CommitmentHistory history,
        Optional<Shown> shown) {

    /// What is on record, as far as the officer may read it.
    ///
    /// @param evidence latest first
    /// @param next the next agreed day of a matter that serves it
    /// @param corrections latest first
    /// @param statements what the parties say about its evidence, latest first
    /// @param unreadable agreed corrections that could not be read
    public record Shown(
            Standing standing,
            List<Evidence> evidence,
            Optional<Coming> next,
            List<Correction> corrections,
            List<EvidenceStatement> statements,
            List<Refusal> unreadable) {
        public Shown {
            evidence = List.copyOf(evidence);
            corrections = List.copyOf(corrections);
            statements = List.copyOf(statements);
            unreadable = List.copyOf(unreadable);
        }
    }

    /// What a party says against this evidence and has not taken back.
    public Optional<EvidenceStatement> disputed(Evidence one) {
        return shown.stream()
                .flatMap(all -> all.statements().stream())
                .filter(said -> said.disputes(one))
                .filter(said -> said.state() != EvidenceStatement.State.WITHDRAWN)
                .findFirst();
    }

    LivingCommitment with(CommitmentHistory other) {
        return new LivingCommitment(id, commitment, area, mechanism, other, shown);
    }

    /// Its identity and those from which it took something over, in earlier versions of the text.
    public List<String> line() {
        return Stream.concat(Stream.of(id), history.from().stream()).toList();
    }

    /// The paragraph or item in which it stands, for instance `p11.3`.
    public String place() {
        return Mapped.paragraph(commitment.id());
    }

    /// The word of the standing; `hidden` outside of the officer's need-to-know.
    public String word() {
        return shown.map(one -> one.standing().word()).orElse("hidden");
    }

    public boolean binds(String party) {
        return commitment.boundParties().contains(party);
    }
}
