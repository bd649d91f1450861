// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// One point of a joint text, as the entries of both parties leave it. Source: spec/drafting,
/// "States of a point".
///
/// @param number as readers count the points that stand, from 1; 0 for a removed one
/// @param after the point behind which it stands now; empty for the beginning
/// @param positions of the parties that have one
/// @param before what both had agreed before they reopened it; empty if they never did
/// @param reopening parties that want a closed point reopened
public record Point(
        PointId id,
        int number,
        Optional<PointId> after,
        Map<PartyCode, Position> positions,
        Optional<Position> before,
        Set<PartyCode> reopening) {

    /// Where a point stands.
    public enum State {
        /// In square brackets: the parties want different things, or one has not yet said.
        OPEN,
        /// The same wording, but a capital has still to confirm.
        AD_REFERENDUM,
        /// Both are firm on the same wording.
        CLOSED,
        /// Nobody wants it any more.
        REMOVED;

        /// As in keys of words: `ad-referendum`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Point {
        positions = Map.copyOf(positions);
        reopening = Set.copyOf(reopening);
    }

    public State state() {
        return state(positions, before);
    }

    static State state(Map<PartyCode, Position> positions, Optional<Position> before) {
        var all = List.copyOf(positions.values());
        var nobodyHoldsIt = all.stream().allMatch(one -> one.wording().isEmpty());
        if (all.size() == 1) {
            return nobodyHoldsIt && before.isEmpty() ? State.REMOVED : State.OPEN;
        }
        if (all.isEmpty() || !all.getFirst().agrees(all.getLast())) {
            return State.OPEN;
        }
        if (all.stream().anyMatch(Position::adReferendum)) {
            return State.AD_REFERENDUM;
        }
        return nobodyHoldsIt ? State.REMOVED : State.CLOSED;
    }

    /// Whether it still keeps the text from being agreed.
    public boolean isOpen() {
        return state() == State.OPEN || state() == State.AD_REFERENDUM;
    }

    public Optional<Position> of(PartyCode party) {
        return Optional.ofNullable(positions.get(party));
    }

    /// The wording on which both stand, firm or not.
    public Optional<Wording> agreed() {
        return state() == State.CLOSED || state() == State.AD_REFERENDUM
                ? positions.values().iterator().next().wording()
                : Optional.empty();
    }

    /// The entries by which the parties took their positions, in order: what a proposal is made
    /// upon.
    public List<ActRef> upon() {
        return upon(positions);
    }

    static List<ActRef> upon(Map<PartyCode, Position> positions) {
        return List.copyOf(
                positions.values().stream()
                        .map(Position::from)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// Some wording of the point, to name it by: the agreed one, one proposed, the one before.
    public Optional<Wording> any() {
        return agreed().or(() ->
                        positions.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .flatMap(one -> one.getValue().wording().stream())
                                .findFirst())
                .or(() -> before.flatMap(Position::wording));
    }
}
