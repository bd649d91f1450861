// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.federation.Carriage.all;
import static org.samband.federation.Carriage.made;
import static org.samband.federation.TestLink.act;
import static org.samband.federation.TestLink.receipted;
import static org.samband.federation.TestLink.size;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.attachment.Attachment;
import org.samband.attachment.AttachmentRule;
import org.samband.attachment.Attachments;
import org.samband.node.TestRooms;

/// Files that acts carry go in the segment files, whatever order these come in.
@Tag("slow")
class SegmentFileBlobsTest {
    @TempDir private Path folder;
    private TestLink link;

    @BeforeEach
    void openBothWithTheLineCut() {
        link = new TestLink(folder);
        link.openEu(new SegmentFileLimits(1_000, 3));
        link.openNo();
        link.eu.door(Deliveries.class).stop();
        link.no.door(Deliveries.class).stop();
    }

    @AfterEach
    void closeBoth() {
        link.close();
    }

    private Attachment carried(int seed, int length) {
        return LinkFilesTest.carried(link.eu, "EU", bytes(seed, length), "TLP:GREEN");
    }

    private static InputStream bytes(int seed, int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return new ByteArrayInputStream(bytes);
    }

    private List<SegmentFiles.Taken> take(TestRooms node, Carriage... files) {
        return Carriage.take(folder, node, files);
    }

    private boolean isThere(Attachment file) throws IOException {
        var here = link.eu.door(Attachments.class).find(Forms.PARTNERSHIP, file).orElseThrow();
        var there = link.no.door(Attachments.class).find(Forms.PARTNERSHIP, file);
        return there.isPresent() && Files.mismatch(here, there.get()) == -1;
    }

    private static Optional<Rule> rule(SegmentFiles.Taken taken) {
        return taken.refusal().map(refusal -> refusal.rule());
    }

    @Test
    @Holds("FEDERATION-69")
    void aFileComesWithItsEntryAndIsTheSameThere() throws IOException {
        act(link.eu, "EXERCISE before");
        var file = carried(1, 900);
        assertThat(link.eu.door(SegmentFiles.class).waiting(Forms.PARTNERSHIP))
                .containsExactly(
                        new SegmentFiles.Waiting(new SegmentFiles.Place(1, 1), 2, 1, 1, 900));
        var taken = take(link.no, made(link.eu, 0));
        assertThat(taken).allMatch(one -> one.refusal().isEmpty() && one.fresh() == 2);
        assertThat(isThere(file)).isTrue();
        take(link.eu, made(link.no, 0));
        assertThat(receipted(link.eu)).isEqualTo(2);
    }

    @Test
    @Holds("FEDERATION-69")
    void whereFilesAreTooManyTheFileEndsWithAnEarlierEntryAndAStackComesInAnyOrder()
            throws IOException {
        var files = List.of(carried(1, 600), carried(2, 600), carried(1, 600), carried(3, 300));
        act(link.eu, "EXERCISE behind");
        var stack = all(link.eu);
        assertThat(stack)
                .extracting(Carriage::name)
                .containsExactly(
                        "eu-norway-EU-000001-000001-TLP-GREEN.asice",
                        "eu-norway-EU-000002-000002-TLP-GREEN.asice",
                        "eu-norway-EU-000003-000005-TLP-GREEN.asice");
        assertThat(take(link.no, stack.reversed().toArray(Carriage[]::new)))
                .allMatch(taken -> taken.refusal().isEmpty());
        assertThat(size(link.no, Forms.EU)).isEqualTo(5);
        for (var file : files) {
            assertThat(isThere(file)).isTrue();
        }
    }

    @Test
    @Holds("FEDERATION-69")
    void oneEntryWithMoreThanOneFileHoldsIsTakenWithTheLastOfItsFiles() throws IOException {
        var papers =
                LinkFilesTest.carried(link.eu, "EU", "TLP:GREEN", bytes(1, 700), bytes(2, 700));
        act(link.eu, "EXERCISE behind");
        var parts = all(link.eu);
        assertThat(parts)
                .extracting(Carriage::name)
                .containsExactly(
                        "eu-norway-EU-000001-000001-1of2-TLP-GREEN.asice",
                        "eu-norway-EU-000001-000001-2of2-TLP-GREEN.asice",
                        "eu-norway-EU-000002-000002-TLP-GREEN.asice");
        var second = take(link.no, parts.get(1)).getFirst();
        assertThat(rule(second)).contains(SegmentFileRule.FILES_MISSING);
        assertThat(second.refusal().orElseThrow().facts())
                .containsEntry("number", "1")
                .containsEntry("missing", "1");
        assertThat(size(link.no, Forms.EU)).isZero();
        assertThat(take(link.no, parts.get(2), parts.get(0)))
                .allMatch(taken -> taken.refusal().isEmpty());
        assertThat(size(link.no, Forms.EU)).isEqualTo(2);
        for (var file : papers) {
            assertThat(isThere(file)).isTrue();
        }
    }

