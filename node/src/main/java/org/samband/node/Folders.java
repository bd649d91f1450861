// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/// Folders of a node on disk.
final class Folders {
    private Folders() {}

    /// Makes a folder that only the node's own account can open, with the folders above it.
    static Path ownOnly(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", broken);
        }
    }

    /// Writes a file that only the node's own account can read.
    static void writeSecret(Path file, String text) throws IOException {
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, mode);
        Files.writeString(file, text);
    }

    /// Deletes a folder with all that is in it.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Words before a command that give it a session of its own, so that Ctrl-C reaches this
    /// program alone and it can stop what it started in order.
    static List<String> ownSession() {
        return Files.isExecutable(Path.of("/usr/bin/setsid"))
                ? List.of("/usr/bin/setsid")
                : List.of();
    }
}
