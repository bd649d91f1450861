// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.federation.TestLink.act;
import static org.samband.federation.TestLink.receipted;
import static org.samband.federation.TestLink.size;
import static org.samband.federation.TestLink.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.ledger.Rejections;

/// A partnership can change from one kind of transport to another: what waits is known from the
/// ledger and its receipts alone.
@Tag("slow")
class LinkTransportTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private Path folder;

    /// Carried by hand in this test: what it gets lies on a stack.
    private static final class Stack implements TransportKind, Transport {
        private final List<byte[]> segments = new CopyOnWriteArrayList<>();

        @Override
        public String word() {
            return Link.FILE;
        }

        @Override
        public boolean listens() {
            return false;
        }

        @Override
        public Transport open(LedgerPair pair, PairFile counterpart) {
            return this;
        }

        @Override
        public Receipt offer(Segment segment) {
            segments.add(segment.bytes());
            return new Receipt.Pending(Link.FILE);
        }

        @Override
        public Optional<Segment> fetch(long from) {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static Deliveries deliveries(TestLink link, String transport, TransportKind kind) {
        var eu = link.eu;
        var given = eu.door(Link.class);
        return new Deliveries(
                new Counterparts(
                        new Link(
                                given.host(),
                                given.port(),
                                given.counterparts(),
                                Map.of(Forms.PARTNERSHIP, transport))),
                eu.door(NodeKeys.class),
                eu.door(LinkPins.class),
                eu.door(LinkKeyTurn.class),
                List.of(kind),
                eu.door(Ledgers.class),
                eu.door(TakingBack.class),
                eu.door(Outbox.class),
                eu.door(Admission.class),
                eu.door(Attachments.class),
                eu.door(Refusing.class),
                eu.door(Rejections.class),
                eu.door(Completeness.class),
                eu.door(LinkRecord.class),
                Optional.of(TestLink.LIMITS));
    }

    @Test
    @Holds("FEDERATION-85")
    void aChangeOfTransportInTheMiddleLosesAndRepeatsNothing() {
        try (var link = new TestLink(folder)) {
            link.open();
            act(link.eu, "EXERCISE over the line");
            within(SOON, () -> receipted(link.eu) == 1);
            link.eu.door(Deliveries.class).stop();
            act(link.eu, "EXERCISE by hand");
            act(link.eu, "EXERCISE by hand too");
            var stack = new Stack();
            var byHand = deliveries(link, Link.FILE, stack);
            byHand.start();
            within(SOON, () -> !stack.segments.isEmpty());
            assertThat(byHand.port()).as("no port where nothing goes by it").isZero();
            byHand.stop();
            assertThat(receipted(link.eu)).as("a pending delivery is none").isOne();
            var pair = TestLink.pair(link.no);
            var first = Segment.read(stack.segments.getFirst());
            assertThat(link.no.door(Admission.class).take(pair, first).receipt())
                    .isInstanceOf(Receipt.Cosigned.class);
            act(link.eu, "EXERCISE over the line again");
            var direct = link.eu.door(DirectTransports.class);
            var byLine = deliveries(link, Link.DIRECT, direct);
            byLine.start();
            within(SOON, () -> receipted(link.eu) == 4);
            byLine.stop();
            assertThat(size(link.no, Forms.EU)).isEqualTo(4);
            assertThat(link.no.door(Ledgers.class).read(pair.counterparts(), 1, 10))
                    .extracting(entry -> entry.number().value())
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void aTransportThatIsNotThereStopsTheStart() {
        try (var link = new TestLink(folder)) {
            link.openEu();
            var unknown = deliveries(link, "pigeon", new Stack());
            assertThatThrownBy(unknown::start).hasMessageContaining("pigeon");
        }
    }
}
