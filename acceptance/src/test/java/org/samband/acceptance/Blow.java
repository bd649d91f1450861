// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.util.ArrayList;
import java.util.List;

/// Faults that come together: while the program that the first one kills comes back, the others
/// disturb the line.
record Blow(List<Fault> faults) {
    /// A node takes seconds to come back.
    private static final int WITH_A_NODE = 3;

    private static final int OTHERWISE = 2;

    Blow {
        faults = List.copyOf(faults);
    }

    /// Takes a plan in its order. A fault that kills begins a blow.
    static List<Blow> of(List<Fault> plan) {
        var blows = new ArrayList<Blow>();
        var next = new ArrayList<Fault>();
        for (var fault : plan) {
            if (!next.isEmpty() && (fault.killsSomething() || next.size() == most(next))) {
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

    private static int most(List<Fault> begun) {
        return begun.getFirst().killsANode() ? WITH_A_NODE : OTHERWISE;
    }
}
