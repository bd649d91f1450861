// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.proof.Digest;

/// Reads a segment file that came from outside: bounded in size, under names that are known in
/// advance, and nothing of it is written anywhere. Source: `spec/federation/`, FEDERATION-61 to 64.
final class SegmentFileReading {
    /// What may stand in a file, and how many bytes of it are read.
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

    /// Where the name and the bytes of the first file in a ZIP stand (APPNOTE.TXT, 4.3.7).
    private static final int NAME_AT = 30;

    private static final int LONGEST_SHOWN = 60;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private SegmentFileReading(ZipFile zip) {
        this.zip = zip;
    }

    /// Reads the file and checks its signature; whose signature it is, the caller asks.
    static Outcome<SegmentFile> read(Path file) {
        try {
            if (Files.size(file) > SegmentFile.LARGEST) {
                return Outcome.refused(
                        Refusal.of(SegmentFileRule.TOO_LARGE).with("bytes", SegmentFile.LARGEST));
            }
            if (!beginsWithItsType(file)) {
                return Outcome.refused(
                        notOne(
                                "it does not begin with its media type",
                                "den begynner ikke med medietypen sin"));
            }
            try (var zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ, StandardCharsets.UTF_8)) {
                return Outcome.accepted(new SegmentFileReading(zip).read());
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

    private static boolean beginsWithItsType(Path file) throws IOException {
        var wanted =
                (SegmentFile.MIMETYPE + SegmentFile.MEDIA_TYPE).getBytes(StandardCharsets.US_ASCII);
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(NAME_AT + wanted.length);
            return head.length == NAME_AT + wanted.length
                    && head[0] == 'P'
                    && head[1] == 'K'
                    && Arrays.equals(Arrays.copyOfRange(head, NAME_AT, head.length), wanted);
        }
    }

    private SegmentFile read() throws IOException, Refused {
        list();
        if (!Arrays.equals(bytes(SegmentFile.MIMETYPE), TYPE)) {
            throw new Refused(notOne("its media type is another one", "medietypen er en annen"));
        }
        var manifestBytes = bytes(FileManifest.NAME);
        var manifest = manifest(manifestBytes);
        var segment = bytes(SegmentFile.SEGMENT);
        if (!manifest.covers(java.util.Set.of(SegmentFile.SEGMENT))) {
            throw new Refused(
                    notOne(
                            "its manifest is not of what is in it",
                            "manifestet gjelder ikke det som er i den"));
        }
        unchanged(SegmentFile.SEGMENT, segment, manifest);
        var certificate =
                FileSignature.signer(bytes(FileManifest.SIGNATURE), manifestBytes)
                        .orElseThrow(() ->
                                new Refused(
                                        notSigned(
                                                "the signature does not hold",
                                                "signaturen holder ikke")));
        return switch (Segment.read(segment)) {
            case Outcome.Accepted<Segment>(var read) -> new SegmentFile(read, certificate);
            case Outcome.Refused<Segment>(var refusal) -> throw new Refused(refusal);
        };
    }

    /// Every name in the file is one that is known, and stands once.
    private void list() throws Refused {
        var all = zip.entries();
        while (all.hasMoreElements()) {
            var entry = all.nextElement();
            if (!KNOWN.containsKey(entry.getName())
                    || entries.put(entry.getName(), entry) != null) {
                throw new Refused(
                        Refusal.of(SegmentFileRule.UNSAFE).with("name", shown(entry.getName())));
            }
        }
        for (var name : KNOWN.keySet()) {
            if (!entries.containsKey(name)) {
                throw new Refused(
                        notOne("\"" + name + "\" is not in it", "«" + name + "» er ikke i den"));
            }
        }
    }

    private byte[] bytes(String name) throws IOException, Refused {
        int most = Objects.requireNonNull(KNOWN.get(name));
        try (var in = zip.getInputStream(entries.get(name))) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refused(
                        Refusal.of(SegmentFileRule.SWELLS).with("name", name).with("bytes", most));
            }
            return bytes;
        }
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

    private static void unchanged(String name, byte[] bytes, FileManifest manifest) throws Refused {
        if (!Optional.of(Digest.sha256(bytes))
                .equals(Optional.ofNullable(manifest.digests().get(name)))) {
            throw new Refused(Refusal.of(SegmentFileRule.CHANGED).with("name", name));
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
