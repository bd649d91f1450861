// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.node.TestRooms;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;
import org.samband.proof.ExportVerification;
import org.samband.proof.MerkleProof;
import org.samband.proof.MerkleTree;
import org.samband.proof.Verification;

class LedgersTest {
    @TempDir private Path folder;
    private TestRooms eu;
    private TestRooms no;
    private Optional<Refusal> norwayRefuses = Optional.empty();

    @BeforeEach
    void openBothNodes() {
        var pair = TestRooms.pair(folder);
        eu = pair.get(0).open();
        no =
                pair.get(1)
                        .open(
                                (EntryCheck)
                                        (entry, ours) -> ours ? Optional.empty() : norwayRefuses);
    }

    @AfterEach
    void closeBothNodes() {
        eu.close();
        no.close();
    }

    @Test
    void entriesAreNumberedWithoutGapAndSigned() {
        for (int i = 1; i <= 5; i++) {
            assertThat(accepted(append(eu, "act " + i)).number()).isEqualTo(new EntryNumber(i));
        }
        var head = ledgers(eu).head(euLedger());
        assertThat(head.size()).isEqualTo(5);
        assertThat(head.checkpoint().orElseThrow().size()).isEqualTo(5);
        assertThat(ledgers(eu).read(euLedger(), 1, 9))
                .extracting(Entry::subject)
                .startsWith("EU-1", "EU-2");
    }

