// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.federation.TestLink.receipted;
import static org.samband.federation.TestLink.size;
import static org.samband.federation.TestLink.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.attachment.Attachment;
import org.samband.attachment.AttachmentRule;
import org.samband.attachment.Attachments;
import org.samband.label.Marking;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.procedure.DossierNodes;
import org.samband.proof.Digest;

/// Files that acts carry cross whole, before the entry that names them, and to nobody else.
@Tag("slow")
class LinkFilesTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    /// Bytes of a file that is too large to be held.
    static final long LARGE = Long.getLong("samband.file.mebibytes", 64) << 20;

    @TempDir private Path folder;
    private TestLink link;

    @BeforeEach
    void makeTheNodes() {
        link = new TestLink(folder);
    }

    @AfterEach
    void closeTheNodes() {
        link.close();
    }

    /// Keeps a file on a node and appends an act that carries it.
    static Attachment carried(TestRooms node, String party, InputStream in, String marking) {
        return carried(node, party, marking, in).getFirst();
    }

    /// Keeps files on a node and appends an act that carries them.
    static List<Attachment> carried(
            TestRooms node, String party, String marking, InputStream... in) {
        var officer = new DossierNodes.Node(party, node).desk();
        var files =
                Stream.of(in)
                        .map(one ->
                                node.door(Attachments.class)
                                        .keep(officer, Forms.PARTNERSHIP, one, "paper.bin", "a/b"))
                        .map(kept -> ((Outcome.Accepted<Attachment>) kept).value())
                        .toList();
        var circle = marking.startsWith("own ") ? Circle.OWN : Circle.SHARED;
        var appended =
                node.door(Ledgers.class)
                        .append(
                                new Draft(
                                        Forms.PARTNERSHIP,
                                        new Entry.By("EEAS", "Exercise Officer", "desk officer"),
                                        circle,
                                        Marking.parse(marking.replace("own ", "")),
                                        "",
                                        "test",
                                        Optional.empty(),
                                        Map.of(
                                                "papers",
                                                files.stream()
                                                        .map(Attachment::reference)
                                                        .toList())));
        assertThat(appended).isInstanceOf(Outcome.Accepted.class);
        return files;
    }

    private static InputStream random(int seed, int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return new ByteArrayInputStream(bytes);
    }

    private static boolean same(TestRooms one, TestRooms other, Attachment file)
            throws IOException {
        var here = one.door(Attachments.class).find(Forms.PARTNERSHIP, file).orElseThrow();
        var there = other.door(Attachments.class).find(Forms.PARTNERSHIP, file);
        return there.isPresent() && Files.mismatch(here, there.get()) == -1;
    }

    @Test
    @Holds({"FEDERATION-80", "FEDERATION-81", "LEDGER-16"})
    void aFileIsBroughtBeforeItsEntryIsTakenAndIsTheSameThere() throws Exception {
        link.open();
        var file = carried(link.eu, "EU", random(1, 9_000_000), "TLP:GREEN");
        within(SOON, () -> receipted(link.eu) == 1);
        assertThat(same(link.eu, link.no, file)).isTrue();
        within(SOON, () -> link.events(link.eu).stream().noneMatch(LinkEvent::lasts));
    }

    @Test
    @Holds("FEDERATION-83")
    void aNodeThatCannotBeReachedFetchesTheFilesToo() throws Exception {
        link.noAddress = TestLink.freePort();
        link.openEu();
        var file = carried(link.eu, "EU", random(2, 5_000_000), "TLP:GREEN");
        link.openNo();
        within(SOON, () -> size(link.no, Forms.EU) == 1 && receipted(link.eu) == 1);
        assertThat(same(link.eu, link.no, file)).isTrue();
    }

    @Test
    @Holds({"FEDERATION-81", "FEDERATION-82"})
    void onlyWhatWasAskedForIsTakenAndOnlyAsItIsNamed() throws Exception {
        link.noAddress = TestLink.freePort();
        link.open();
        link.eu.door(Deliveries.class).stop();
        var file = carried(link.eu, "EU", random(3, 1_000), "TLP:GREEN");
        var path = LinkPort.path(Forms.PARTNERSHIP, file.blob());
        assertThat(put(path + "?from=0", new byte[1_000]))
                .contains(AttachmentRule.NOT_ASKED_FOR.id());
        try (var line = link.toNorway(link.euKeys)) {
            var asks = (Receipt.Refused) line.offer(link.segment(1));
            assertThat(asks.rule()).isEqualTo(AttachmentRule.NOT_HERE.id());
            assertThat(asks.blobs()).containsExactly(file.blob().hex());
            assertThat(put(path + "?from=0", new byte[1_000]))
                    .contains(AttachmentRule.ALTERED.id());
            assertThat(put(path + "?from=0", new byte[1_001]))
                    .contains(AttachmentRule.ALTERED.id());
            assertThat(put(path + "?from=5", new byte[10])).contains("\"have\":0");
            assertThat(line.offer(link.segment(1))).isInstanceOf(Receipt.Refused.class);
            var bytes = link.eu.door(Attachments.class).find(Forms.PARTNERSHIP, file);
            assertThat(line.bring(file, bytes.orElseThrow())).isEmpty();
            assertThat(line.offer(link.segment(1))).isInstanceOf(Receipt.Cosigned.class);
        }
    }

    @Test
    @Holds("FEDERATION-81")
    void aFileThatWasCutIsTakenUpWhereItWasCut() throws Exception {
        link.noAddress = TestLink.freePort();
        link.open();
        link.eu.door(Deliveries.class).stop();
        var file = carried(link.eu, "EU", random(4, 6_000_000), "TLP:GREEN");
        var path = LinkPort.path(Forms.PARTNERSHIP, file.blob());
        var bytes =
                Files.readAllBytes(
                        link.eu
                                .door(Attachments.class)
                                .find(Forms.PARTNERSHIP, file)
                                .orElseThrow());
        try (var line = link.toNorway(link.euKeys)) {
            line.offer(link.segment(1));
            assertThat(put(path + "?from=0", Arrays.copyOf(bytes, 2_000_000)))
                    .contains("\"have\":2000000");
            assertThat(put(path, new byte[0])).as("the question").contains("\"have\":2000000");
            assertThat(put(path + "?from=2000000", Arrays.copyOfRange(bytes, 2_000_000, 6_000_000)))
                    .contains("\"have\":6000000");
            assertThat(line.offer(link.segment(1))).isInstanceOf(Receipt.Cosigned.class);
        }
        assertThat(same(link.eu, link.no, file)).isTrue();
    }

    @Test
    @Holds({"FEDERATION-83", "FEDERATION-20"})
    void aFileThatNoReleasedEntryCarriesIsNotGiven() throws Exception {
        link.noAddress = TestLink.freePort();
        link.open();
        var own = carried(link.no, "NO", random(5, 1_000), "own TLP:GREEN");
        var shared = carried(link.no, "NO", random(6, 1_000), "TLP:GREEN");
        assertThat(get(own.blob())).contains(AttachmentRule.NOT_GIVEN.id());
        assertThat(get(Digest.sha256(new byte[] {9}))).contains(AttachmentRule.NOT_GIVEN.id());
        assertThat(get(shared.blob())).hasSize(1_000);
        assertThat(
                        send(HttpRequest.newBuilder(
                                                uri(
                                                        "/link/1/eu-japan/blobs/"
                                                                + shared.blob().hex()))
                                        .build())
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Holds("FEDERATION-84")
    void aNodeWithoutRoomSaysSoAndTakesWhatNeedsNone() {
        link.no.withoutRoom();
        link.open();
        TestLink.act(link.eu, "EXERCISE without a file");
        carried(link.eu, "EU", random(7, 1_000), "TLP:GREEN");
        within(
                SOON,
                () ->
                        receipted(link.eu) == 1
                                && link.events(link.eu).stream()
                                        .anyMatch(event ->
                                                event.lasts()
                                                        && event.rule()
                                                                .equals(
                                                                        AttachmentRule.NO_ROOM
                                                                                .id())));
    }

    /// Bytes are never held, only passed on: no piece of memory is anywhere near as large as the
    /// file. `-Dsamband.file.mebibytes=1024` sends a whole gigabyte.
    @Test
    @Holds("FEDERATION-81")
    void aLargeFileCrosses() throws Exception {
        link.open();
        try (var watched = new LargestAllocation()) {
            var large = new FilePart.Bounded(new Endless(), LARGE);
            var file = carried(link.eu, "EU", large, "TLP:GREEN");
            within(Duration.ofMinutes(10), () -> receipted(link.eu) == 1);
            assertThat(same(link.eu, link.no, file)).isTrue();
            assertThat(watched.bytes()).isLessThan(LARGE / 8);
        }
    }

    @Test
    void aFileThatIsHeldWouldBeSeen() {
        try (var watched = new LargestAllocation()) {
            assertThat(new byte[(int) LARGE / 4]).hasSize((int) LARGE / 4);
            assertThat(watched.bytes()).isGreaterThan(LARGE / 8);
        }
    }

    /// EXERCISE bytes without end.
    static final class Endless extends InputStream {
        private int next;

        @Override
        public int read() {
            return next++ & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) next++);
            return length;
        }
    }

    private String put(String path, byte[] body) throws IOException, InterruptedException {
        return new String(
                send(HttpRequest.newBuilder(uri(path))
                                .PUT(BodyPublishers.ofByteArray(body))
                                .build())
                        .body(),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private String get(Digest blob) throws IOException, InterruptedException {
        var path = LinkPort.path(Forms.PARTNERSHIP, blob);
        return new String(
                send(HttpRequest.newBuilder(uri(path)).build()).body(),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private HttpResponse<byte[]> send(HttpRequest request)
            throws IOException, InterruptedException {
        var context =
                PinnedTrust.context(
                        link.euKeys, () -> Set.of(PairFile.pin(link.noKeys.certificate())));
        try (var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(context)
                        .build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private URI uri(String path) {
        return URI.create("https://127.0.0.1:" + link.noPort + path);
    }
}
