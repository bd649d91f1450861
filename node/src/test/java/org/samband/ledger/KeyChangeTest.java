// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.label.Marking;
import org.samband.node.TestRooms;
import org.samband.proof.Checkpoint;
import org.samband.proof.ExportVerification;
import org.samband.proof.KeyEntry;
import org.samband.proof.MerkleTree;
import org.samband.proof.Verification;
import org.samband.proof.VerifierKey;

/// The EU changes its ledger key; Norway follows, or refuses. Source: `spec/ledger/`, LEDGER-17 to
/// 19.
class KeyChangeTest {
    private static final Entry.By BY = new Entry.By("EU", "", "administrator");
    private static final Marking OPEN = Marking.parse("TLP:GREEN");

    @TempDir private Path folder;
    private TestRooms eu;
    private TestRooms no;
    private VerifierKey old;

    @BeforeEach
    void openBothNodes() {
        var pair = TestRooms.pair(folder);
        eu = pair.get(0).open();
        no = pair.get(1).open();
        append(eu, "before");
        append(eu, "before");
        old = head(eu).checkpoint().map(_ -> held(eu).getFirst().key()).orElseThrow();
    }

    @AfterEach
    void closeBothNodes() {
        eu.close();
        no.close();
    }

    @Test
    void theCounterpartFollowsByItself() throws IOException {
        deliver();
        change(Optional.empty(), false);
        assertThat(head(eu).checkpoint().orElseThrow().signatures())
                .as("old and new key sign the change")
                .hasSize(2);
        deliver();
        append(eu, "after");
        deliver();
        assertThat(held(no)).extracting(LedgerKeys.Held::number).containsExactly(0L, 3L);
        assertThat(held(no).getLast().key()).isEqualTo(held(eu).getLast().key());
        assertThat(head(eu).checkpoint().orElseThrow().isSignedBy(old)).isFalse();
        assertThat(verified(eu)).isInstanceOf(Verification.Holds.class);
        assertThat(verified(no)).isInstanceOf(Verification.Holds.class);
    }

    @Test
    void whatWasNotDeliveredBeforeTheChangeIsDeliveredAfterIt() {
        change(Optional.empty(), false);
        append(eu, "after");
        for (long from : List.of(1L, 3L, 4L)) {
            accepted(deliver(from, from == 1 ? 2 : 1));
        }
        assertThat(head(no, eu).size()).isEqualTo(4);
        accepted(deliver(1, 2));
        accepted(deliver(1, 3));
    }

    @Test
    void aChangeThatIsNotTheLastOfItsDeliveryIsRefused() {
        change(Optional.empty(), false);
        append(eu, "after");
        var bytes = ledgers(eu).bytes(euLedger(), 1, 9);
        var old4 = forged(4, euKey(), old);
        assertRefused(LedgerRule.KEY_CHANGE_NOT_LAST, admit(1, bytes, old4));
        assertThat(admit(1, bytes, head(eu).checkpoint().orElseThrow()).isAccepted()).isFalse();
        assertThat(head(no, eu).size()).isZero();
    }

    @Test
    void theOldKeySignsNothingAfterTheChange() {
        change(Optional.empty(), false);
        accepted(deliver(1, 3));
        append(eu, "after");
        var bytes = ledgers(eu).bytes(euLedger(), 4, 1);
        assertRefused(LedgerRule.WRONG_KEY, admit(4, bytes, forged(4, euKey(), old)));
        assertThat(head(no, eu).size()).isEqualTo(3);
    }

