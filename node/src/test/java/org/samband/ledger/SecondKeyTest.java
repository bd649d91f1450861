// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.label.Marking;
import org.samband.node.TestRooms;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.ExportVerification;
import org.samband.proof.JsonRefused;
import org.samband.proof.Verification;

/// The EU signs its ledger twice; Norway asks for both signatures, or knows of one. Source:
/// `spec/ledger/`, LEDGER-27 and 28.
class SecondKeyTest {
    private static final Entry.By BY = new Entry.By("EU", "", "administrator");
    private static final Marking OPEN = Marking.parse("TLP:GREEN");
    private static final String EU = "samband/eu-norway/EU";

    @TempDir private Path folder;
    private List<TestRooms> open = List.of();

    /// @param now whether the EU has a second key
    /// @param next whether its next keys have one
    /// @param pinned whether Norway's pair file names it
    private void open(boolean now, boolean next, boolean pinned) {
        var key = LedgerKey.in(folder.resolve("eu.key"), now);
        var pair = TestRooms.pair(folder, next);
        open = List.of(pair.get(0).open(), pair.get(1).open());
        if (pinned) {
            admissions(no()).pin(TestRooms.PARTNERSHIP, key.verifier(EU), key.second(EU));
        }
        append(eu());
        append(eu());
    }

    private TestRooms eu() {
        return open.getFirst();
    }

    private TestRooms no() {
        return open.getLast();
    }

    @AfterEach
    void close() {
        open.forEach(TestRooms::close);
    }

    @Test
    void whatIsSignedTwiceIsAskedForTwice() throws IOException {
        open(true, true, true);
        var checkpoint = head().checkpoint().orElseThrow();
        assertThat(checkpoint.signatures()).hasSize(2);
        assertRefused(LedgerRule.WRONG_SECOND_SIGNATURE, deliver(without(checkpoint, 1)));
        assertRefused(LedgerRule.WRONG_SIGNATURE, deliver(without(checkpoint, 0)));
        var another = LedgerKey.in(folder.resolve("another.key"), true);
        var forged =
                without(checkpoint, 1)
                        .with(
                                another.signed(bare(checkpoint), another.second(EU).orElseThrow())
                                        .signatures()
                                        .getFirst());
        assertRefused(LedgerRule.WRONG_SECOND_SIGNATURE, deliver(forged));
        assertThat(head(no()).size()).isZero();
        accepted(deliver(checkpoint));
        assertThat(verified(eu())).isInstanceOf(Verification.Holds.class);
        assertThat(verified(no())).isInstanceOf(Verification.Holds.class);
        assertThat(exported(no())).contains("\"second\":\"" + EU + "+");
    }

    @Test
    void whoHoldsNoSecondKeyLeavesTheSecondSignatureAside() throws IOException {
        open(true, true, false);
        accepted(deliver(head().checkpoint().orElseThrow()));
        assertThat(exported(no())).doesNotContain("\"second\":");
        assertThat(verified(no())).isInstanceOf(Verification.Holds.class);
    }

    @Test
    void aSecondKeyOfThePairFileThatTheLedgerDoesNotHaveIsRefused() {
        open(false, false, false);
        var another = LedgerKey.in(folder.resolve("another.key"), true);
        var first = head().checkpoint().orElseThrow();
        accepted(deliver(first));
        admissions(no()).pin(TestRooms.PARTNERSHIP, key(eu()).verifier(EU), another.second(EU));
        append(eu());
        assertRefused(LedgerRule.WRONG_SECOND_SIGNATURE, deliver());
    }

    @Test
    void whatIsSwitchedOnLaterComesByAChangeOfKeyThatAllKeysSign() throws IOException {
        open(false, true, false);
        accepted(deliver(head().checkpoint().orElseThrow()));
        change();
        var change = head().checkpoint().orElseThrow();
        assertThat(change.signatures()).as("old, new and new second key").hasSize(3);
        assertRefused(LedgerRule.WRONG_SECOND_SIGNATURE, deliver(without(change, 2)));
        accepted(deliver(change));
        assertThat(held(no()).getLast().second()).isEqualTo(key(eu()).second(EU)).isPresent();
        append(eu());
        var after = head().checkpoint().orElseThrow();
        assertThat(after.signatures()).hasSize(2);
        assertRefused(LedgerRule.WRONG_SECOND_SIGNATURE, deliver(without(after, 1)));
        accepted(deliver(after));
        for (var node : open) {
            assertThat(verified(node)).isInstanceOf(Verification.Holds.class);
        }
        assertThat(LedgerKey.in(folder.resolve("eu.key")).second(EU)).isPresent();
    }

    @Test
    void whoBreaksTheFirstKeyAloneCannotSwitchTheSecondOff() throws IOException {
        open(true, false, true);
        accepted(deliver(head().checkpoint().orElseThrow()));
        change();
        var change = head().checkpoint().orElseThrow();
        assertThat(change.signatures()).as("old, old second and new key").hasSize(3);
        assertRefused(LedgerRule.WRONG_SECOND_SIGNATURE, deliver(without(change, 1)));
        accepted(deliver(change));
        append(eu());
        assertThat(head().checkpoint().orElseThrow().signatures()).hasSize(1);
        accepted(deliver());
        assertThat(verified(no())).isInstanceOf(Verification.Holds.class);
    }

