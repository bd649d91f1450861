// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Rule;
import org.samband.attachment.Attachment;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// A segment as a file: what is whole is read, and everything else is refused with its rule.
@NullUnmarked // what is missing fails the test
class SegmentFileTest {
    private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");
    private static final Segment SEGMENT =
            Forms.segment(
                    4, "{\"EXERCISE\":1}".getBytes(UTF_8), "{\"EXERCISE\":2}".getBytes(UTF_8));

    @TempDir private Path folder;
    private NodeKeys keys;
    private byte[] whole;

    @BeforeEach
    void makeAFile() throws IOException {
        keys = Forms.keys(folder, Forms.EU);
        whole = file(SEGMENT, keys);
    }

    private static byte[] file(Segment segment, NodeKeys by) throws IOException {
        var bytes = new ByteArrayOutputStream();
        SegmentFile.write(segment, List.of(), by, AT, bytes);
        return bytes.toByteArray();
    }

    private Outcome<SegmentFile> read(byte[] bytes) throws IOException {
        return SegmentFileReading.read(Files.write(folder.resolve("came.asice"), bytes));
    }

    private Rule refused(byte[] bytes) throws IOException {
        return ((Outcome.Refused<?>) read(bytes)).refusal().rule();
    }

    @Test
    @Holds({"FEDERATION-61", "FEDERATION-63", "FEDERATION-64", "FEDERATION-65"})
    void whatIsWrittenIsReadAgainWithItsSigner() throws IOException {
        var read = ((Outcome.Accepted<SegmentFile>) read(whole)).value();
        assertThat(read.segment().bytes()).isEqualTo(SEGMENT.bytes());
        assertThat(read.pin()).isEqualTo(Forms.pairFile(folder, Forms.EU).pin());
        assertThat(read.pin()).isNotEqualTo(Forms.pairFile(folder, Forms.NO).pin());
        assertThat(read.isSignedBy(keys)).isTrue();
        assertThat(SegmentFile.name(SEGMENT, "", "TLP-GREEN"))
                .isEqualTo("eu-norway-EU-000004-000005-TLP-GREEN.asice");
        assertThat(SegmentFile.name(Forms.segment(4), "", ""))
                .isEqualTo("eu-norway-EU-receipt-000003.asice");
    }

    @Test
    @Holds("FEDERATION-61")
    void theMediaTypeStandsAtTheBeginningInPlainText() {
        assertThat(new String(whole, 30, 8 + 31, UTF_8))
                .isEqualTo("mimetypeapplication/vnd.etsi.asic-e+zip");
        assertThat(new String(whole, UTF_8)).startsWith("PK");
    }

    @Test
    @Holds("FEDERATION-61")
    void whatIsNoContainerIsRefused() throws IOException {
        assertThat(refused(new byte[0])).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
        assertThat(refused("EXERCISE".getBytes(UTF_8))).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
        assertThat(refused(Arrays.copyOf(whole, whole.length / 2)))
                .isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
        for (var missing : contents(whole).keySet()) {
            var rest = contents(whole);
            rest.remove(missing);
            assertThat(refused(zip(rest))).as(missing).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
        }
        var other = contents(whole);
        other.put("mimetype", "application/vnd.etsi.asic-s+zip".getBytes(UTF_8));
        assertThat(refused(zip(other))).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
    }

