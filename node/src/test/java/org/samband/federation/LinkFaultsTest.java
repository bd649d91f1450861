// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.federation.TestLink.act;
import static org.samband.federation.TestLink.receipted;
import static org.samband.federation.TestLink.size;
import static org.samband.federation.TestLink.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.attachment.Attachment;
import org.samband.attachment.AttachmentRule;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerRule;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.proof.Checkpoint;

/// Faults of the line, one by one, and many deliveries at once. The table in `docs/reliability.md`
/// names the tests of all faults.
@Tag("slow")
class LinkFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MANY = 100;

    @TempDir private Path folder;

    /// The EU's delivery does not run; the test sends in its place.
    private TestLink byHand() {
        var link = new TestLink(folder);
        link.noAddress = TestLink.freePort();
        link.open();
        link.eu.door(Deliveries.class).stop();
        return link;
    }

    @Test
    @Holds("FEDERATION-04")
    void anOldSegmentThatIsPlayedAgainChangesNothingAndGetsTheNewestReceipt() throws Exception {
        try (var link = byHand();
                var line = link.toNorway(link.euKeys)) {
            act(link.eu, "EXERCISE one");
            var old = Segment.read(link.segment(1).bytes());
            line.offer(link.segment(1));
            act(link.eu, "EXERCISE two");
            var newest = line.offer(link.segment(2));
            var again = link.no.door(Admission.class).take(TestLink.pair(link.no), old);
            assertThat(again.receipt()).isEqualTo(newest);
            assertThat(again.fresh()).isZero();
            assertThat(size(link.no, Forms.EU)).isEqualTo(2);
        }
    }

    @Test
    @Holds({"FEDERATION-01", "FEDERATION-22"})
    void aSegmentThatIsCutOffAnywhereIsRefusedAndNothingIsTaken() {
        try (var link = byHand()) {
            act(link.eu, "EXERCISE one");
            act(link.eu, "EXERCISE two");
            var whole = link.segment(1).bytes();
            var admission = link.no.door(Admission.class);
            var pair = TestLink.pair(link.no);
            for (int length = 0; length < whole.length; length += 53) {
                var cut = Segment.read(Arrays.copyOf(whole, length));
                assertThat(admission.take(pair, cut).receipt())
                        .as("%d bytes", length)
                        .isInstanceOfSatisfying(
                                Receipt.Refused.class,
                                refused -> assertThat(refused.attest()).isPresent());
            }
            assertThat(size(link.no, Forms.EU)).isZero();
        }
    }

    @Test
    @Holds("FEDERATION-13")
    void aClockThatIsADayWrongOnEitherSideHoldsNothingUp() {
        for (var skew : new Duration[] {Duration.ofDays(1), Duration.ofDays(-1)}) {
            try (var link = new TestLink(folder)) {
                link.no.moveTo(TestRooms.NOON.plus(skew));
                link.open();
                act(link.eu, "EXERCISE by our clock");
                act(link.no, "EXERCISE by theirs");
                within(SOON, () -> receipted(link.eu) == 1 && receipted(link.no) == 1);
            }
        }
    }

    /// Each sender brings one entry with one file, in any order and all at the same time: what
    /// comes too early is refused as a gap and tried again.
    @Test
    @Holds({"FEDERATION-22", "FEDERATION-80"})
    void aHundredDeliveriesAtOnceWithFilesNeverMix() throws Exception {
        try (var link = byHand();
                var line = link.toNorway(link.euKeys)) {
            var files = new LinkedHashMap<Integer, Attachment>();
            for (int i = 1; i <= MANY; i++) {
                var bytes = new byte[20_000 + i];
                new Random(i).nextBytes(bytes);
                var in = new ByteArrayInputStream(bytes);
                files.put(i, LinkFilesTest.carried(link.eu, "EU", in, "TLP:GREEN"));
            }
            var receipts = new LinkedHashMap<Integer, Future<Checkpoint>>();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                files.forEach((number, file) ->
                        receipts.put(number, senders.submit(() -> sent(link, line, number, file))));
            }
            var ours = TestLink.pair(link.eu).shared();
            for (var receipt : receipts.entrySet()) {
                var cosigned = receipt.getValue().get();
                assertThat(cosigned.size()).isGreaterThanOrEqualTo(receipt.getKey());
                assertThat(cosigned.root())
                        .isEqualTo(
                                link.eu
                                        .door(Ledgers.class)
                                        .checkpoint(ours, cosigned.size())
                                        .root());
            }
            for (var file : files.values()) {
                assertThat(Files.mismatch(found(link.eu, file), found(link.no, file)))
                        .as(file.name())
                        .isEqualTo(-1);
            }
            assertThat(link.no.door(Ledgers.class).bytes(ours, 1, MANY))
                    .usingElementComparator(Arrays::compare)
                    .containsExactlyElementsOf(link.eu.door(Ledgers.class).bytes(ours, 1, MANY));
        }
    }

    /// As many at the port as it takes connections.
    private static final Semaphore AT_THE_PORT = new Semaphore(24, true);

    private static Receipt offered(DirectTransport line, Segment segment) throws Exception {
        AT_THE_PORT.acquire();
        try {
            return line.offer(segment);
        } finally {
            AT_THE_PORT.release();
        }
    }

    private static void brought(DirectTransport line, Attachment file, Path bytes)
            throws Exception {
        AT_THE_PORT.acquire();
        try {
            assertThat(line.bring(file, bytes)).isEmpty();
        } finally {
            AT_THE_PORT.release();
        }
    }

    private static Path found(TestRooms node, Attachment file) {
        return node.door(Attachments.class).find(Forms.PARTNERSHIP, file).orElseThrow();
    }

    private static Checkpoint sent(
            TestLink link, DirectTransport line, long number, Attachment file) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            var segment =
                    link.eu.door(Outbox.class).segment(TestLink.pair(link.eu), number, number);
            switch (offered(line, segment)) {
                case Receipt.Cosigned(var checkpoint) -> {
                    return checkpoint;
                }
                case Receipt.Refused refused -> {
                    if (refused.rule().equals(AttachmentRule.NOT_HERE.id())) {
                        // Not asked for if the entry before came just now: it is offered again.
                        if (!refused.blobs().isEmpty()) {
                            brought(line, file, found(link.eu, file));
                        }
                    } else {
                        assertThat(refused.rule())
                                .isIn(LedgerRule.GAP.id(), FederationRule.BUSY.id());
                        Thread.sleep(Math.min(5_000, 60 * (number - refused.have())));
                    }
                }
                case Receipt.Pending _ -> throw new AssertionError("nothing is pending here");
            }
        }
        throw new AssertionError("no receipt for entry " + number);
    }
}
