// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.ArrayDeque;
import java.util.List;
import org.samband.proof.Digest;
import org.samband.proof.MerkleTree;
import org.springframework.stereotype.Component;

/// The roots that a ledger had at earlier sizes. One hash is kept for every 256 leaves and one for
/// every 256 of those, so that a root needs a few hundred hashes at any size, not all leaves before
/// it. Source: RFC 9162 section 2.1.1; the tiles of C2SP tlog-tiles have the same height.
@Component
class Roots {
    /// A subtree of this height has 256 leaves.
    static final int HEIGHT = 8;

    private static final int TOP = 24;

    private final LedgerRows rows;

    Roots(LedgerRows rows) {
        this.rows = rows;
    }

    /// The root of the ledger when it had that many entries.
    Digest at(Head head, long size) {
        return size == head.size() ? head.tree().root() : over(head.ledger(), 0, size);
    }

    /// The path from an entry to the root that the ledger had at a size, from the entry upwards.
    /// Source: RFC 9162 section 2.1.3.1.
    ///
    /// @param index of the entry, counted from 0
    List<Digest> path(LedgerId ledger, long index, long size) {
        var path = new ArrayDeque<Digest>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + Long.highestOneBit(to - from - 1);
            if (index < split) {
                path.addFirst(over(ledger, split, to));
                to = split;
            } else {
                path.addFirst(over(ledger, from, split));
                from = split;
            }
        }
        return List.copyOf(path);
    }

    /// The root over a part of the leaves that is a subtree of its own.
    ///
    /// @param from place of its first leaf, counted from 0
    /// @param to the place after its last one
    private Digest over(LedgerId ledger, long from, long to) {
        var tree = MerkleTree.EMPTY;
        for (int height = TOP; height > 0; height -= HEIGHT) {
            if ((to - from) >>> height == 0) {
                continue;
            }
            long next = (from + tree.size()) >>> height;
            for (var kept : rows.subtrees(ledger, height, next, to >>> height)) {
                if (kept.place() != next++) {
                    break; // What is not kept comes from what is below it.
                }
                tree = tree.append(kept.hash(), height);
            }
        }
        for (var leaf : rows.leaves(ledger, from + tree.size() + 1, to)) {
            tree = tree.append(leaf);
        }
        if (tree.size() != to - from) {
            throw new IllegalStateException(
                    "the ledger has " + (from + tree.size()) + " entries, not " + to);
        }
        return tree.root();
    }

    /// Keeps the subtrees that are complete at this size. To be called in the transaction that
    /// stores the entries, after them.
    ///
    /// @param before how many entries there were when this was called last
    void keep(LedgerId ledger, long before, long size) {
        if (before >>> HEIGHT == size >>> HEIGHT) {
            return;
        }
        for (int height = HEIGHT; height <= TOP; height += HEIGHT) {
            for (long place = rows.nextPlace(ledger, height); place < size >>> height; place++) {
                rows.store(
                        ledger, height, new LedgerRows.Subtree(place, hash(ledger, height, place)));
            }
        }
    }

    private Digest hash(LedgerId ledger, int height, long place) {
        var parts =
                height == HEIGHT
                        ? rows.leaves(ledger, (place << HEIGHT) + 1, (place + 1) << HEIGHT)
                        : rows
                                .subtrees(
                                        ledger,
                                        height - HEIGHT,
                                        place << HEIGHT,
                                        (place + 1) << HEIGHT)
                                .stream()
                                .map(LedgerRows.Subtree::hash)
                                .toList();
        if (parts.size() != 1 << HEIGHT) {
            throw new IllegalStateException("a subtree has " + parts.size() + " parts, not 256");
        }
        return MerkleTree.root(parts);
    }
}
