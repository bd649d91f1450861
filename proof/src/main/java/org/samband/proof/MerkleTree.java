// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.util.ArrayList;
import java.util.List;

/// A Merkle tree that only grows. It keeps one hash per complete subtree, largest first: at most 63
/// for any size. Source: RFC 9162 section 2.1 (RFC 6962 section 2.1).
///
/// @param size number of leaves
/// @param subtrees roots of the complete subtrees whose sizes are the binary digits of the size,
///   largest first
public record MerkleTree(long size, List<Digest> subtrees) {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /// The tree without leaves; its root is the hash of nothing.
    public static final MerkleTree EMPTY = new MerkleTree(0, List.of());

    public MerkleTree {
        subtrees = List.copyOf(subtrees);
        if (size < 0 || subtrees.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of "
                            + size
                            + " leaves does not have "
                            + subtrees.size()
                            + " complete subtrees");
        }
    }

    /// The hash of a leaf with these bytes. Source: RFC 9162 section 2.1.1.
    public static Digest leaf(byte[] bytes) {
        return Digest.sha256(LEAF, bytes);
    }

    /// The hash of an inner node.
    public static Digest node(Digest left, Digest right) {
        return Digest.sha256(NODE, left.raw(), right.raw());
    }

    /// This tree with one more leaf.
    public MerkleTree append(Digest leaf) {
        return append(leaf, 0);
    }

    /// This tree with the leaves of one more complete subtree.
    ///
    /// @param height of the subtree, which has 2^height leaves; the size is a multiple of that
    public MerkleTree append(Digest subtree, int height) {
        long more = 1L << height;
        if ((size & (more - 1)) != 0) {
            throw new IllegalArgumentException(
                    "a subtree of " + more + " leaves does not follow " + size + " leaves");
        }
        var grown = new ArrayList<>(subtrees);
        var joined = subtree;
        for (long bits = size >>> height; (bits & 1) == 1; bits >>>= 1) {
            joined = node(grown.removeLast(), joined);
        }
        grown.add(joined);
        return new MerkleTree(size + more, grown);
    }

    public Digest root() {
        if (size == 0) {
            return Digest.sha256();
        }
        var root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = node(subtrees.get(i), root);
        }
        return root;
    }

    /// The root over these leaf hashes.
    public static Digest root(List<Digest> leaves) {
        var tree = EMPTY;
        for (var leaf : leaves) {
            tree = tree.append(leaf);
        }
        return tree.root();
    }
}
