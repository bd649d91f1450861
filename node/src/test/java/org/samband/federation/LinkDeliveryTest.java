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
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.Ledgers;
import org.samband.ledger.ManyEntries;
import org.samband.node.TestRooms;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;

/// What is made on one node comes to the other: at once, after an outage, and past what went wrong.
@Tag("slow")
class LinkDeliveryTest {
    /// Two seconds are what officers are promised; a build machine may be busy with other tests.
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final Duration SOON = Duration.ofSeconds(60);

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

    @Test
    @Holds({"FEDERATION-40", "FEDERATION-04"})
    void anActIsOnTheOtherNodeAndReceiptedAtOnce() {
        link.open();
        within(AT_ONCE, () -> both());
        act(link.eu, "EXERCISE invitation");
        within(AT_ONCE, () -> size(link.no, Forms.EU) == 1 && receipted(link.eu) == 1);
        act(link.no, "EXERCISE answer");
        within(AT_ONCE, () -> size(link.eu, Forms.NO) == 1 && receipted(link.no) == 1);
        assertThat(link.events(link.eu)).noneMatch(LinkEvent::lasts);
    }

    private boolean both() {
        return link.eu.door(Deliveries.class).isRunning()
                && link.no.door(Deliveries.class).isRunning();
    }

    @Test
    @Holds({"FEDERATION-41", "FEDERATION-42"})
    void whatWaitedComesWithinTwoSecondsAfterTheCounterpartIsBack() throws InterruptedException {
        link.open();
        act(link.eu, "EXERCISE before");
        within(SOON, () -> receipted(link.eu) == 1);
        link.no.door(Deliveries.class).stop();
        for (int i = 0; i < 5; i++) {
            act(link.eu, "EXERCISE during " + i);
        }
        act(link.no, "EXERCISE made alone");
        within(SOON, () -> rules(link.eu).contains("FED-14"));
        Thread.sleep(3_500);
        link.no.door(Deliveries.class).start();
        within(
                AT_ONCE,
                () ->
                        size(link.no, Forms.EU) == 6
                                && size(link.eu, Forms.NO) == 1
                                && receipted(link.eu) == 6
                                && receipted(link.no) == 1);
        within(SOON, () -> rules(link.eu).isEmpty());
        assertThat(root(link.eu, Forms.EU)).isEqualTo(root(link.no, Forms.EU));
        assertThat(root(link.eu, Forms.NO)).isEqualTo(root(link.no, Forms.NO));
    }

    /// Found by the kill test: a process of the database was killed in the moment in which an
    /// outage was written down, and nothing was delivered any more until the node was started
    /// again.
    @Test
    @Holds("FEDERATION-41")
    void aDatabaseThatFailsWhileAnOutageIsWrittenDownEndsNoDelivery() throws Exception {
        link.openEu();
        within(SOON, () -> rules(link.eu).contains("FED-14"));
        rename("link_event", "link_event_away");
        Thread.sleep(1_500);
        rename("link_event_away", "link_event");
        link.openNo();
        within(SOON, () -> rules(link.eu).isEmpty());
        act(link.eu, "EXERCISE after it");
        within(AT_ONCE, () -> size(link.no, Forms.EU) == 1 && receipted(link.eu) == 1);
    }

    private void rename(String table, String name) throws Exception {
        try (var connection = link.eu.database().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table " + table + " rename to " + name);
        }
    }

    @Test
    @Holds("FEDERATION-42")
    void aNodeThatCannotBeReachedFetchesAndGivesItsReceipt() {
        link.noAddress = TestLink.freePort();
        link.openEu();
        act(link.eu, "EXERCISE waits");
        act(link.eu, "EXERCISE waits too");
        link.openNo();
        within(SOON, () -> size(link.no, Forms.EU) == 2 && receipted(link.eu) == 2);
    }

    @Test
    @Holds("FEDERATION-03")
    void moreThanOneSegmentIsBroughtInTurn() {
        link.openEu();
        ManyEntries.append(link.eu, Segment.MOST_ENTRIES + 20);
        link.openNo();
        within(SOON, () -> receipted(link.eu) == Segment.MOST_ENTRIES + 20);
        assertThat(root(link.eu, Forms.EU)).isEqualTo(root(link.no, Forms.EU));
    }

    @Test
    @Holds("FEDERATION-03")
    void aSegmentIsNeverLargerThanItMayBe() {
        link.openEu();
        var large =
                TestLink.draft(
                        Forms.PARTNERSHIP, "x".repeat(1_000_000), Circle.SHARED, "TLP:GREEN");
        ManyEntries.append(link.eu, 68, _ -> large);
        var segment = link.segment(1);
        assertThat(segment.count()).isEqualTo(67);
        assertThat(segment.length()).isLessThan(Segment.LARGEST);
        link.openNo();
        within(Duration.ofMinutes(4), () -> receipted(link.eu) == 68);
    }

    @Test
    @Holds("FEDERATION-22")
    void anAdmissionThatFailsLeavesNothingAndIsTriedAgain() {
        var broken = new AtomicBoolean(true);
        link.open(
                (EntryCheck)
                        (entry, ours) -> {
                            if (!ours && entry.number().value() == 2 && broken.get()) {
                                throw new IllegalStateException("EXERCISE the database is away");
                            }
                            return Optional.empty();
                        });
        link.no.door(Deliveries.class).stop();
        act(link.eu, "EXERCISE one");
        act(link.eu, "EXERCISE two");
        assertThatThrownBy(() ->
                        link.no.door(Admission.class).take(TestLink.pair(link.no), link.segment(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(size(link.no, Forms.EU)).isZero();
        link.no.door(Deliveries.class).start();
        within(SOON, () -> rules(link.eu).contains("FED-14"));
        assertThat(receipted(link.eu)).isLessThan(2);
        broken.set(false);
        within(SOON, () -> size(link.no, Forms.EU) == 2 && receipted(link.eu) == 2);
        within(
                SOON,
                () ->
                        link.events(link.no).stream()
                                .anyMatch(event ->
                                        event.rule().equals(FederationRule.STORE_FAILED.id())
                                                && !event.lasts()));
    }

    @Test
    @Holds("FEDERATION-13")
    void clocksThatAreYearsApartDoNotMatter() {
        link.no.moveTo(Instant.parse("2041-01-01T00:00:00Z"));
        link.eu.moveTo(Instant.parse("2020-01-01T00:00:00Z"));
        link.open();
        act(link.eu, "EXERCISE early");
        act(link.no, "EXERCISE late");
        within(SOON, () -> receipted(link.eu) == 1 && receipted(link.no) == 1);
    }

    @Test
    @Holds("FEDERATION-43")
    void aClaimThatNobodySignedStopsNoActs() {
        link.open();
        var claimed =
                new Checkpoint(
                        Ledgers.origin(TestLink.pair(link.eu).shared()),
                        99,
                        Digest.sha256(),
                        java.util.List.of());
        assertThat(link.eu.door(Admission.class).keep(TestLink.pair(link.eu), claimed)).isFalse();
        act(link.eu, "EXERCISE goes on");
        within(SOON, () -> receipted(link.eu) == 1);
    }

    private java.util.List<String> rules(TestRooms node) {
        return link.events(node).stream().filter(LinkEvent::lasts).map(LinkEvent::rule).toList();
    }

    private static Object root(TestRooms node, org.samband.parties.PartyCode party) {
        return node.door(Ledgers.class)
                .head(
                        new org.samband.ledger.LedgerId(
                                Forms.PARTNERSHIP, party, org.samband.ledger.LedgerId.Line.SHARED))
                .tree()
                .root();
    }
}
