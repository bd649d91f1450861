// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs of the embedded server, unpacked once per version into a cache folder.
final class PostgresBinaries {
    /// Pinned in `node/pom.xml`.
    static final String VERSION = "18.6.0";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /// The folder with `bin`, `lib` and `share`; unpacked now where it is not there yet.
    ///
    /// @throws UncheckedIOException if the folder cannot be written
    static Path unpacked(Path cache) {
        var folder = cache.resolve("postgres-" + VERSION);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(cache);
                var fresh = Files.createTempDirectory(cache, "unpacking-");
                unpack(fresh);
                moveInPlace(fresh, folder);
            }
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "PostgreSQL could not be unpacked into " + folder, broken);
        }
    }

    /// Another node may have been quicker; then its folder serves and ours goes.
    private static void moveInPlace(Path fresh, Path folder) throws IOException {
        try {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            Folders.delete(fresh);
            if (!Files.isDirectory(folder)) {
                throw taken;
            }
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (var archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException(
                        "the embedded PostgreSQL exists for Linux on x86-64 only: give"
                                + " database.url");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, folder);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leads out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
