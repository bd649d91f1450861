// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.proof.Digest;

/// Reads a segment file that came from outside: bounded in size, under names that are known in
/// advance, and nothing of it is written anywhere. Source: `spec/federation/`, FEDERATION-61 to 64
/// and 69.
final class SegmentFileReading {
    /// What must stand in a file, and how many bytes of it are read.
    private static final Map<String, Integer> KNOWN =
            Map.of(
                    SegmentFile.MIMETYPE,
                    SegmentFile.MEDIA_TYPE.length(),
                    SegmentFile.SEGMENT,
                    Segment.LARGEST,
                    FileManifest.NAME,
                    FileManifest.LARGEST,
                    FileManifest.SIGNATURE,
                    FileSignature.LARGEST);

    private static final byte[] TYPE = SegmentFile.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_SHOWN = 80;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private SegmentFileReading(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /// Reads the file and checks its signature and everything that is covered by it; whose
    /// signature it is, the caller asks.
    static Outcome<SegmentFile> read(Path file) {
        try {
            if (Files.size(file) > SegmentFile.LARGEST) {
                return Outcome.refused(
                        Refusal.of(SegmentFileRule.TOO_LARGE).with("bytes", SegmentFile.LARGEST));
            }
            if (!ZipShape.beginsWithItsType(file)) {
                return Outcome.refused(
                        notOne(
                                "it does not begin with its media type",
                                "den begynner ikke med medietypen sin"));
            }
            if (!ZipShape.endsWithAShortList(file)) {
                return Outcome.refused(
                        notOne("it is not a whole ZIP file", "den er ikke en hel ZIP-fil"));
            }
            try (var zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ, StandardCharsets.UTF_8)) {
                return Outcome.accepted(new SegmentFileReading(file, zip).read());
            }
        } catch (Refused refused) {
            return Outcome.refused(refused.refusal);
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            return Outcome.refused(
                    notOne("it is not a whole ZIP file", "den er ikke en hel ZIP-fil"));
        } catch (IOException broken) {
            throw new UncheckedIOException("a file that came cannot be read", broken);
        }
    }

    private SegmentFile read() throws IOException, Refused {
        list();
        if (!Arrays.equals(bytes(SegmentFile.MIMETYPE), TYPE)) {
            throw new Refused(notOne("its media type is another one", "medietypen er en annen"));
        }
        var manifestBytes = bytes(FileManifest.NAME);
        var manifest = manifest(manifestBytes);
        if (!manifest.covers(covered())) {
            throw new Refused(
                    notOne(
                            "its manifest is not of what is in it",
                            "manifestet gjelder ikke det som er i den"));
        }
        var certificate =
                FileSignature.signer(bytes(FileManifest.SIGNATURE), manifestBytes)
                        .orElseThrow(() ->
                                new Refused(
                                        notSigned(
                                                "the signature does not hold",
                                                "signaturen holder ikke")));
        long length = unchanged(SegmentFile.SEGMENT, Segment.LARGEST, manifest);
        return switch (Segment.read(new Inside(file, length))) {
            case Outcome.Accepted<Segment>(var read) ->
                    new SegmentFile(file, read, blobs(read, manifest), certificate);
            case Outcome.Refused<Segment>(var refusal) -> throw new Refused(refusal);
        };
    }

    /// The segment as it stands in the file: never whole in memory.
    private record Inside(Path file, long length) implements SegmentBody {
        @Override
        public InputStream open() throws IOException {
            return SegmentFile.open(file, SegmentFile.SEGMENT);
        }
    }

    /// Every name in the file is one that is known, and stands once.
    private void list() throws Refused {
        var all = zip.entries();
        while (all.hasMoreElements()) {
            var entry = all.nextElement();
            var name = entry.getName();
            var known = KNOWN.containsKey(name) || blob(name).isPresent();
            if (!known || entries.put(name, entry) != null) {
                throw new Refused(Refusal.of(SegmentFileRule.UNSAFE).with("name", shown(name)));
            }
        }
        for (var name : KNOWN.keySet()) {
            if (!entries.containsKey(name)) {
                throw new Refused(
                        notOne("\"" + name + "\" is not in it", "«" + name + "» er ikke i den"));
            }
        }
    }