    @Test
    void aStrangerWhoAnnouncesAKeyIsRefused() {
        deliver();
        var stranger = LedgerKey.in(folder.resolve("stranger.key"));
        var theirs = stranger.verifier(old.name());
        var entry =
                entry(
                        3,
                        new KeyEntry(
                                theirs, Optional.empty(), Optional.empty(), OptionalLong.empty()));
        var tree = tree(2).append(MerkleTree.leaf(entry));
        var bare = new Checkpoint(old.name(), 3, tree.root(), List.of());
        assertRefused(
                LedgerRule.WRONG_KEY, admit(3, List.of(entry), stranger.signed(bare, theirs)));
        var revoking =
                entry(
                        3,
                        new KeyEntry(
                                theirs, Optional.empty(), Optional.empty(), OptionalLong.of(2)));
        var other =
                new Checkpoint(
                        old.name(), 3, tree(2).append(MerkleTree.leaf(revoking)).root(), List.of());
        assertRefused(
                LedgerRule.KEY_REVOKED,
                admit(3, List.of(revoking), stranger.signed(other, theirs)));
        assertThat(held(no)).hasSize(1);
    }

    @Test
    void aKeyDoesNotComeAgain() {
        change(Optional.empty(), false);
        accepted(deliver(1, 3));
        var entry =
                entry(
                        4,
                        new KeyEntry(
                                old, Optional.empty(), Optional.empty(), OptionalLong.empty()));
        var bare =
                new Checkpoint(
                        old.name(), 4, tree(3).append(MerkleTree.leaf(entry)).root(), List.of());
        assertRefused(LedgerRule.WRONG_KEY, admit(4, List.of(entry), euKey().signed(bare, old)));
    }

    @Test
    void anEntryAfterTheLastDayOfTheKeyIsNeitherMadeNorAdmitted() {
        change(Optional.of(LocalDate.parse("2026-03-03")), false);
        accepted(deliver(1, 3));
        assertThat(append(eu, "on the first day").isAccepted()).isTrue();
        accepted(deliver(4, 1));
        eu.moveTo(TestRooms.NOON.plus(Duration.ofDays(2)));
        assertRefused(LedgerRule.KEY_EXPIRED, append(eu, "too late"));
        var late = entry(5, "test", Map.of("text", "too late"));
        var bare =
                new Checkpoint(
                        old.name(), 5, tree(4).append(MerkleTree.leaf(late)).root(), List.of());
        var signed = euKey().signed(bare, held(eu).getLast().key());
        assertRefused(LedgerRule.KEY_EXPIRED, admit(5, List.of(late), signed));
        change(Optional.empty(), false);
        assertThat(append(eu, "with a new key").isAccepted()).isTrue();
    }

    @Test
    void afterARevocationTheCounterpartFollowsOnlyWithTheNewPairFile() throws IOException {
        deliver();
        change(Optional.empty(), true);
        assertThat(head(eu).checkpoint().orElseThrow().isSignedBy(old)).isFalse();
        assertRefused(LedgerRule.KEY_REVOKED, deliver(3, 1));
        try (var given = no.given(held(eu).getLast().key()).open()) {
            var before = no;
            no = given;
            accepted(deliver(3, 1));
            append(eu, "after");
            accepted(deliver(4, 1));
            assertThat(verified(no)).isInstanceOf(Verification.Holds.class);
            assertThat(verified(eu)).isInstanceOf(Verification.Holds.class);
            append(eu, "more");
            assertRefused(
                    LedgerRule.WRONG_KEY,
                    admit(5, ledgers(eu).bytes(euLedger(), 5, 1), forged(5, euKey(), old)));
            no = before;
        }
    }

    @Test
    void theReceiptIsCosignedWithAKeyThatTheCounterpartKnows() {
        deliver();
        append(no, "Norway's");
        change(Optional.empty(), false);
        var first = toTheEu();
        assertThat(first.cosignedAt(old.forCosignatures())).isPresent();
        assertThat(accepted(admissions(no).receipt(noLedger(), first))).isEqualTo(1);
        accepted(admissions(eu).receipt(euLedger(), accepted(deliver(3, 1)).receipt()));
        append(no, "Norway's second");
        var second = toTheEu();
        assertThat(second.cosignedAt(old.forCosignatures())).isEmpty();
        assertThat(accepted(admissions(no).receipt(noLedger(), second))).isEqualTo(2);
    }

