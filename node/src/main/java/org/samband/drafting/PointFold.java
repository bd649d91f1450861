// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// One point while entries are folded.
final class PointFold {
    final PointId id;

    /// Behind which point it stands.
    Optional<PointId> after;

    private final Map<PartyCode, Position> positions = new HashMap<>();

    /// Every position that was ever taken, by its entry: what an acceptance names may have been
    /// replaced on its way.
    private final Map<ActRef, Position> said = new HashMap<>();

    private final Set<PartyCode> reopening = new HashSet<>();
    private Optional<Position> before = Optional.empty();

    PointFold(PointId id, Optional<PointId> after) {
        this.id = id;
        this.after = after;
    }

    Point point(int number) {
        return new Point(id, number, after, positions, before, reopening);
    }

    Point.State state() {
        return Point.state(positions, before);
    }

    Map<PartyCode, Position> positions() {
        return positions;
    }

    Optional<Position> before() {
        return before;
    }

    boolean reopens(PartyCode party) {
        return reopening.contains(party);
    }

    /// A request to reopen is about the positions that stood: it falls with them.
    void take(PartyCode party, Position position) {
        positions.put(party, position);
        said.put(position.from(), position);
        reopening.clear();
    }

    Optional<Position> said(ActRef by) {
        return Optional.ofNullable(said.get(by));
    }

    /// The last of both to ask opens the point again; what both had agreed is remembered.
    void reopen(PartyCode party) {
        if (state() != Point.State.CLOSED) {
            return; // A position that crossed has opened it already.
        }
        reopening.add(party);
        if (reopening.size() == 2) {
            before = Optional.of(positions.values().iterator().next());
            positions.clear();
            reopening.clear();
        }
    }
}