    @Test
    void theReceiptIsCosignedTwice() throws IOException {
        open(true, true, true);
        append(no());
        var norways = ledgers(no()).pairs().getFirst().shared();
        var receipt =
                accepted(
                                admissions(eu())
                                        .admit(
                                                norways,
                                                1,
                                                ledgers(no()).bytes(norways, 1, 1),
                                                ledgers(no())
                                                        .head(norways)
                                                        .checkpoint()
                                                        .orElseThrow()))
                        .receipt();
        assertThat(receipt.signatures()).as("Norway's, and two of the EU").hasSize(3);
        assertRefused(
                LedgerRule.WRONG_COSIGNATURE,
                admissions(no()).receipt(norways, without(receipt, 2)));
        assertThat(accepted(admissions(no()).receipt(norways, receipt))).isEqualTo(1);
        assertThat(verified(no())).isInstanceOf(Verification.Holds.class);
    }

    @Test
    void theKeysAreThoseOfTheVectorsFromTheSameSeed() throws IOException, JsonRefused {
        var vector = Path.of("../spec/ledger/vectors/3/second-signature.export");
        var header =
                CanonicalJson.readCanonicalObject(
                        Files.readAllLines(vector).getFirst().getBytes(StandardCharsets.UTF_8));
        var ledger = (Map<?, ?>) first(header.get("ledgers"));
        var seed = new byte[LedgerSecret.SEED];
        Arrays.fill(seed, (byte) 1);
        assertThat(LedgerSecret.second(seed).open(EU))
                .hasToString(String.valueOf(ledger.get("second")));
        assertThat(LedgerSecret.first(seed).open(EU))
                .hasToString(String.valueOf(ledger.get("key")));
        var note = Checkpoint.parse(String.valueOf(first(ledger.get("checkpoints"))));
        var second = LedgerSecret.second(seed);
        var signed =
                bare(note)
                        .with(Checkpoint.signatureLine(second.open(EU), second.sign(note.body())));
        assertThat(signed.signatures().getFirst()).isEqualTo(note.signatures().getLast());
    }

    @Test
    void aFileThatHoldsNoKeysIsNotRead() throws IOException {
        var file = folder.resolve("broken.key");
        for (var text : List.of("", "00\n", "00".repeat(32) + "\n00\n", "no key\n")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> LedgerKey.in(file)).isInstanceOf(UncheckedIOException.class);
        }
        Files.writeString(file, ("00".repeat(32) + "\n").repeat(3));
        assertThatThrownBy(() -> LedgerKey.in(file)).isInstanceOf(UncheckedIOException.class);
    }

    private static Object first(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list)).getFirst();
    }

    private void change() {
        accepted(eu().door(KeyChange.class).change(BY, _ -> OPEN, Optional.empty(), false));
    }

    private Outcome<Admissions.Admitted> deliver() {
        return deliver(head().checkpoint().orElseThrow());
    }

    private Outcome<Admissions.Admitted> deliver(Checkpoint checkpoint) {
        long from = head(no()).size() + 1;
        return admissions(no())
                .admit(euLedger(), from, ledgers(eu()).bytes(euLedger(), from, 9), checkpoint);
    }

    private static Checkpoint bare(Checkpoint checkpoint) {
        return new Checkpoint(checkpoint.origin(), checkpoint.size(), checkpoint.root(), List.of());
    }

    /// The checkpoint without one of its signatures, counted from 0.
    private static Checkpoint without(Checkpoint checkpoint, int place) {
        var stripped = bare(checkpoint);
        for (int i = 0; i < checkpoint.signatures().size(); i++) {
            stripped = i == place ? stripped : stripped.with(checkpoint.signatures().get(i));
        }
        return stripped;
    }

    private LedgerId euLedger() {
        return ledgers(eu()).pairs().getFirst().shared();
    }

    private Head head() {
        return head(eu());
    }

    private Head head(TestRooms node) {
        return ledgers(node).head(euLedger());
    }

    private List<LedgerKeys.Held> held(TestRooms node) {
        return node.door(LedgerKeys.class).of(ledgers(node).pairs().getFirst(), euLedger());
    }

    private static LedgerKey key(TestRooms node) {
        return node.door(LedgerKey.class);
    }

    private static Ledgers ledgers(TestRooms node) {
        return node.door(Ledgers.class);
    }

    private static Admissions admissions(TestRooms node) {
        return node.door(Admissions.class);
    }

    private static void append(TestRooms node) {
        accepted(ledgers(node).append(ManyEntries.draft(Map.of("text", "EXERCISE"))));
    }

    private static String exported(TestRooms node) throws IOException {
        var out = new ByteArrayOutputStream();
        node.door(LedgerExport.class).write(TestRooms.PARTNERSHIP, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Verification verified(TestRooms node) throws IOException {
        var bytes = exported(node).getBytes(StandardCharsets.UTF_8);
        return ExportVerification.of(new ByteArrayInputStream(bytes), _ -> {});
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
