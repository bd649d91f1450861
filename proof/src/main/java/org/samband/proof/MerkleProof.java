// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.util.ArrayList;
import java.util.List;

/// Inclusion and consistency proofs, made and checked. Source: RFC 9162 sections 2.1.3 and 2.1.4.
public final class MerkleProof {
    private MerkleProof() {}

    /// The path that proves that a leaf stands in the tree over these leaves.
    ///
    /// @param index of the leaf, counted from 0
    public static List<Digest> inclusion(List<Digest> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("leaf " + index + " is not among " + leaves.size());
        }
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var path =
                new ArrayList<>(
                        index < split ? inclusion(left, index) : inclusion(right, index - split));
        path.add(MerkleTree.root(index < split ? right : left));
        return path;
    }

    /// Whether the path proves that the leaf stands at this index in the tree of this size and
    /// root. Source: RFC 9162 section 2.1.3.2.
    public static boolean included(
            Digest leaf, long index, long size, List<Digest> path, Digest root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// The path that proves that the tree over the first leaves is the beginning of the tree over
    /// all of them.
    ///
    /// @param first number of leaves of the older tree, from 1 to all
    public static List<Digest> consistency(List<Digest> leaves, int first) {
        if (first < 1 || first > leaves.size()) {
            throw new IllegalArgumentException(
                    "an older tree has 1 to " + leaves.size() + " leaves, not " + first);
        }
        return subproof(first, leaves, true);
    }

    private static List<Digest> subproof(int first, List<Digest> leaves, boolean complete) {
        if (first == leaves.size()) {
            return complete ? List.of() : List.of(MerkleTree.root(leaves));
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var path =
                new ArrayList<>(
                        first <= split
                                ? subproof(first, left, complete)
                                : subproof(first - split, right, false));
        path.add(MerkleTree.root(first <= split ? right : left));
        return path;
    }

    /// Whether the path proves that the older tree is the beginning of the newer one. Source: RFC
    /// 9162 section 2.1.4.2.
    public static boolean consistent(
            long first, Digest firstRoot, long second, Digest secondRoot, List<Digest> path) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        var steps = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            steps.addFirst(firstRoot);
        }
        if (steps.isEmpty()) {
            return false;
        }
        long node = first - 1;
        long last = second - 1;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        var older = steps.getFirst();
        var newer = steps.getFirst();
        for (var sibling : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = MerkleTree.node(sibling, older);
                newer = MerkleTree.node(sibling, newer);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                newer = MerkleTree.node(newer, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && older.equals(firstRoot) && newer.equals(secondRoot);
    }

    /// The largest power of two smaller than the size.
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
