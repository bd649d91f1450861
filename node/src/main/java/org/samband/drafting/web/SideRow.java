// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.List;
import org.samband.drafting.WordDiff;

/// A point as each party wants it, side by side.
///
/// @param view its identity, state and what can be taken
/// @param ours how it reads for our party; empty where our party has no position
/// @param theirs how it reads for the other party, against ours; empty where it has none
public record SideRow(PointView view, String ours, List<WordDiff.Run> theirs) {
    public SideRow {
        theirs = List.copyOf(theirs);
    }

    /// Whether both say the same, or one has not said anything.
    public boolean same() {
        return theirs.stream().allMatch(run -> run.kind() == WordDiff.Kind.SAME);
    }
}
