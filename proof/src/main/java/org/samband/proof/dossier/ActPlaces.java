// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.util.ArrayList;
import java.util.List;

/// Where the acts of an export stand in it, in the order in which they came: a few numbers for
/// each, so that a million of them take little room. Acts of one dossier and party form a chain.
final class ActPlaces {
    /// No act.
    static final int NONE = -1;

    /// Acts of a leaf are 2 to the power of this.
    private static final int BITS = 14;

    private static final int WITHIN = (1 << BITS) - 1;

    private final List<Leaf> leaves = new ArrayList<>();
    private int size;

    /// Some acts. It grows by further leaves, so that nothing is copied.
    private static final class Leaf {
        private final byte[] party = new byte[1 << BITS];
        private final int[] number = new int[1 << BITS];
        private final int[] seen = new int[1 << BITS];
        private final long[] place = new long[1 << BITS];
        private final int[] length = new int[1 << BITS];
        private final int[] next = new int[1 << BITS];
    }

    /// Takes an act, see {@link DossierStates#act}.
    ///
    /// @return its index
    int add(int byParty, int entry, long hadSeen, long from, int bytes) {
        if ((size & WITHIN) == 0) {
            leaves.add(new Leaf());
        }
        var leaf = leaves.getLast();
        int at = size & WITHIN;
        leaf.party[at] = (byte) byParty;
        leaf.number[at] = entry;
        leaf.seen[at] = (int) Math.min(hadSeen, Integer.MAX_VALUE); // No act has more entries.
        leaf.place[at] = from;
        leaf.length[at] = bytes;
        leaf.next[at] = NONE;
        return size++;
    }

    private Leaf leaf(int act) {
        return leaves.get(act >> BITS);
    }

    int party(int act) {
        return leaf(act).party[act & WITHIN];
    }

    int number(int act) {
        return leaf(act).number[act & WITHIN];
    }

    int length(int act) {
        return leaf(act).length[act & WITHIN];
    }

    /// The next act of its chain.
    int next(int act) {
        return leaf(act).next[act & WITHIN];
    }

    void chain(int act, int after) {
        leaf(act).next[act & WITHIN] = after;
    }

    /// Copies what an act says.
    ///
    /// @param at where in the bytes to put it
    RawAct copy(int act, DossierStates.Bytes export, byte[] bytes, int at) {
        var leaf = leaf(act);
        int in = act & WITHIN;
        export.copy(leaf.place[in], bytes, at, leaf.length[in]);
        return new RawAct(
                leaf.party[in], leaf.number[in], leaf.seen[in], bytes, at, at + leaf.length[in]);
    }
}
