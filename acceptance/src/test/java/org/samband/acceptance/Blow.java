// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.util.ArrayList;
import java.util.List;

/// Faults that come together: while the program that the first one kills comes back, and while both
/// nodes then fetch what they have missed, the others disturb the line or kill the database of the
/// other node.
record Blow(List<Fault> faults) {
    /// A node takes seconds to come back.
    private static final int WITH_A_NODE = 5;

    private static final int OTHERWISE = 3;

    Blow {
        faults = List.copyOf(faults);
    }

    /// Takes a plan in its order. A fault that kills a node begins a blow.
    static List<Blow> of(List<Fault> plan) {
        var blows = new ArrayList<Blow>();
        var next = new ArrayList<Fault>();
        for (var fault : plan) {
            if (!next.isEmpty() && !fits(next, fault)) {
                blows.add(new Blow(next));
                next.clear();
            }
            next.add(fault);
        }
        if (!next.isEmpty()) {
            blows.add(new Blow(next));
        }
        return List.copyOf(blows);
    }

    /// One database at most is killed beside, and none where both nodes are down.
    private static boolean fits(List<Fault> begun, Fault fault) {
        var first = begun.getFirst();
        boolean oneMore = begun.size() < (first.killsANode() ? WITH_A_NODE : OTHERWISE);
        boolean killed = begun.stream().anyMatch(Fault::killsADatabase);
        return oneMore
                && !fault.killsANode()
                && !(fault.killsADatabase() && (killed || first == Fault.BOTH_NODES_KILLED));
    }
}
