// SPDX-License-Identifier: EUPL-1.2
package org.samband.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;

/// The files on disk: one folder for each partnership, in it one file for each SHA-256, and what is
/// still coming in. No name from outside is ever part of a path. A file stands under its SHA-256
/// only when all of it has been written through to the disk and has that SHA-256.
///
/// @param root for the node's account alone
/// @param reserve bytes of the disk that files never take, so that the database has room
public record BlobFolder(Path root, long reserve) {
    /// Free space that is left to the database. `/health` turns unwell below the same.
    public static final long USUAL_RESERVE = 500L << 20;

    private static final int BUFFER = 1 << 16;

    public BlobFolder {
        make(root);
    }

    /// Bytes that are here.
    ///
    /// @param length in bytes
    record Written(Digest blob, long length) {}

    /// More bytes came than were allowed.
    static final class TooMany extends IOException {
        private static final long serialVersionUID = 1;

        TooMany() {
            super("more bytes than were allowed");
        }
    }

    boolean has(PartnershipId partnership, Digest blob) {
        return Files.isRegularFile(path(partnership, blob));
    }

    /// Whether as many bytes more leave the reserve untouched.
    boolean hasRoom(long bytes) throws IOException {
        return Files.getFileStore(root).getUsableSpace() - bytes >= reserve;
    }

    /// Where the bytes stand.
    Path path(PartnershipId partnership, Digest blob) {
        var hex = blob.hex();
        return root.resolve(partnership.value()).resolve(hex.substring(0, 2)).resolve(hex);
    }

    /// Writes a whole stream.
    ///
    /// @throws TooMany if it does not end in time; then nothing is kept
    Written write(PartnershipId partnership, InputStream in, long most) throws IOException {
        var fresh = incoming(partnership).resolve(UUID.randomUUID() + ".new");
        try {
            var digest = sha256();
            long length = 0;
            try (var out =
                    FileChannel.open(
                            fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    length += read;
                    if (length > most) {
                        throw new TooMany();
                    }
                    digest.update(buffer, 0, read);
                    writeAll(out, ByteBuffer.wrap(buffer, 0, read));
                }
                out.force(true);
            }
            var blob = Digest.of(digest.digest());
            if (length > 0) {
                moveIn(partnership, fresh, blob);
            }
            return new Written(blob, length);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// How many bytes of a file that is coming in part by part are here.
    long begun(PartnershipId partnership, Digest blob) throws IOException {
        var part = part(partnership, blob);
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /// Adds to a file that is coming in part by part.
    ///
    /// @param from number of bytes that stand before; what is here behind it is written anew
    /// @return how many bytes are here now
    long add(PartnershipId partnership, Attachment attachment, long from, InputStream in)
            throws IOException {
        try (var out =
                FileChannel.open(
                        part(partnership, attachment.blob()),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            out.position(from);
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (out.position() + read > attachment.length()) {
                    throw new TooMany();
                }
                writeAll(out, ByteBuffer.wrap(buffer, 0, read));
            }
            return out.position();
        }
    }

    /// Takes in a file that came part by part, if it is what it should be; else nothing of it is
    /// kept.
    boolean complete(PartnershipId partnership, Digest blob) throws IOException {
        var part = part(partnership, blob);
        Digest found;
        try (var in = FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            found = sha256(Channels.newInputStream(in));
            in.force(true);
        }
        if (!found.equals(blob)) {
            Files.deleteIfExists(part);
            return false;
        }
        moveIn(partnership, part, blob);
        return true;
    }

    private void moveIn(PartnershipId partnership, Path fresh, Digest blob) throws IOException {
        var path = path(partnership, blob);
        var folder = java.util.Objects.requireNonNull(path.getParent());
        make(folder);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        sync(root.resolve(partnership.value()));
    }

    /// A name stands in a folder for good only when the folder has been written through.
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// A file that is used anew is not swept away as forgotten.
    void touch(PartnershipId partnership, Digest blob, Instant now) {
        try {
            Files.setLastModifiedTime(path(partnership, blob), FileTime.from(now));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void delete(PartnershipId partnership, Digest blob) throws IOException {
        Files.deleteIfExists(path(partnership, blob));
    }

    /// The files of a partnership that nobody has touched since; the caller closes the stream.
    @SuppressWarnings("StreamResourceLeak")
    Stream<Digest> untouchedSince(PartnershipId partnership, Instant since) throws IOException {
        try (var found =
                Files.find(
                        root.resolve(partnership.value()),
                        2,
                        (path, attributes) ->
                                attributes.isRegularFile()
                                        && Attachment.isBlob(String.valueOf(path.getFileName()))
                                        && attributes
                                                .lastModifiedTime()
                                                .toInstant()
                                                .isBefore(since))) {
            return found
                    .map(path -> Digest.ofHex(String.valueOf(path.getFileName())))
                    .toList()
                    .stream();
        }
    }

    /// Deletes what began to come in and was not ended.
    void forgetBegun(PartnershipId partnership, Instant since) throws IOException {
        try (var begun = Files.list(incoming(partnership))) {
            for (var path : begun.toList()) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(since)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /// A new file for what is only passing through this node; deleted by whoever asked for it.
    Path passing(PartnershipId partnership) {
        return incoming(partnership).resolve(UUID.randomUUID() + ".passing");
    }

    private Path part(PartnershipId partnership, Digest blob) {
        return incoming(partnership).resolve(blob.hex() + ".part");
    }

    private Path incoming(PartnershipId partnership) {
        return make(root.resolve(partnership.value()).resolve("incoming"));
    }

    private static Path make(Path folder) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException _) {
            // Another thread was first.
        } catch (IOException broken) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", broken);
        }
        return folder;
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    static Digest sha256(InputStream in) throws IOException {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return Digest.of(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
