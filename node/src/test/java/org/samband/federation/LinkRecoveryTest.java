// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.federation.TestLink.act;
import static org.samband.federation.TestLink.receipted;
import static org.samband.federation.TestLink.size;
import static org.samband.federation.TestLink.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.attachment.Attachments;
import org.samband.label.Ceiling;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.ledger.KeyChange;
import org.samband.ledger.LedgerKeys;
import org.samband.ledger.LedgerRecovery;
import org.samband.ledger.LedgerRule;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;

/// A node whose database is older than what it sent makes no fork: it notices, and takes its own
/// entries back from the counterpart.
@Tag("slow")
class LinkRecoveryTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir private Path folder;
    private TestLink link;
    private final List<TestRooms> opened = new ArrayList<>();

    @BeforeEach
    void makeTheNodes() {
        link = new TestLink(folder);
    }

    @AfterEach
    void closeTheNodes() {
        opened.forEach(TestRooms::close);
        link.close();
    }

    /// Norway's node with an empty database, as after the loss of its own.
    ///
    /// @param address at which it believes to find the EU's node
    private TestRooms withAnEmptyDatabase(int address, SentMarks marks) {
        var restored = TestRooms.pair(folder).get(1).with("federation");
        opened.add(restored);
        return restored.open(
                link.noKeys,
                TestLink.link(link.noPort, link.file(link.euKeys, Forms.EU, address)),
                TestLink.LIMITS,
                Ceiling.UNACCREDITED,
                marks);
    }

    private SentMarks marks(long sent) throws IOException {
        var marks = new SentMarks(Files.createTempDirectory(folder, "sent"));
        if (sent > 0) {
            marks.set(Forms.PARTNERSHIP, sent);
        }
        return marks;
    }

    private static Optional<Rule> refused(TestRooms node) {
        var outcome =
                node.door(Ledgers.class)
                        .append(
                                TestLink.draft(
                                        Forms.PARTNERSHIP,
                                        "EXERCISE perhaps a fork",
                                        Circle.SHARED,
                                        "TLP:GREEN"));
        return outcome instanceof Outcome.Refused<?>(var refusal)
                ? Optional.of(refusal.rule())
                : Optional.empty();
    }

    private List<String> rules(TestRooms node) {
        return link.events(node).stream().map(LinkEvent::rule).toList();
    }

    @Test
    @Holds({"FEDERATION-43", "FEDERATION-44", "FEDERATION-45", "FEDERATION-83"})
    void aNodeThatLostItsDatabaseTakesItsEntriesBackWithTheirFilesAndGoesOn() throws IOException {
        link.open();
        act(link.no, "EXERCISE one");
        var paper = new ByteArrayInputStream(new byte[5_000_000]);
        var file = LinkFilesTest.carried(link.no, "NO", paper, "TLP:GREEN");
        act(link.eu, "EXERCISE of the EU");
        act(link.no, "EXERCISE that has seen the EU's");
        within(SOON, () -> receipted(link.no) == 3 && receipted(link.eu) == 1);
        link.no.close();
        var restored = withAnEmptyDatabase(link.euPort, marks(0));
        within(SOON, () -> size(restored, Forms.NO) == 3 && size(restored, Forms.EU) == 1);
        assertThat(restored.door(Attachments.class).find(Forms.PARTNERSHIP, file)).isPresent();
        within(SOON, () -> refused(restored).isEmpty());
        within(SOON, () -> receipted(restored) == size(restored, Forms.NO));
        assertThat(size(link.eu, Forms.NO)).isEqualTo(size(restored, Forms.NO)).isGreaterThan(3);
        assertThat(link.eu.door(Ledgers.class).bytes(TestLink.pair(restored).shared(), 1, 9))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(
                        restored.door(Ledgers.class).bytes(TestLink.pair(restored).shared(), 1, 9));
        assertThat(rules(link.eu)).doesNotContain(LedgerRule.FORK.id());
        within(SOON, () -> link.events(restored).stream().noneMatch(LinkEvent::lasts));
        assertThat(rules(restored)).contains(FederationRule.MORE_THERE_THAN_HERE.id());
    }

    @Test
    @Holds("FEDERATION-44")
    void whereTheCounterpartCannotBeAskedTheMarkOutsideOfTheDatabaseStopsActs() throws IOException {
        var away = withAnEmptyDatabase(TestLink.freePort(), marks(2));
        assertThat(refused(away)).contains(FederationRule.ENTRIES_LOST);
        assertThat(rules(away)).contains(FederationRule.MORE_SENT_THAN_HELD.id());
        assertThat(away.door(SegmentFiles.class).make(Forms.PARTNERSHIP, Optional.empty(), "desk"))
                .isEqualTo(Outcome.refused(FederationRule.ENTRIES_LOST));
    }

    @Test
    @Holds("FEDERATION-44")
    void withoutAMarkAndACounterpartOnlyAnEmptyLedgerGoesOn() throws IOException {
        link.euAddress = TestLink.freePort();
        var before = withAnEmptyDatabase(TestLink.freePort(), marks(0));
        assertThat(refused(before)).isEmpty();
        before.door(Deliveries.class).stop();
        var again =
                before.given(TestLink.pair(before).counterpartKey().orElseThrow())
                        .with("federation");
        again.open(
                link.noKeys,
                TestLink.link(
                        TestLink.freePort(), link.file(link.euKeys, Forms.EU, TestLink.freePort())),
                TestLink.LIMITS,
                Ceiling.UNACCREDITED,
                marks(0));
        assertThat(refused(again)).contains(FederationRule.NOT_COMPARED);
        again.door(Deliveries.class).stop();
    }

    @Test
    @Holds("FEDERATION-45")
    void whatNeverCameToTheCounterpartIsNowhereAndItsNumbersAreRecorded() throws IOException {
        link.open();
        act(link.no, "EXERCISE one");
        within(SOON, () -> receipted(link.no) == 1);
        link.no.close();
        var restored = withAnEmptyDatabase(link.euPort, marks(3));
        within(SOON, () -> size(restored, Forms.NO) == 1);
        within(SOON, () -> rules(restored).contains(FederationRule.NOWHERE.id()));
        assertThat(link.events(restored))
                .filteredOn(event -> event.rule().equals(FederationRule.NOWHERE.id()))
                .singleElement()
                .matches(event ->
                        !event.lasts() && event.facts().equals(Map.of("first", "2", "last", "3")));
        within(SOON, () -> refused(restored).isEmpty());
    }

    @Test
    @Holds("FEDERATION-45")
    void onlyWhatThisNodeSignedIsTakenBack() throws IOException {
        link.open();
        act(link.no, "EXERCISE one");
        within(SOON, () -> receipted(link.no) == 1);
        var ours = TestLink.pair(link.no).shared();
        var bytes = link.no.door(Ledgers.class).bytes(ours, 1, 1);
        var note = link.no.door(Ledgers.class).head(ours).cosigned().orElseThrow();
        link.no.close();
        var restored = withAnEmptyDatabase(TestLink.freePort(), marks(0));
        restored.door(Deliveries.class).stop();
        var door = restored.door(LedgerRecovery.class);
        var changed = bytes.getFirst().clone();
        changed[changed.length - 5] ^= 1;
        var last = Optional.of(bytes.getLast());
        assertThat(door.takeBack(ours, 1, List.of(changed).iterator(), last, note).isAccepted())
                .isFalse();
        assertThat(door.takeBack(ours, 2, bytes.iterator(), last, note))
                .extracting(outcome -> ((Outcome.Refused<?>) outcome).refusal().rule())
                .isEqualTo(LedgerRule.GAP);
        var unsigned = Forms.checkpoint(Forms.NO, 1);
        assertThat(door.takeBack(ours, 1, bytes.iterator(), last, unsigned))
                .extracting(outcome -> ((Outcome.Refused<?>) outcome).refusal().rule())
                .isEqualTo(LedgerRule.NOT_SIGNED_HERE);
        assertThat(size(restored, Forms.NO)).isZero();
        assertThat(door.takeBack(ours, 1, bytes.iterator(), last, note))
                .isEqualTo(Outcome.accepted(1L));
        assertThat(size(restored, Forms.NO)).isOne();
    }

    /// Gives what the EU's node gives, two entries at a time.
    private final class Sparing implements Transport {
        @Override
        public Receipt offer(Segment segment) {
            throw new UnsupportedOperationException("nothing is offered");
        }

        @Override
        public Optional<Segment> fetch(long from) {
            return Optional.empty();
        }

        @Override
        public Optional<Segment> fetchOurs(long from) {
            return link.eu.door(Outbox.class).back(TestLink.pair(link.eu), from, from + 1);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static Recovery recovery(TestRooms node, Transport transport) {
        return new Recovery(
                TestLink.pair(node),
                node.door(TakingBack.class),
                node.door(Completeness.class),
                node.door(LinkRecord.class),
                transport,
                true);
    }

    @Test
    @Holds("FEDERATION-45")
    void whatNeedsSeveralSegmentsAndGoesOverAChangeOfKeyComesBackToo() throws Exception {
        link.openEu();
        var restored = withAnEmptyDatabase(TestLink.freePort(), marks(9));
        restored.door(Deliveries.class).stop();
        link.openNo();
        var pair = TestLink.pair(restored);
        assertThat(restored.door(LedgerKeys.class).of(pair, pair.shared())).hasSize(1);
        for (int i = 1; i <= 3; i++) {
            act(link.no, "EXERCISE before the change " + i);
        }
        changeKey(link.no);
        for (int i = 5; i <= 9; i++) {
            act(link.no, "EXERCISE after the change " + i);
        }
        within(SOON, () -> receipted(link.no) == 9);
        assertThat(recovery(restored, new Sparing()).compared()).isTrue();
        assertThat(size(restored, Forms.NO)).isEqualTo(9);
        assertThat(refused(restored)).isEmpty();
        assertThat(size(restored, Forms.NO)).isEqualTo(10);
        assertThat(restored.door(LedgerKeys.class).of(pair, pair.shared())).hasSize(2);
    }

    private static void changeKey(TestRooms node) {
        var changed =
                node.door(KeyChange.class)
                        .change(
                                new Entry.By("NO", "", "administrator"),
                                _ -> Marking.parse("TLP:GREEN"),
                                Optional.empty(),
                                false);
        assertThat(changed.isAccepted()).isTrue();
    }

    @Test
    @Holds("FEDERATION-71")
    void withoutALineTheCounterpartGivesItBackAsFiles() throws IOException {
        link.openEu(new SegmentFileLimits(1_000, 3));
        link.openNo();
        act(link.no, "EXERCISE one");
        for (int seed = 0; seed < 2; seed++) {
            var paper = new ByteArrayInputStream(new byte[800 + seed]);
            LinkFilesTest.carried(link.no, "NO", paper, "TLP:GREEN");
        }
        within(SOON, () -> receipted(link.no) == 3);
        link.no.close();
        var restored = withAnEmptyDatabase(TestLink.freePort(), marks(3));
        assertThat(refused(restored)).contains(FederationRule.ENTRIES_LOST);
        var first = Carriage.made(link.eu, Optional.of(SegmentFiles.Place.back(1)));
        assertThat(first.name()).isEqualTo("eu-norway-NO-000001-000002-back-TLP-GREEN.asice");
        var second = Carriage.made(link.eu, first.next());
        assertThat(second.next()).isEmpty();
        assertThat(Carriage.take(folder, restored, first))
                .extracting(taken -> taken.refusal().orElseThrow())
                .containsExactly(
                        Refusal.of(SegmentFileRule.PARTS_MISSING).with("first", 3).with("last", 3));
        assertThat(size(restored, Forms.NO)).isZero();
        assertThat(Carriage.take(folder, restored, second, first, second))
                .allMatch(taken -> taken.refusal().isEmpty())
                .extracting(SegmentFiles.Taken::fresh)
                .containsExactly(1, 2, 1);
        assertThat(size(restored, Forms.NO)).isEqualTo(3);
        assertThat(refused(restored)).isEmpty();
        assertThat(Carriage.take(folder, restored, second))
                .allMatch(taken -> taken.refusal().isEmpty() && taken.fresh() == 0);
    }

    @Test
    @Holds({"FEDERATION-45", "FEDERATION-71"})
    void whatIsNotHeldIsNotGivenBackNorTakenForADelivery() {
        link.open();
        act(link.no, "EXERCISE one");
        act(link.no, "EXERCISE two");
        within(SOON, () -> receipted(link.no) == 2);
        var files = link.eu.door(SegmentFiles.class);
        for (long from : new long[] {0, 3}) {
            assertThat(
                            files.make(
                                    Forms.PARTNERSHIP,
                                    Optional.of(SegmentFiles.Place.back(from)),
                                    "desk"))
                    .isEqualTo(
                            Outcome.refused(
                                    Refusal.at(SegmentFileRule.NOTHING_TO_GIVE_BACK, "back")
                                            .with("have", 2)));
        }
        var part = link.eu.door(Outbox.class).back(TestLink.pair(link.eu), 1, 1).orElseThrow();
        assertThat(part.checkpoint().size()).isEqualTo(2);
        var ours =
                new Segment(
                        new SegmentHead(
                                Forms.PARTNERSHIP,
                                Forms.NO,
                                1,
                                1,
                                part.checkpoint(),
                                Optional.empty()),
                        SegmentBody.of(part.entries()));
        assertThat(link.eu.door(Admission.class).take(TestLink.pair(link.eu), ours).receipt())
                .isInstanceOfSatisfying(
                        Receipt.Refused.class,
                        why -> assertThat(why.rule()).isEqualTo(FederationRule.NOT_A_SEGMENT.id()));
    }

    @Test
    @Holds("FEDERATION-45")
    void whoHoldsNothingOfALedgerGivesNothingBack() throws TransportUnavailable {
        link.openEu();
        link.eu.door(Deliveries.class).stop();
        link.openNo();
        try (var way = link.toNorway(link.euKeys)) {
            assertThat(way.fetchOurs(1)).as(FederationRule.NOTHING_HELD.id()).isEmpty();
        }
    }

    @Test
    @Holds({"FEDERATION-44", "FEDERATION-60"})
    void theMarkIsWrittenBeforeEntriesLeaveByFileToo() throws IOException {
        var marks = marks(0);
        link.openNo(marks);
        link.openEu();
        link.no.door(Deliveries.class).stop();
        act(link.no, "EXERCISE carried");
        Carriage.made(link.no, 0);
        assertThat(marks.of(Forms.PARTNERSHIP)).hasValue(1);
    }
}