    @Test
    @Holds("FEDERATION-62")
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        var large = Files.write(folder.resolve("large.asice"), whole);
        try (var out = new RandomAccessFile(large.toFile(), "rw")) {
            out.setLength(SegmentFile.LARGEST + 1); // Sparse: it takes no room.
        }
        assertThat(((Outcome.Refused<?>) SegmentFileReading.read(large)).refusal().rule())
                .isEqualTo(SegmentFileRule.TOO_LARGE);
    }

    @Test
    @Holds({"FEDERATION-61", "FEDERATION-62"})
    void aListOfContentsThatIsTooLongAndACommentAreRefused() throws IOException {
        var many = contents(whole);
        for (int i = 0; i < 9_000; i++) {
            many.put("blobs/" + Digest.sha256(new byte[] {(byte) i, (byte) (i >> 8)}), new byte[1]);
        }
        assertThat(refused(zip(many))).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
        var commented = Arrays.copyOf(whole, whole.length + 1);
        commented[whole.length - 2] = 1;
        assertThat(refused(commented)).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
    }

    @Test
    @Holds({"FEDERATION-61", "FEDERATION-62", "FEDERATION-63", "FEDERATION-69"})
    void aFileThatAnEntryCarriesIsReadAndAnyOtherOneIsRefused() throws IOException {
        var paper = Files.writeString(folder.resolve("paper"), "EXERCISE paper");
        var blob = Digest.sha256(Files.readAllBytes(paper));
        var enclosed = List.of(new SegmentFile.Enclosed(blob, paper));
        var reference = new Attachment(blob, 14, "paper.txt", "text/plain").reference();
        var carrying =
                Forms.segment(
                        4, CanonicalJson.bytes(Map.of("content", Map.of("papers", reference))));
        var bytes = new ByteArrayOutputStream();
        SegmentFile.write(carrying, enclosed, keys, AT, bytes);
        var good = bytes.toByteArray();
        var read = ((Outcome.Accepted<SegmentFile>) read(good)).value();
        assertThat(read.blobs()).containsExactly(blob);
        try (var in = read.open(blob)) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(paper));
        }
        var name = "blobs/" + blob.hex();
        for (var other : List.of("EXERCISE Paper", "EXERCISE", "EXERCISE paper and more")) {
            var changed = contents(good);
            changed.put(name, other.getBytes(UTF_8));
            assertThat(refused(zip(changed)))
                    .as(other)
                    .isIn(SegmentFileRule.CHANGED, SegmentFileRule.SWELLS);
        }
        var removed = contents(good);
        removed.remove(name);
        assertThat(refused(zip(removed))).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
        bytes.reset();
        SegmentFile.write(SEGMENT, enclosed, keys, AT, bytes);
        assertThat(refused(bytes.toByteArray())).isEqualTo(SegmentFileRule.UNSAFE);
        Files.writeString(paper, "EXERCISE other");
        assertThatThrownBy(() ->
                        SegmentFile.write(
                                carrying, enclosed, keys, AT, new ByteArrayOutputStream()))
                .isInstanceOf(SegmentFile.Damaged.class);
    }

    @Test
    @Holds("FEDERATION-62")
    void aNameThatIsNotKnownOrStandsTwiceIsRefused() throws IOException {
        for (var name :
                new String[] {
                    "../../etc/passwd",
                    "/etc/passwd",
                    "META-INF/../x",
                    "segment.samband/",
                    "x\u202e",
                    "META-INF/",
                    "SEGMENT.SAMBAND",
                    "META-INF/signature2.p7s"
                }) {
            var more = contents(whole);
            more.put(name, "EXERCISE".getBytes(UTF_8));
            assertThat(refused(zip(more))).as(name).isEqualTo(SegmentFileRule.UNSAFE);
        }
        var twice = contents(whole);
        twice.put("Segment.samband", twice.get("segment.samband"));
        var bytes = zip(twice);
        replaceAll(bytes, "Segment.samband", "segment.samband");
        assertThat(refused(bytes)).isEqualTo(SegmentFileRule.UNSAFE);
    }

    @Test
    @Holds("FEDERATION-62")
    void whatSwellsIsStopped() throws IOException {
        var bomb = contents(whole);
        bomb.put("segment.samband", new byte[100 << 20]);
        var bytes = zip(bomb);
        assertThat(bytes.length).isLessThan(1 << 20);
        assertThat(refused(bytes)).isEqualTo(SegmentFileRule.SWELLS);
    }

    @Test
    @Holds("FEDERATION-63")
    void aContentThatTheManifestDoesNotNameIsRefused() throws IOException {
        var changed = contents(whole);
        changed.put("segment.samband", Forms.segment(4).bytes());
        assertThat(refused(zip(changed))).isEqualTo(SegmentFileRule.CHANGED);
        var entities = contents(whole);
        entities.put(
                "META-INF/ASiCManifest.xml",
                ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + new String(entities.get("META-INF/ASiCManifest.xml"), UTF_8)
                                        .replaceFirst("<\\?xml[^>]*>", ""))
                        .getBytes(UTF_8));
        assertThat(refused(zip(entities))).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
        var weak = contents(whole);
        weak.put(
                "META-INF/ASiCManifest.xml",
                new String(weak.get("META-INF/ASiCManifest.xml"), UTF_8)
                        .replace("xmlenc#sha256", "xmlenc#sha512")
                        .getBytes(UTF_8));
        assertThat(refused(zip(weak))).isEqualTo(SegmentFileRule.NOT_A_CONTAINER);
    }

    @Test
    @Holds("FEDERATION-64")
    void aSignatureThatDoesNotHoldIsRefused() throws IOException {
        var manifest = contents(whole);
        manifest.put(
                "META-INF/ASiCManifest.xml",
                (new String(manifest.get("META-INF/ASiCManifest.xml"), UTF_8) + "\n")
                        .getBytes(UTF_8));
        assertThat(refused(zip(manifest))).isEqualTo(SegmentFileRule.NOT_SIGNED);
        var other = contents(whole);
        other.put(
                "META-INF/signature.p7s",
                contents(file(Forms.segment(4), keys)).get("META-INF/signature.p7s"));
        assertThat(refused(zip(other))).isEqualTo(SegmentFileRule.NOT_SIGNED);
        var empty = contents(whole);
        empty.put("META-INF/signature.p7s", new byte[0]);
        assertThat(refused(zip(empty))).isEqualTo(SegmentFileRule.NOT_SIGNED);
    }

    /// The content is protected by digest and signature; a byte of the ZIP that no reader looks at
    /// may be another one.
    @Test
    void noChangedByteChangesWhatIsRead() throws IOException {
        var chance = new Random(20261125);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            var changed = whole.clone();
            changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
            switch (read(changed)) {
                case Outcome.Accepted<SegmentFile>(var read) -> {
                    assertThat(read.segment().bytes()).isEqualTo(SEGMENT.bytes());
                    assertThat(read.isSignedBy(keys)).isTrue();
                }
                case Outcome.Refused<SegmentFile> _ -> refused++;
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    private static Map<String, byte[]> contents(byte[] file) throws IOException {
        var contents = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), zip.readAllBytes());
            }
        }
        return contents;
    }

    private static byte[] zip(Map<String, byte[]> contents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var content : contents.entrySet()) {
                var entry = new ZipEntry(content.getKey());
                if (content.getKey().equals("mimetype")) {
                    var sum = new CRC32();
                    sum.update(content.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void replaceAll(byte[] bytes, String old, String other) {
        var from = old.getBytes(UTF_8);
        var to = other.getBytes(UTF_8);
        for (int i = 0; i <= bytes.length - from.length; i++) {
            if (Arrays.equals(bytes, i, i + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, bytes, i, to.length);
            }
        }
    }
}
