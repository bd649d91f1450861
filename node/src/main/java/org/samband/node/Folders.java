// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.samband.act.Refusal;

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

    /// Holds a file for one program, as long as the channel is open.
    ///
    /// @param taken what is said where another one holds it
    static FileChannel lock(Path file, Refusal taken) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartRefused(taken);
        }
        return channel;
    }

    /// Writes a file that only the node's own account can read.
    static void writeSecret(Path file, String text) throws IOException {
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, mode);
        Files.writeString(file, text);
    }

    /// Copies a folder that others may be writing in; what is gone when its turn comes is left out.
    /// The copy is for the node's own account alone, and is on the disk when this returns.
    ///
    /// @param belongs whether a file or folder does, by its path inside
    static void copy(Path from, Path to, Predicate<Path> belongs) throws IOException {
        ownOnly(to);
        try (var inside = Files.newDirectoryStream(from)) {
            for (var file : inside) {
                var name = file.getFileName();
                if (!belongs.test(name)) {
                    continue;
                }
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    copy(file, to.resolve(name), deeper -> belongs.test(name.resolve(deeper)));
                } else {
                    copyFile(file, to.resolve(name));
                }
            }
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        try {
            Files.copy(
                    from,
                    to,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException _) {
            return;
        }
        try (var channel = FileChannel.open(to, StandardOpenOption.READ)) {
            channel.force(true);
        }
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
