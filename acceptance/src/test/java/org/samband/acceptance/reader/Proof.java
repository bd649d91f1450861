// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/// What the path of a proof comes to, worked out from the root downwards. Source: LEDGER-14,
/// LEDGER-15.
final class Proof {
    private Proof() {}

    /// The root that an inclusion proof gives.
    static byte[] included(byte[] leaf, int index, int size, Collection<byte[]> path) {
        return included(leaf, index, size, new ArrayDeque<>(path));
    }

    private static byte[] included(byte[] leaf, int index, int size, Deque<byte[]> path) {
        if (size == 1) {
            return leaf;
        }
        int left = Integer.highestOneBit(size - 1);
        var other = path.removeLast();
        return index < left
                ? Ledger.node(included(leaf, index, left, path), other)
                : Ledger.node(other, included(leaf, index - left, size - left, path));
    }

    /// The two roots that a consistency proof gives: of the older ledger and of the newer one.
    static List<byte[]> consistent(int first, int size, byte[] older, Collection<byte[]> path) {
        return consistent(first, size, new ArrayDeque<>(path), older);
    }

    private static List<byte[]> consistent(
            int first, int size, Deque<byte[]> path, byte[]... older) {
        if (first == size) {
            var root = older.length == 1 ? older[0] : path.removeLast();
            return List.of(root, root);
        }
        int left = Integer.highestOneBit(size - 1);
        var other = path.removeLast();
        if (first <= left) {
            var both = consistent(first, left, path, older);
            return List.of(both.getFirst(), Ledger.node(both.getLast(), other));
        }
        var both = consistent(first - left, size - left, path);
        return List.of(Ledger.node(other, both.getFirst()), Ledger.node(other, both.getLast()));
    }
}
