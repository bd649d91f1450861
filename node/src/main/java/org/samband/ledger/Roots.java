// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

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
        return size == head.size() ? head.tree().root() : tree(head.ledger(), size).root();
    }

    private MerkleTree tree(LedgerId ledger, long size) {
        var tree = MerkleTree.EMPTY;
        for (int height = TOP; height > 0; height -= HEIGHT) {
            long next = tree.size() >>> height;
            for (var kept : rows.subtrees(ledger, height, next, size >>> height)) {
                if (kept.place() != next++) {
                    break; // What is not kept comes from what is below it.
                }
                tree = tree.append(kept.hash(), height);
            }
        }
        for (var leaf : rows.leaves(ledger, tree.size() + 1, size)) {
            tree = tree.append(leaf);
        }
        if (tree.size() != size) {
            throw new IllegalStateException(
                    "the ledger has " + tree.size() + " entries, not " + size);
        }
        return tree;
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
