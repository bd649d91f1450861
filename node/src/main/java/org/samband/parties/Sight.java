// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What can be seen in one transaction: by an officer, or by the node itself for its own work
/// (delivery, admission, folding). The database compares it with every row. Made by {@link
/// Sights#of}.
///
/// @param node true for the node itself, which sees everything
/// @param needToKnow of the officer
/// @param labels ids of the interned markings that the officer may read
public record Sight(boolean node, NeedToKnow needToKnow, SortedSet<Integer> labels) {

    /// The node's own work.
    public static final Sight NODE = new Sight(true, NeedToKnow.NOTHING, new TreeSet<>());

    /// Nothing is seen.
    public static final Sight NOTHING = new Sight(false, NeedToKnow.NOTHING, new TreeSet<>());

    public Sight {
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }

    public boolean covers(PartnershipId partnership, String area, int label) {
        return node || (needToKnow.covers(partnership, area) && labels.contains(label));
    }
}
