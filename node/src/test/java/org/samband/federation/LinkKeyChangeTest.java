// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.federation.TestLink.act;
import static org.samband.federation.TestLink.receipted;
import static org.samband.federation.TestLink.size;
import static org.samband.federation.TestLink.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.proof.Digest;

/// The EU changes its key of the line; Norway's node follows by itself, and drops the one before.
@Tag("slow")
class LinkKeyChangeTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate TODAY = LocalDate.ofInstant(TestRooms.NOON, ZoneOffset.UTC);

    @TempDir private Path folder;
    private TestLink link;
    private Path kept;
    private Digest old;

    @BeforeEach
    void openBoth() {
        link = new TestLink(folder);
        kept = folder.resolve("kept.pair");
        link.openEu();
        link.openNo(
                new PairPlaces(
                        URI.create("https://127.0.0.1:1"),
                        Map.of(Forms.PARTNERSHIP, kept),
                        Map.of()));
        act(link.eu, "EXERCISE before");
        within(SOON, () -> receipted(link.eu) == 1);
        old = shown();
    }

    @AfterEach
    void closeBoth() {
        link.close();
    }

    private Digest shown() {
        return PairFile.pin(link.euKeys.certificate());
    }

    private Digest announce(LocalDate from) {
        var change = new LinkKeyChange(link.eu.door(Ledgers.class), link.euKeys);
        var said =
                change.announce(
                        new Entry.By("EU", "", "administrator"),
                        _ -> Marking.parse("TLP:GREEN"),
                        from);
        assertThat(said.isAccepted()).isTrue();
        return ((Outcome.Accepted<Digest>) said).value();
    }

    private LinkPins pins() {
        return link.no.door(LinkPins.class);
    }

    /// The keys that the EU's node had, as a thief has them.
    private NodeKeys stolen() throws IOException {
        var copy = Files.createDirectories(folder.resolve("stolen"));
        for (var name : new String[] {"ledger.key", "link.key", "link.crt"}) {
            Files.copy(folder.resolve("keys-EU").resolve(name), copy.resolve(name));
        }
        return NodeKeys.in(copy, Forms.EU, Forms.CLOCK);
    }

    @Test
    @Holds({"FEDERATION-35", "FEDERATION-36", "FEDERATION-37"})
    void theCounterpartFollowsByItselfAndTheKeyBeforeIsWorthless() throws IOException {
        var thief = link.toNorway(stolen());
        assertThat(answers(thief)).isTrue();
        var next = announce(TODAY);
        assertThat(announce(TODAY)).as("once more, as after a cut").isEqualTo(next);
        within(SOON, () -> shown().equals(next));
        act(link.eu, "EXERCISE after");
        act(link.no, "EXERCISE answer");
        within(SOON, () -> size(link.no, Forms.EU) == 3 && size(link.eu, Forms.NO) == 1);
        within(SOON, () -> receipted(link.eu) == 3 && receipted(link.no) == 1);
        assertThat(pins().of(Forms.PARTNERSHIP)).containsExactly(next);
        assertThat(answers(thief)).isFalse();
        thief.close();
        assertThat(PairFile.read(Files.readString(kept)))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        file -> assertThat(((PairFile) file.value()).pin()).isEqualTo(next));
        var again = announce(TODAY);
        within(SOON, () -> shown().equals(again));
        within(SOON, () -> pins().of(Forms.PARTNERSHIP).equals(java.util.Set.of(again)));
    }

    private boolean answers(DirectTransport line) {
        try {
            return line.offer(link.segment(1)) instanceof Receipt.Cosigned;
        } catch (TransportUnavailable refused) {
            assertThat(refused.why().rule())
                    .isIn(FederationRule.NOT_KNOWN_THERE, FederationRule.NO_SUCH_LINE);
            return false;
        }
    }

    @Test
    @Holds({"FEDERATION-36", "FEDERATION-37"})
    void bothKeysCountUntilTheDayHasComeAndOneThatIsPinnedByHandAlone() throws IOException {
        var next = announce(TODAY.plusDays(1));
        within(SOON, () -> receipted(link.eu) == 2);
        assertThat(pins().of(Forms.PARTNERSHIP)).containsExactlyInAnyOrder(old, next);
        assertThat(shown()).isEqualTo(old);
        link.eu.moveTo(TestRooms.NOON.plus(Duration.ofDays(1)));
        act(link.eu, "EXERCISE on the day");
        within(SOON, () -> shown().equals(next));
        within(SOON, () -> pins().of(Forms.PARTNERSHIP).equals(java.util.Set.of(next)));

        var byHand = link.file(Forms.keys(folder.resolve("lost"), Forms.EU), Forms.EU, link.euPort);
        link.no.door(Counterparts.class).pin(byHand);
        pins().pinned(byHand);
        assertThat(pins().of(Forms.PARTNERSHIP)).containsExactly(byHand.pin());
    }

    @Test
    @Holds({"FEDERATION-36", "FEDERATION-37", "FEDERATION-64"})
    void overAnAirGapTheFilesSayIt() {
        link.eu.door(Deliveries.class).stop();
        link.no.door(Deliveries.class).stop();
        act(link.eu, "EXERCISE by file");
        var early = Carriage.made(link.eu, 2);
        var next = announce(TODAY);
        var told = Carriage.made(link.eu, 2);
        assertThat(link.eu.door(LinkKeyTurn.class).isDue()).as("no receipt yet").isFalse();
        take(link.no, told);
        assertThat(pins().of(Forms.PARTNERSHIP)).containsExactlyInAnyOrder(old, next);
        take(link.no, early);
        take(link.eu, Carriage.made(link.no, 0));
        assertThat(link.eu.door(LinkKeyTurn.class).isDue()).isTrue();
        link.eu.door(LinkKeyTurn.class).take();
        act(link.eu, "EXERCISE with the new key");
        take(link.no, Carriage.made(link.eu, 0));
        assertThat(size(link.no, Forms.EU)).isEqualTo(4);
        assertThat(pins().of(Forms.PARTNERSHIP)).containsExactly(next);
        assertThat(Carriage.take(folder, link.no, early).getFirst().refusal())
                .hasValueSatisfying(
                        why -> assertThat(why.rule()).isEqualTo(SegmentFileRule.NOT_SIGNED));
    }

    private void take(TestRooms node, Carriage file) {
        assertThat(Carriage.take(folder, node, file).getFirst().refusal()).isEmpty();
    }

    @Test
    @Holds("FEDERATION-35")
    void aNodeDoesNotAnnounceWhatNobodyCouldFollow() {
        var draft =
                new org.samband.ledger.Draft(
                        Forms.PARTNERSHIP,
                        new Entry.By("EU", "", "administrator"),
                        org.samband.act.Circle.SHARED,
                        Marking.parse("TLP:GREEN"),
                        "",
                        LinkKeyEntry.KIND,
                        java.util.Optional.of(LinkKeyEntry.SUBJECT),
                        Map.of("certificate", "AAAA"));
        assertThatThrownBy(() -> LinkKeyEntry.of(draft.content()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(link.eu.door(Ledgers.class).append(draft))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.refusal().rule())
                                        .isEqualTo(FederationRule.LINK_KEY_MALFORMED));
    }
}
