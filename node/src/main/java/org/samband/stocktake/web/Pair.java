// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.stocktake.AreaStock;
import org.samband.stocktake.CommitmentStock;
import org.samband.stocktake.Stocktake;

/// Two stocktakes beside each other.
public record Pair(Stocktake first, Stocktake second) {

    /// A commitment in both; empty where one of them does not have it.
    public record Line(
            String id, Optional<CommitmentStock> first, Optional<CommitmentStock> second) {

        public CommitmentStock any() {
            return second.or(() -> first).orElseThrow();
        }

        /// It stands differently, or is in one of them alone.
        public boolean changed() {
            return first.isEmpty()
                    || second.isEmpty()
                    || !first.get().now().word().equals(second.get().now().word());
        }
    }

    public List<String> areas() {
        return Stream.concat(second.areas().stream(), first.areas().stream())
                .map(AreaStock::area)
                .distinct()
                .toList();
    }

    /// Those that stand differently.
    public List<Line> changed() {
        return Stream.concat(second.areas().stream(), first.areas().stream())
                .flatMap(area -> area.commitments().stream())
                .map(CommitmentStock::id)
                .distinct()
                .map(id -> new Line(id, first.commitment(id), second.commitment(id)))
                .filter(Line::changed)
                .toList();
    }
}
