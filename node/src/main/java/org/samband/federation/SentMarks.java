// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.samband.parties.PartnershipId;

/// How many entries of each shared ledger have left this node, in files outside of the database: so
/// a database that is older than what was sent is noticed also where the counterpart cannot be
/// asked. A backup must not bring them back. Source: `spec/federation/`, FEDERATION-44.
public final class SentMarks {
    private final Path folder;
    private final Map<PartnershipId, Long> marks = new HashMap<>();

    /// @param folder for the node's account alone
    public SentMarks(Path folder) {
        this.folder = folder;
    }

    /// Number of the last entry that has left; empty where nothing is known.
    synchronized OptionalLong of(PartnershipId partnership) {
        var known = marks.get(partnership);
        if (known != null) {
            return OptionalLong.of(known);
        }
        try {
            var file = file(partnership);
            if (!Files.exists(file)) {
                return OptionalLong.empty();
            }
            long mark = Long.parseLong(Files.readString(file).strip());
            marks.put(partnership, mark);
            return OptionalLong.of(mark);
        } catch (NumberFormatException _) {
            return OptionalLong.empty(); // Nothing is known, so the counterpart is asked.
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Entries are about to leave; when this returns, it stands on the disk.
    ///
    /// @param last number of the last of them
    synchronized void raise(PartnershipId partnership, long last) {
        var mark = of(partnership);
        if (mark.isEmpty() || mark.getAsLong() < last) {
            set(partnership, last);
        }
    }

    synchronized void set(PartnershipId partnership, long last) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            var fresh = folder.resolve(partnership + ".new");
            try (var out =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap((last + "\n").getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.move(fresh, file(partnership), StandardCopyOption.ATOMIC_MOVE);
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
            marks.put(partnership, last);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path file(PartnershipId partnership) {
        return folder.resolve(partnership + ".sent");
    }
}
