// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.samband.proof.Digest;
import org.samband.proof.MerkleTree;

/// A ledger in a file, one entry per line, so that a second run goes on where the first ended and
/// never makes a fork by having forgotten.
final class LedgerFile {
    private final Path file;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<MerkleTree> trees = new ArrayList<>(List.of(MerkleTree.EMPTY));

    LedgerFile(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(line -> grow(bytes(line)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private void grow(byte[] entry) {
        entries.add(entry);
        trees.add(trees.getLast().append(MerkleTree.leaf(entry)));
    }

    void append(byte[] entry) {
        try {
            Files.writeString(
                    file,
                    new String(entry, StandardCharsets.UTF_8) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            grow(entry);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    long size() {
        return entries.size();
    }

    /// @param number counted from 1
    byte[] entry(long number) {
        return entries.get((int) number - 1).clone();
    }

    /// @param from number of the first entry
    List<byte[]> from(long from) {
        return List.copyOf(entries.subList((int) from - 1, entries.size()));
    }

    /// The root over the first entries. Source: LEDGER-11.
    Digest root(long size) {
        return trees.get((int) size).root();
    }

    /// The root if these entries followed the first ones.
    Digest root(long size, List<byte[]> more) {
        var tree = trees.get((int) size);
        for (var entry : more) {
            tree = tree.append(MerkleTree.leaf(entry));
        }
        return tree.root();
    }
}
