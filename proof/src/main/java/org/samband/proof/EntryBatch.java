// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/// Some entries of one ledger, hashed and walked over without knowing what stands before them, so
/// that several batches can be worked on at once. What depends on the order is left to {@link
/// EntrySequence}.
final class EntryBatch {
    /// A whole batch is a complete subtree of this height.
    static final int HEIGHT = 10;

    /// Entries in a whole batch.
    static final int WHOLE = 1 << HEIGHT;

    private static final int HASH = 32;
    private static final byte[] NODE = {1};

    private final ExportLines.Lines lines;
    private final byte[] leaves;
    private final EntryWalk[] walks;
    private final Digest[] subtree;

    private EntryBatch(
            ExportLines.Lines lines, byte[] leaves, EntryWalk[] walks, Digest[] subtree) {
        this.lines = lines;
        this.leaves = leaves;
        this.walks = walks;
        this.subtree = subtree;
    }

    static EntryBatch of(ExportLines.Lines lines, EntryWalk.Expected expected) {
        var sha256 = Digest.begin();
        var leaves = new byte[lines.count() * HASH];
        var walks = new EntryWalk[lines.count()];
        for (int i = 0; i < lines.count(); i++) {
            sha256.update((byte) 0);
            sha256.update(lines.bytes(), lines.from(i), lines.to(i) - lines.from(i));
            finish(sha256, leaves, i);
            walks[i] = EntryWalk.over(lines.bytes(), lines.from(i), lines.to(i), expected);
        }
        var whole =
                lines.count() == WHOLE
                        ? new Digest[] {root(sha256, leaves.clone())}
                        : new Digest[0];
        return new EntryBatch(lines, leaves, walks, whole);
    }

    /// The root over the leaves of a whole batch, level by level in place.
    private static Digest root(MessageDigest sha256, byte[] level) {
        for (int count = level.length / HASH; count > 1; count /= 2) {
            for (int i = 0; i < count / 2; i++) {
                sha256.update(NODE);
                sha256.update(level, i * 2 * HASH, 2 * HASH);
                finish(sha256, level, i);
            }
        }
        return Digest.of(Arrays.copyOf(level, HASH));
    }

    private static void finish(MessageDigest sha256, byte[] hashes, int place) {
        try {
            sha256.digest(hashes, place * HASH, HASH);
        } catch (DigestException tooShort) {
            throw new IllegalStateException(tooShort);
        }
    }

    int count() {
        return lines.count();
    }

    /// The entries of this batch, in whose bytes the walks have their places.
    ExportLines.Lines lines() {
        return lines;
    }

    String ascii(int from, int to) {
        return new String(lines.bytes(), from, to - from, StandardCharsets.US_ASCII);
    }

    EntryWalk walk(int place) {
        return walks[place];
    }

    Digest leaf(int place) {
        return Digest.of(Arrays.copyOfRange(leaves, place * HASH, (place + 1) * HASH));
    }

    /// Whether the batch is a complete subtree of {@link #HEIGHT}.
    boolean isWhole() {
        return subtree.length == 1;
    }

    Digest subtree() {
        return subtree[0];
    }
}