    private static Optional<Digest> blob(String name) {
        var hash =
                name.startsWith(SegmentFile.BLOBS)
                        ? name.substring(SegmentFile.BLOBS.length())
                        : "";
        return Attachment.isBlob(hash) ? Optional.of(Digest.ofHex(hash)) : Optional.empty();
    }

    /// What the manifest must name: the segment and the files.
    private Set<String> covered() {
        var covered = new LinkedHashSet<>(entries.keySet());
        covered.removeAll(Set.of(SegmentFile.MIMETYPE, FileManifest.NAME, FileManifest.SIGNATURE));
        return covered;
    }

    /// The files in it: only such as an entry of the segment carries, each with the SHA-256 that is
    /// its name.
    private Set<Digest> blobs(Segment segment, FileManifest manifest) throws IOException, Refused {
        var blobs = new LinkedHashSet<Digest>();
        var carried = lengths(segment);
        for (var name : entries.keySet()) {
            var blob = blob(name);
            if (blob.isEmpty()) {
                continue;
            }
            var length = carried.get(blob.get());
            if (length == null) {
                throw new Refused(Refusal.of(SegmentFileRule.UNSAFE).with("name", shown(name)));
            }
            if (!Objects.equals(manifest.digests().get(name), blob.get())) {
                throw new Refused(Refusal.of(SegmentFileRule.CHANGED).with("name", shown(name)));
            }
            unchanged(name, length, manifest);
            blobs.add(blob.get());
        }
        return blobs;
    }

    private Map<Digest, Long> lengths(Segment segment) {
        var lengths = new HashMap<Digest, Long>();
        if (entries.size() > KNOWN.size()) {
            segment.attachments(segment.from())
                    .keySet()
                    .forEach(file -> lengths.merge(file.blob(), file.length(), Math::max));
        }
        return lengths;
    }

    private byte[] bytes(String name) throws IOException, Refused {
        int most = Objects.requireNonNull(KNOWN.get(name));
        try (var in = zip.getInputStream(entries.get(name))) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refused(swells(name, most));
            }
            return bytes;
        }
    }

    /// @return its length in bytes
    private long unchanged(String name, long most, FileManifest manifest)
            throws IOException, Refused {
        try (var in = zip.getInputStream(entries.get(name))) {
            var found = Hashed.of(in, most);
            if (found.length() > most) {
                throw new Refused(swells(shown(name), most));
            }
            if (!Objects.equals(manifest.digests().get(name), found.digest())) {
                throw new Refused(Refusal.of(SegmentFileRule.CHANGED).with("name", shown(name)));
            }
            return found.length();
        }
    }

    private static Refusal swells(String name, long most) {
        return Refusal.of(SegmentFileRule.SWELLS).with("name", name).with("bytes", most);
    }

    private static FileManifest manifest(byte[] bytes) throws Refused {
        try {
            return FileManifest.read(bytes);
        } catch (XMLStreamException wrong) {
            throw new Refused(
                    notOne(
                            "its manifest is not in its form",
                            "manifestet har ikke den formen det skal ha"));
        }
    }

    /// A name from outside, short and without characters that could mislead a reader.
    private static String shown(String name) {
        var plain = name.replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Refusal notOne(String reason, String norwegian) {
        return Refusal.of(SegmentFileRule.NOT_A_CONTAINER)
                .with("reason", reason)
                .with("reason.nb", norwegian);
    }

    static Refusal notSigned(String reason, String norwegian) {
        return Refusal.of(SegmentFileRule.NOT_SIGNED)
                .with("reason", reason)
                .with("reason.nb", norwegian);
    }

    /// Ends the reading with its refusal.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.rule().id());
            this.refusal = refusal;
        }
    }
}
