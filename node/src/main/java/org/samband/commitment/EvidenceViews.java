// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.List;
import java.util.stream.Stream;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.Evidence;

/// The evidence of one commitment as each party counts it.
///
/// @param recorded what acts prove, earliest first
/// @param statements what the parties say about it
record EvidenceViews(
        PartnershipId partnership, List<Evidence> recorded, List<EvidenceStatement> statements) {

    EvidenceViews {
        recorded = List.copyOf(recorded);
        statements = List.copyOf(statements);
    }

    List<Evidence> of(PartyCode party) {
        if (statements.isEmpty()) {
            return recorded;
        }
        var holding = statements.stream().filter(one -> one.holdsFor(party)).toList();
        return Stream.concat(recorded.stream(), added(holding))
                .filter(one -> holding.stream().noneMatch(said -> said.disputes(one)))
                .sorted(Evidence.EARLIEST_FIRST)
                .toList();
    }

    private Stream<Evidence> added(List<EvidenceStatement> said) {
        return said.stream().flatMap(one -> one.added(partnership).stream());
    }

    /// What is on record, whatever a party says to it; also what both parties added.
    List<Evidence> all() {
        if (statements.isEmpty()) {
            return recorded;
        }
        var agreed =
                statements.stream()
                        .filter(one -> one.state() == EvidenceStatement.State.AGREED)
                        .toList();
        return Stream.concat(recorded.stream(), added(agreed))
                .sorted(Evidence.EARLIEST_FIRST)
                .toList();
    }
}
