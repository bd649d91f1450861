// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.federation.TestLink.act;
import static org.samband.federation.TestLink.receipted;
import static org.samband.federation.TestLink.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.Ledgers;
import org.samband.ledger.Rejections;
import org.samband.proof.MerkleTree;

/// A refusal travels back: signed, with its reason, and kept by the sender.
@Tag("slow")
class LinkRejectionTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    @Holds({"FEDERATION-06", "FEDERATION-07"})
    void theSenderKeepsASignedReasonForTheEntryAndTheEntriesBeforeItGetThrough() {
        var refusing = new AtomicBoolean(true);
        EntryCheck second =
                (entry, ours) ->
                        !ours && refusing.get() && entry.number().value() == 3
                                ? Optional.of(
                                        Refusal.of(FederationRule.UNKNOWN_MARKING)
                                                .with("word", "EXERCISE")
                                                .with("number", 3))
                                : Optional.empty();
        try (var link = new TestLink(folder)) {
            link.openEu();
            for (int i = 1; i <= 5; i++) {
                act(link.eu, "EXERCISE " + i);
            }
            link.openNo(second);
            var ours = TestLink.pair(link.eu).shared();
            var rejections = link.eu.door(Rejections.class);
            within(SOON, () -> receipted(link.eu) == 2 && !rejections.standing(ours, 2).isEmpty());
            var kept = requireNonNull(rejections.standing(ours, 2).get(3L));
            assertThat(kept.rejection().rule()).isEqualTo("FED-04");
            assertThat(kept.refusal().sentence()).contains("EXERCISE");
            var bytes = link.eu.door(Ledgers.class).bytes(ours, 3, 1).getFirst();
            assertThat(kept.rejection().leaf()).isEqualTo(MerkleTree.leaf(bytes));
            var document = rejections.documents(ours, 1).getFirst();
            var read = Receipt.read(document.getBytes(UTF_8), ours);
            var statement = (Receipt.Refused) ((Outcome.Accepted<Receipt>) read).value();
            assertThat(
                            statement.isSignedBy(
                                    TestLink.pair(link.eu).counterpartKey().orElseThrow(), ours))
                    .isTrue();
            assertThat(link.events(link.eu))
                    .anyMatch(event ->
                            event.kind() == LinkEvent.Kind.REFUSED_THERE
                                    && event.rule().equals("FED-04")
                                    && event.lasts());
            refusing.set(false);
            act(link.eu, "EXERCISE 6");
            within(SOON, () -> receipted(link.eu) == 6);
            assertThat(rejections.standing(ours, receipted(link.eu))).isEmpty();
            assertThat(link.events(link.eu)).noneMatch(LinkEvent::lasts);
        }
    }

    @Test
    @Holds("FEDERATION-06")
    void aRefusalThatTheCounterpartDidNotSignIsNoRefusal() {
        try (var link = new TestLink(folder)) {
            link.noAddress = TestLink.freePort();
            link.open();
            link.eu.door(Deliveries.class).stop();
            act(link.eu, "EXERCISE one");
            var pair = TestLink.pair(link.eu);
            var refusing = link.eu.door(Refusing.class);
            var unsigned = Receipt.Refused.of(Refusal.of(FederationRule.HELD), 0);
            assertThat(refusing.isGenuine(pair, pair.shared(), unsigned)).isFalse();
            var byOurselves = refusing.signed(pair, pair.shared(), unsigned);
            assertThat(refusing.isGenuine(pair, pair.shared(), byOurselves)).isFalse();
            var byNorway =
                    link.no
                            .door(Refusing.class)
                            .signed(TestLink.pair(link.no), pair.shared(), unsigned);
            assertThat(refusing.isGenuine(pair, pair.shared(), byNorway)).isTrue();
            assertThat(refusing.isGenuine(pair, pair.counterparts(), byNorway))
                    .as("about another ledger")
                    .isFalse();
        }
    }
}