    @Test
    void parallelActsGiveGapFreeNumbers() throws Exception {
        try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = new ArrayList<Callable<Outcome<Entry>>>();
            for (int i = 0; i < 40; i++) {
                int act = i;
                acts.add(() -> append(eu, "act " + act));
            }
            for (var done : officers.invokeAll(acts)) {
                assertThat(done.get().isAccepted()).isTrue();
            }
        }
        assertThat(ledgers(eu).read(euLedger(), 1, 100))
                .extracting(entry -> entry.number().value())
                .hasSize(40)
                .isSorted();
        assertThat(verified(eu)).isInstanceOf(Verification.Holds.class);
    }

    @Test
    void anOwnRecordStandsInTheOwnLedgerAndNotInTheShared() {
        var note = draft("note", Circle.OWN, Marking.parse("EU:LIMITE"));
        accepted(ledgers(eu).append(note));
        assertThat(ledgers(eu).head(euLedger()).size()).isZero();
        assertThat(
                        ledgers(eu)
                                .head(
                                        new LedgerId(
                                                TestRooms.PARTNERSHIP,
                                                euLedger().party(),
                                                LedgerId.Line.OWN))
                                .size())
                .isOne();
    }

    @Test
    void anEntryWithoutMarkingIsRefused() {
        assertRefused(
                LedgerRule.NO_MARKING,
                ledgers(eu).append(draft("act", Circle.SHARED, Marking.NONE)));
    }

    @Test
    void anEntryThatIsTooLargeIsRefused() {
        assertRefused(LedgerRule.TOO_LARGE, append(eu, "x".repeat(Ledgers.LARGEST_ENTRY)));
    }

    @Test
    void aValueThatCannotBeSignedIsRefusedAndNothingChanges() {
        assertRefused(LedgerRule.NO_CANONICAL_FORM, append(eu, "\ud800"));
        assertThat(ledgers(eu).head(euLedger()).size()).isZero();
    }

    @Test
    void whatWasSentIsAdmittedOnceAndReceipted() {
        append(eu, "first");
        append(eu, "second");
        var first = accepted(deliver(1));
        assertThat(first.entries()).hasSize(2);
        var again = accepted(deliver(1));
        assertThat(again.entries()).isEmpty();
        assertThat(again.receipt().note()).isEqualTo(first.receipt().note());
        assertThat(accepted(admissions(eu).receipt(euLedger(), first.receipt()))).isEqualTo(2);
        assertThat(ledgers(eu).head(euLedger()).acknowledged()).isEqualTo(2);
    }

    @Test
    void anAnswerHasSeenWhatWasAdmitted() {
        append(eu, "invitation");
        deliver(1);
        assertThat(accepted(append(no, "answer")).seen()).isOne();
    }

    @Test
    void aGapIsRefusedAndSaysWhatIsHere() {
        append(eu, "first");
        append(eu, "second");
        assertRefused(LedgerRule.GAP, deliver(2));
    }

    @Test
    void anAlteredResendIsRefusedAsAFork() {
        append(eu, "first");
        deliver(1);
        var altered = ledgers(eu).bytes(euLedger(), 1, 9).getFirst().clone();
        altered[altered.length - 3] ^= 1;
        assertRefused(
                LedgerRule.FORK,
                admissions(no).admit(euLedger(), 1, List.of(altered), checkpoint()));
    }

    @Test
    void oneChangedByteAnywhereIsRefusedAndNothingIsAdmitted() {
        append(eu, "first");
        var bytes = ledgers(eu).bytes(euLedger(), 1, 9).getFirst();
        for (int i = 0; i < bytes.length; i += 7) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var outcome = admissions(no).admit(euLedger(), 1, List.of(changed), checkpoint());
            assertThat(outcome.isAccepted()).as("byte %d", i).isFalse();
        }
        assertThat(ledgers(no).head(euLedger()).size()).isZero();
    }

    /// Far behind what was read ahead and stored before: nothing of the delivery is kept, and the
    /// same without the change is admitted.
    @Test
    void oneChangedEntryAmongManyIsRefusedByItsNumberAndNothingIsAdmitted() {
        ManyEntries.append(eu, 700);
        var genuine = ledgers(eu).bytes(euLedger(), 1, 700);
        var altered = new ArrayList<>(genuine);
        altered.set(640, genuine.get(639));
        var refused = admissions(no).admit(euLedger(), 1, altered, checkpoint());
        assertRefused(LedgerRule.WRONG_MEMBER, refused);
        assertThat(((Outcome.Refused<?>) refused).refusal().facts()).containsEntry("number", "641");
        assertThat(ledgers(no).head(euLedger()).size()).isZero();
        assertThat(ledgers(no).read(euLedger(), 1, 9)).isEmpty();
        assertThat(accepted(admissions(no).admit(euLedger(), 1, genuine, checkpoint())).entries())
                .hasSize(700);
        assertRefused(LedgerRule.FORK, admissions(no).admit(euLedger(), 1, altered, checkpoint()));
    }

    @Test
    void aPartyThatSignsTwoHistoriesIsFound() {
        append(eu, "first");
        var genuine = checkpoint();
        deliver(1);
        var entries = ledgers(eu).bytes(euLedger(), 1, 9);
        var euKey = LedgerKey.in(folder.resolve("eu.key"));
        var other =
                euKey.signed(
                        new Checkpoint(genuine.origin(), 1, Digest.sha256(), List.of()),
                        genuine.origin());
        assertRefused(LedgerRule.WRONG_ROOT, admissions(no).admit(euLedger(), 1, entries, other));
        append(eu, "second");
        deliver(2);
        assertRefused(LedgerRule.WRONG_ROOT, admissions(no).admit(euLedger(), 1, entries, other));
        assertThat(admissions(no).admit(euLedger(), 1, entries, genuine).isAccepted()).isTrue();
    }

    @Test
    void anActWhoseKindOrAreaIsNotOfItsFormIsRefused() {
        var plain = draft("text", Circle.SHARED, Marking.parse("TLP:GREEN"));
        for (var kind : List.of("", "Kind", "a b", "nul\u0000")) {
            assertRefused(
                    LedgerRule.NO_CANONICAL_FORM,
                    ledgers(eu)
                            .append(
                                    new Draft(
                                            plain.partnership(),
                                            plain.by(),
                                            plain.circle(),
                                            plain.marking(),
                                            "",
                                            kind,
                                            Optional.empty(),
                                            plain.content())));
        }
    }

    @Test
    void whatIsAnsweredIsWhatIsReadAgain() {
        var plain = draft("text", Circle.SHARED, Marking.parse("TLP:GREEN"));
        var stored =
                accepted(
                        ledgers(eu)
                                .append(
                                        new Draft(
                                                plain.partnership(),
                                                plain.by(),
                                                plain.circle(),
                                                plain.marking(),
                                                "maritime",
                                                "test",
                                                Optional.of("EU-1"),
                                                Map.of("count", 3, "list", List.of(1, true)))));
        assertThat(ledgers(eu).get(euLedger(), stored.number())).contains(stored);
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() {
        append(eu, "first");
        var genuine = checkpoint();
        var forged =
                LedgerKey.in(folder.resolve("other.key"))
                        .signed(
                                new Checkpoint(genuine.origin(), 1, genuine.root(), List.of()),
                                genuine.origin());
        assertRefused(
                LedgerRule.WRONG_SIGNATURE,
                admissions(no).admit(euLedger(), 1, ledgers(eu).bytes(euLedger(), 1, 9), forged));
    }

    @Test
    void aLedgerThatThisNodeDoesNotHoldIsRefused() {
        append(no, "first");
        var norwegian =
                new LedgerId(
                        TestRooms.PARTNERSHIP,
                        ledgers(no).pairs().getFirst().ours(),
                        LedgerId.Line.SHARED);
        var head = ledgers(no).head(norwegian);
        assertRefused(
                LedgerRule.NO_SUCH_LEDGER,
                admissions(no)
                        .admit(
                                norwegian,
                                1,
                                ledgers(no).bytes(norwegian, 1, 9),
                                head.checkpoint().orElseThrow()));
    }

    @Test
    void whatARoomRefusesLeavesNothingBehind() {
        append(eu, "first");
        norwayRefuses = Optional.of(Refusal.of(LedgerRule.OWN_RECORD));
        assertRefused(LedgerRule.OWN_RECORD, deliver(1));
        assertThat(ledgers(no).head(euLedger()).size()).isZero();
        norwayRefuses = Optional.empty();
        assertThat(deliver(1).isAccepted()).isTrue();
    }

    @Test
    void aReceiptThatTheCounterpartDidNotSignProvesNothing() {
        append(eu, "first");
        assertRefused(
                LedgerRule.WRONG_COSIGNATURE, admissions(eu).receipt(euLedger(), checkpoint()));
    }

    @Test
    void theExportOfEachNodeHoldsAndBothSayTheSame() throws IOException {
        append(eu, "first");
        admissions(eu).receipt(euLedger(), accepted(deliver(1)).receipt());
        append(eu, "second");
        assertThat(verified(eu)).isInstanceOf(Verification.Holds.class);
        assertThat(verified(no)).isInstanceOf(Verification.Holds.class);
    }

    @Test
    @Tag("slow")
    void theRootOfEveryEarlierSizeIsThatOfItsLeaves() {
        for (int i = 1; i <= 530; i++) {
            append(eu, "act " + i);
        }
        accepted(deliverAll());
        var tree = MerkleTree.EMPTY;
        for (var bytes : ledgers(eu).bytes(euLedger(), 1, 600)) {
            tree = tree.append(MerkleTree.leaf(bytes));
            var signed = ledgers(eu).checkpoint(euLedger(), tree.size());
            assertThat(signed.root()).as("size %d", tree.size()).isEqualTo(tree.root());
        }
        for (int size : List.of(1, 255, 256, 257, 511, 512, 513)) {
            var again = ledgers(eu).bytes(euLedger(), 1, size);
            var checkpoint = ledgers(eu).checkpoint(euLedger(), size);
            assertThat(admissions(no).admit(euLedger(), 1, again, checkpoint).isAccepted())
                    .as("size %d", size)
                    .isTrue();
        }
        eu.door(Sights.class).run(Sight.NODE, this::pathsAreThoseOfAllLeaves);
    }

    /// Source: RFC 9162 section 2.1.3.1.
    private void pathsAreThoseOfAllLeaves() {
        var leaves = ledgers(eu).bytes(euLedger(), 1, 600).stream().map(MerkleTree::leaf).toList();
        var roots = eu.door(Roots.class);
        for (int size : List.of(1, 2, 3, 255, 256, 257, 384, 511, 512, 513, 530)) {
            for (int index : List.of(0, 1, 2, 127, 128, 255, 256, 300, 511, 512, size - 1)) {
                if (index < size) {
                    assertThat(roots.path(euLedger(), index, size))
                            .as("entry %d of %d", index, size)
                            .isEqualTo(MerkleProof.inclusion(leaves.subList(0, size), index));
                }
            }
        }
    }

    @Test
    @Tag("slow")
    void theRootOfAnEarlierSizeComesFromTheSubtreesThatAreKept() throws Exception {
        for (int i = 1; i <= 520; i++) {
            append(eu, "act " + i);
        }
        var held = List.of(255, 256, 511, 512, 519);
        var before = held.stream().map(size -> ledgers(eu).checkpoint(euLedger(), size)).toList();
        execute(
                eu.database().owner(),
                "select set_config('samband.sight', 'node', false); update ledger_subtree set hash"
                        + " = sha256('wrong') where place = 1");
        var after = held.stream().map(size -> ledgers(eu).checkpoint(euLedger(), size)).toList();
        assertThat(after.subList(0, 3)).isEqualTo(before.subList(0, 3));
        assertThat(after.get(3).root()).isNotEqualTo(before.get(3).root());
        assertThat(after.get(4).root()).isNotEqualTo(before.get(4).root());
    }

    @Test
    @Tag("slow")
    void aLedgerOfAnEarlierVersionGetsItsSubtreesWithTheNextOnes() throws Exception {
        for (int i = 1; i <= 511; i++) {
            append(eu, "act " + i);
        }
        var genuine = ledgers(eu).checkpoint(euLedger(), 300);
        execute(
                eu.database().owner(),
                "select set_config('samband.sight', 'node', false); delete from ledger_subtree");
        assertThat(ledgers(eu).checkpoint(euLedger(), 300)).isEqualTo(genuine);
        append(eu, "act 512");
        append(eu, "act 513");
        assertThat(ledgers(eu).checkpoint(euLedger(), 300)).isEqualTo(genuine);
        var tree = MerkleTree.EMPTY;
        for (var bytes : ledgers(eu).bytes(euLedger(), 1, 512)) {
            tree = tree.append(MerkleTree.leaf(bytes));
        }
        assertThat(ledgers(eu).checkpoint(euLedger(), 512).root()).isEqualTo(tree.root());
    }

    @Test
    void neitherTheApplicationNorTheOwnerChangesAnEntry() {
        append(eu, "first");
        for (var statement :
                List.of("update entry set area = 'x'", "delete from entry", "truncate entry")) {
            assertThatThrownBy(() -> execute(eu.database().node(), statement))
                    .as(statement)
                    .isInstanceOf(Exception.class);
            assertThatThrownBy(() -> execute(eu.database().owner(), statement))
                    .as(statement)
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void withoutASightNoEntryShows() throws Exception {
        append(eu, "first");
        try (var connection = eu.database().node().getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select count(*) from entry")) {
            answer.next();
            assertThat(answer.getInt(1)).isZero();
        }
    }

    private Outcome<Admissions.Admitted> deliver(long from) {
        return admissions(no)
                .admit(euLedger(), from, ledgers(eu).bytes(euLedger(), from, 100), checkpoint());
    }

    private Outcome<Admissions.Admitted> deliverAll() {
        return admissions(no)
                .admit(euLedger(), 1, ledgers(eu).bytes(euLedger(), 1, 1_000), checkpoint());
    }

    private Checkpoint checkpoint() {
        return ledgers(eu).head(euLedger()).checkpoint().orElseThrow();
    }

    private LedgerId euLedger() {
        return ledgers(eu).pairs().getFirst().shared();
    }

    private static Ledgers ledgers(TestRooms node) {
        return node.door(Ledgers.class);
    }

    private static Admissions admissions(TestRooms node) {
        return node.door(Admissions.class);
    }

    private static Outcome<Entry> append(TestRooms node, String text) {
        var plain = draft(text, Circle.SHARED, Marking.parse("TLP:GREEN"));
        return ledgers(node).append(plain);
    }

    private static Draft draft(String text, Circle circle, Marking marking) {
        return new Draft(
                TestRooms.PARTNERSHIP,
                new Entry.By("EEAS", "Exercise Officer", "desk officer"),
                circle,
                marking,
                "",
                "test",
                Optional.empty(),
                Map.of("text", text));
    }

    private static Verification verified(TestRooms node) throws IOException {
        var out = new ByteArrayOutputStream();
        node.door(LedgerExport.class).write(TestRooms.PARTNERSHIP, out);
        return ExportVerification.of(new ByteArrayInputStream(out.toByteArray()), entries -> {});
    }

    private static void execute(DataSource source, String sql) throws Exception {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