    @Test
    void aChangeThatWasCutOffIsEndedByTheNextCall() {
        var next = euKey().next(old.name(), Optional.empty(), OptionalLong.empty()).key();
        change(Optional.empty(), false);
        assertThat(held(eu).getLast().key()).isEqualTo(next);
        assertThat(LedgerKey.in(folder.resolve("eu.key")).verifier(old.name())).isEqualTo(next);
    }

    private Checkpoint toTheEu() {
        long from = head(eu, no).size() + 1;
        var bytes = ledgers(no).bytes(noLedger(), from, 9);
        var checkpoint = ledgers(no).head(noLedger()).checkpoint().orElseThrow();
        return accepted(admissions(eu).admit(noLedger(), from, bytes, checkpoint)).receipt();
    }

    private void change(Optional<LocalDate> until, boolean revoke) {
        accepted(eu.door(KeyChange.class).change(BY, _ -> OPEN, until, revoke));
    }

    private void deliver() {
        long from = head(no, eu).size() + 1;
        accepted(deliver(from, (int) (head(eu).size() - from + 1)));
    }

    private Outcome<Admissions.Admitted> deliver(long from, int count) {
        return admit(
                from,
                ledgers(eu).bytes(euLedger(), from, count),
                ledgers(eu).checkpoint(euLedger(), from - 1 + count));
    }

    private Outcome<Admissions.Admitted> admit(
            long from, List<byte[]> entries, Checkpoint checkpoint) {
        return admissions(no).admit(euLedger(), from, entries, checkpoint);
    }

    /// A checkpoint of the true root that only one key signs.
    private Checkpoint forged(long size, LedgerKey secrets, VerifierKey by) {
        return secrets.signed(new Checkpoint(old.name(), size, tree(size).root(), List.of()), by);
    }

    private MerkleTree tree(long size) {
        var tree = MerkleTree.EMPTY;
        for (var bytes : ledgers(eu).bytes(euLedger(), 1, (int) size)) {
            tree = tree.append(MerkleTree.leaf(bytes));
        }
        return tree;
    }

    private LedgerKey euKey() {
        return eu.door(LedgerKey.class);
    }

    private byte[] entry(long number, KeyEntry change) {
        return entry(number, KeyEntry.KIND, change.content());
    }

    private byte[] entry(long number, String kind, Map<String, Object> content) {
        var instant = TestRooms.NOON.plus(Duration.ofDays(2));
        return EntryForm.bytes(
                new Entry(
                        euLedger(),
                        new EntryNumber(number),
                        0,
                        kind.equals(KeyEntry.KIND) ? TestRooms.NOON : instant,
                        BY,
                        Circle.SHARED,
                        OPEN,
                        "",
                        kind,
                        "EU-" + number,
                        content));
    }

    private LedgerId euLedger() {
        return ledgers(eu).pairs().getFirst().shared();
    }

    private LedgerId noLedger() {
        return ledgers(no).pairs().getFirst().shared();
    }

    private Head head(TestRooms node) {
        return ledgers(node).head(ledgers(node).pairs().getFirst().shared());
    }

    /// What one node holds of another's ledger.
    private static Head head(TestRooms node, TestRooms of) {
        return ledgers(node).head(ledgers(of).pairs().getFirst().shared());
    }

    private List<LedgerKeys.Held> held(TestRooms node) {
        return node.door(LedgerKeys.class).of(ledgers(node).pairs().getFirst(), euLedger());
    }

    private static Ledgers ledgers(TestRooms node) {
        return node.door(Ledgers.class);
    }

    private static Admissions admissions(TestRooms node) {
        return node.door(Admissions.class);
    }

    private static Outcome<Entry> append(TestRooms node, String text) {
        return ledgers(node).append(ManyEntries.draft(Map.of("text", text)));
    }

    private static Verification verified(TestRooms node) throws IOException {
        var out = new ByteArrayOutputStream();
        node.door(LedgerExport.class).write(TestRooms.PARTNERSHIP, out);
        return ExportVerification.of(new ByteArrayInputStream(out.toByteArray()), _ -> {});
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    private static void assertRefused(LedgerRule rule, Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<?>) outcome).refusal().rule()).isEqualTo(rule);
    }
}
