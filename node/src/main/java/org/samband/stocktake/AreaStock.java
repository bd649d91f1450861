// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.util.List;

/// One area in a stocktake.
///
/// @param area short name; empty for what stands under no area
/// @param commitments in the order of the text
/// @param views of both parties
public record AreaStock(
        String area, List<CommitmentStock> commitments, Figures figures, List<View> views) {
    public AreaStock {
        commitments = List.copyOf(commitments);
        views = List.copyOf(views);
    }

    /// The parties see it differently: a commitment, or the progress as a whole.
    public boolean differs() {
        return commitments.stream().anyMatch(CommitmentStock::differs)
                || views.stream().map(View::progress).distinct().count() > 1;
    }

    public long quiet() {
        return commitments.stream().filter(CommitmentStock::isQuiet).count();
    }

    public long taken() {
        return commitments.stream().filter(CommitmentStock::isNew).count();
    }

    public long events() {
        return commitments.stream()
                .flatMap(one -> one.evidence().stream())
                .map(one -> one.act())
                .distinct()
                .count();
    }

    boolean isEmpty() {
        return commitments.isEmpty()
                && figures.allActs() == 0
                && figures.open() == 0
                && views.isEmpty();
    }
}