    @Test
    @Holds("FEDERATION-69")
    void whatComesTooEarlyOrIsHereAlreadyIsNotKeptAgain() throws IOException {
        act(link.eu, "EXERCISE first");
        var file = carried(1, 500);
        var early = made(link.eu, 2);
        assertThat(rule(take(link.no, early).getFirst()))
                .contains(SegmentFileRule.PREDECESSOR_MISSING);
        assertThat(isThere(file)).isFalse();
        assertThat(take(link.no, made(link.eu, 1)).getFirst().fresh()).isEqualTo(2);
        assertThat(take(link.no, early).getFirst()).matches(taken -> taken.refusal().isEmpty());
        assertThat(isThere(file)).isTrue();
    }

    @Test
    @Holds("FEDERATION-84")
    void aNodeWithoutRoomSaysSoAndTakesNothing() throws IOException {
        try (var full = new TestLink(Files.createDirectories(folder.resolve("full")))) {
            full.openEu();
            full.no.withoutRoom();
            full.openNo();
            full.eu.door(Deliveries.class).stop();
            full.no.door(Deliveries.class).stop();
            LinkFilesTest.carried(full.eu, "EU", bytes(1, 500), "TLP:GREEN");
            assertThat(rule(take(full.no, made(full.eu, 0)).getFirst()))
                    .contains(AttachmentRule.NO_ROOM);
            assertThat(size(full.no, Forms.EU)).isZero();
        }
    }

    @Test
    @Holds("FEDERATION-70")
    void aFileThatIsDamagedOrGoneHereIsNotSent() throws IOException {
        act(link.eu, "EXERCISE before");
        var file = carried(1, 500);
        var path = link.eu.door(Attachments.class).find(Forms.PARTNERSHIP, file).orElseThrow();
        var whole = Files.readAllBytes(path);
        Files.write(path, new byte[500]);
        assertThat(link.eu.door(SegmentFiles.class).make(Forms.PARTNERSHIP, Optional.empty(), "d"))
                .isEqualTo(
                        Outcome.refused(Refusal.of(SegmentFileRule.FILE_LOST).with("number", 2)));
        Files.delete(path);
        assertThat(stopsAt(link.eu.door(SegmentFiles.class))).isEqualTo(SegmentFileRule.FILE_LOST);
        Files.write(path, whole);
        assertThat(take(link.no, made(link.eu, 0)).getFirst().fresh()).isEqualTo(2);
    }

    /// What stands in the way when everything that waits is taken out.
    private static Rule stopsAt(SegmentFiles files) {
        var next = Optional.<SegmentFiles.Place>empty();
        while (true) {
            switch (files.make(Forms.PARTNERSHIP, next, "desk")) {
                case Outcome.Accepted<SegmentFiles.Made>(var made) -> {
                    made.close();
                    next = made.next();
                    assertThat(next).isPresent();
                }
                case Outcome.Refused<SegmentFiles.Made>(var refusal) -> {
                    return refusal.rule();
                }
            }
        }
    }

    /// Bytes are never held, only passed on.
    @Test
    @Holds({"FEDERATION-62", "FEDERATION-69"})
    void aLargeFileGoesAlone() throws IOException {
        try (var watched = new LargestAllocation()) {
            var large = new FilePart.Bounded(new LinkFilesTest.Endless(), LinkFilesTest.LARGE);
            var file = LinkFilesTest.carried(link.eu, "EU", large, "TLP:GREEN");
            var path = folder.resolve("large.asice");
            try (var made =
                    ((Outcome.Accepted<SegmentFiles.Made>)
                                    link.eu
                                            .door(SegmentFiles.class)
                                            .make(Forms.PARTNERSHIP, Optional.empty(), "desk"))
                            .value()) {
                Files.copy(made.path(), path);
            }
            var taken =
                    link.no
                            .door(SegmentFiles.class)
                            .take(
                                    Forms.PARTNERSHIP,
                                    List.of(new SegmentFiles.Brought("large.asice", path)),
                                    "desk");
            assertThat(taken.getFirst().refusal()).isEmpty();
            assertThat(isThere(file)).isTrue();
            assertThat(watched.bytes()).isLessThan(LinkFilesTest.LARGE / 8);
        }
    }
}
