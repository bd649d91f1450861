// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.samband.attachment.Attachment;
import org.samband.proof.Digest;

/// A segment as a file, for an air gap and for days on which the line is cut: an ASiC-E container
/// with one CAdES signature, which `unzip`, `sha256sum` and `openssl` check. The files that its
/// entries carry are in it. Source: ETSI EN 319 162-1; `spec/federation/`, section "Segment file".
///
/// @param path where it stands; what is in it is read from there as often as it is needed
/// @param blobs files that are in it, each of them carried by an entry of the segment and whole
/// @param certificate of the signature, which holds; whose it is, the reader asks
record SegmentFile(Path path, Segment segment, Set<Digest> blobs, X509Certificate certificate) {
    static final String ENDING = ".asice";
    static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";
    static final String MIMETYPE = "mimetype";
    static final String SEGMENT = "segment.samband";

    /// Folder of the files that entries carry, each under its SHA-256.
    static final String BLOBS = "blobs/";

    /// Most bytes of a segment file. Source: FEDERATION-62.
    static final long LARGEST = Attachment.LARGEST + Segment.LARGEST + (4L << 20);

    SegmentFile {
        blobs = Set.copyOf(blobs);
    }

    /// Of the key that signed it.
    Digest pin() {
        return PairFile.pin(certificate);
    }

    boolean isSignedBy(NodeKeys keys) {
        return pin().equals(PairFile.pin(keys.certificate()));
    }

    /// The bytes of a file that is in it.
    InputStream open(Digest blob) throws IOException {
        return open(path, BLOBS + blob.hex());
    }

    /// One content of a segment file, closed together with the ZIP file.
    static InputStream open(Path path, String name) throws IOException {
        var zip = new ZipFile(path.toFile(), ZipFile.OPEN_READ, StandardCharsets.UTF_8);
        var in = zip.getInputStream(zip.getEntry(name));
        return new java.io.FilterInputStream(in) {
            @Override
            public void close() throws IOException {
                try (zip) {
                    super.close();
                }
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return in.read(into, offset, length);
            }
        };
    }

    /// A file that goes into a segment file.
    record Enclosed(Digest blob, Path path) {}

    /// A file that is no longer the one that its entry names.
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;

        private final transient Digest blob;

        Damaged(Digest blob) {
            super("the file " + blob + " has other bytes on this node's disk");
            this.blob = blob;
        }

        Digest blob() {
            return blob;
        }
    }

    /// Writes a segment as a file; nothing of it is ever whole in memory.
    ///
    /// @param files that entries of the segment carry
    /// @param at stands in the signature; nothing depends on it
    /// @throws Damaged if a file has other bytes than it must
    static void write(
            Segment segment, List<Enclosed> files, NodeKeys keys, Instant at, OutputStream to)
            throws IOException {
        var digests = new LinkedHashMap<String, Digest>();
        try (var in = segment.open()) {
            digests.put(SEGMENT, Hashed.of(in, Segment.LARGEST).digest());
        }
        files.forEach(file -> digests.put(BLOBS + file.blob().hex(), file.blob()));
        var manifest = new FileManifest(digests).xml();
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        var time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        first(zip, time);
        packed(zip, time, FileManifest.NAME, manifest);
        packed(zip, time, FileManifest.SIGNATURE, FileSignature.of(manifest, keys, at));
        begun(zip, time, SEGMENT);
        try (var in = segment.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        for (var file : files) {
            blob(zip, time, file);
        }
        zip.finish();
    }

    /// The media type comes first and is not compressed, so that it stands at byte 38 (EN 319
    /// 162-1, A.1).
    private static void first(ZipOutputStream zip, LocalDateTime time) throws IOException {
        var type = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(type);
        stored(zip, time, MIMETYPE, type.length, sum.getValue());
        zip.write(type);
        zip.closeEntry();
    }

    private static void packed(ZipOutputStream zip, LocalDateTime time, String name, byte[] bytes)
            throws IOException {
        begun(zip, time, name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void begun(ZipOutputStream zip, LocalDateTime time, String name)
            throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }

    private static void stored(
            ZipOutputStream zip, LocalDateTime time, String name, long length, long sum)
            throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(length);
        entry.setCrc(sum);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }

    /// Not compressed: what officers attach mostly is already. Read twice, because a ZIP file says
    /// the sum before the bytes.
    private static void blob(ZipOutputStream zip, LocalDateTime time, Enclosed file)
            throws IOException {
        var sum = new CRC32();
        Hashed found;
        try (var in = new CheckedInputStream(Files.newInputStream(file.path()), sum)) {
            found = Hashed.of(in, Attachment.LARGEST);
        }
        if (!found.digest().equals(file.blob())) {
            throw new Damaged(file.blob());
        }
        stored(zip, time, BLOBS + file.blob().hex(), found.length(), sum.getValue());
        Files.copy(file.path(), zip);
        zip.closeEntry();
    }

    /// The name under which a file leaves: what it is of, which entries, how it is marked.
    /// `eu-norway-EU-000012-000017-TLP-GREEN.asice`; one of several with the same entries
    /// `eu-norway-EU-000012-000012-2of3-TLP-GREEN.asice`; without entries
    /// `eu-norway-EU-receipt-000009.asice`.
    ///
    /// @param place `-2of3` where the entries need several files, with `-back` before it where they
    ///   are given back
    /// @param marking in the letters of a file name; empty where there are no entries
    static String name(Segment segment, String place, String marking) {
        var numbers =
                segment.count() == 0
                        ? "receipt-%06d"
                                .formatted(
                                        segment.receipt().map(receipt -> receipt.size()).orElse(0L))
                        : "%06d-%06d".formatted(segment.from(), segment.end());
        return "%s-%s-%s%s%s%s"
                .formatted(
                        segment.partnership(),
                        segment.party(),
                        numbers,
                        place,
                        marking.isEmpty() ? "" : "-" + marking,
                        ENDING);
    }
}
