// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.label.Marking;
import org.samband.node.TestRooms;
import org.samband.proof.Checkpoint;
import org.samband.proof.ExportVerification;
import org.samband.proof.Verification;

/// The EU's database is lost after a change of key, and an older copy takes the entries back that
/// Norway holds. Source: `spec/federation/`, FEDERATION-45.
class LedgerRecoveryTest {
    @TempDir private Path folder;
    private TestRooms eu;
    private TestRooms no;
    private TestRooms older;
    private List<byte[]> entries = List.of();

    @BeforeEach
    void changeTheKeyAfterTheCopy() throws IOException {
        var pair = TestRooms.pair(folder);
        eu = pair.get(0).open();
        no = pair.get(1).open();
        append(eu);
        append(eu);
        deliver(1, 2);
        Files.copy(folder.resolve("eu.key"), Files.createDirectory(kept()).resolve("eu.key"));
        Files.copy(folder.resolve("no.key"), kept().resolve("no.key"));
        older = copy(folder);
        var change =
                eu.door(KeyChange.class)
                        .change(
                                new Entry.By("EU", "", "administrator"),
                                _ -> Marking.parse("TLP:GREEN"),
                                Optional.empty(),
                                false);
        assertThat(change.isAccepted()).isTrue();
        append(eu);
        append(eu);
        deliver(3, 1);
        deliver(4, 2);
        entries = eu.door(Ledgers.class).bytes(ours(), 1, 9);
    }

    @AfterEach
    void closeAll() {
        eu.close();
        no.close();
        older.close();
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    /// The EU's node with an empty database that knows the keys that stand in a folder.
    private TestRooms copy(Path keys) {
        var copy = TestRooms.pair(keys).getFirst().open();
        assertThat(keys(copy)).hasSize(1);
        return copy;
    }

    private List<LedgerKeys.Held> keys(TestRooms node) {
        return node.door(LedgerKeys.class).of(node.door(Ledgers.class).pairs().getFirst(), ours());
    }

    /// The checkpoint of the change, as Norway keeps it.
    private Checkpoint note() {
        return keys(no).getLast().note().orElseThrow();
    }

    private Checkpoint newest() {
        return no.door(Ledgers.class).head(ours()).cosigned().orElseThrow();
    }

    private LedgerId ours() {
        return eu.door(Ledgers.class).pairs().getFirst().shared();
    }

    private void deliver(long from, int count) {
        var ledgers = eu.door(Ledgers.class);
        var admitted =
                no.door(Admissions.class)
                        .admit(
                                ours(),
                                from,
                                ledgers.bytes(ours(), from, count),
                                ledgers.checkpoint(ours(), from - 1 + count));
        assertThat(admitted.isAccepted()).isTrue();
    }

    private static void append(TestRooms node) {
        var appended =
                node.door(Ledgers.class).append(ManyEntries.draft(Map.of("text", "EXERCISE")));
        assertThat(appended.isAccepted()).isTrue();
    }

    private Outcome<Long> takenBack(TestRooms node, int from, int to, Checkpoint checkpoint) {
        var part = entries.subList(from - 1, to);
        return node.door(LedgerRecovery.class)
                .takeBack(ours(), from, part.iterator(), Optional.of(part.getLast()), checkpoint);
    }

    private static void assertRefused(LedgerRule rule, Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<?>) outcome).refusal().rule()).isEqualTo(rule);
    }

    @Test
    void entriesComeBackOverTheChangeAndTheLedgerGoesOnWithTheNewKey() throws IOException {
        assertThat(takenBack(older, 1, 3, note())).isEqualTo(Outcome.accepted(3L));
        assertThat(takenBack(older, 2, 5, newest()))
                .as("from an entry that is here")
                .isEqualTo(Outcome.accepted(5L));
        assertThat(keys(older)).isEqualTo(keys(eu));
        append(older);
        var out = new ByteArrayOutputStream();
        older.door(LedgerExport.class).write(TestRooms.PARTNERSHIP, out);
        assertThat(ExportVerification.of(new ByteArrayInputStream(out.toByteArray()), _ -> {}))
                .isInstanceOf(Verification.Holds.class);
    }

    @Test
    void aChangeOfKeyIsTakenOnlyWithItsOwnCheckpoint() {
        assertRefused(LedgerRule.NOT_SIGNED_HERE, takenBack(older, 1, 5, newest()));
        assertThat(older.door(Ledgers.class).head(ours()).size()).isZero();
        assertThat(takenBack(older, 1, 3, note()).isAccepted()).isTrue();
    }

    @Test
    void withoutTheSecretOfTheKeyThatFollowedNothingIsTaken() {
        try (var without = copy(kept())) {
            assertRefused(LedgerRule.SECRET_NOT_HERE, takenBack(without, 1, 3, note()));
            assertThat(without.door(Ledgers.class).head(ours()).size()).isZero();
        }
        assertThat(takenBack(older, 1, 3, note()).isAccepted()).isTrue();
    }

    @Test
    void aDatabaseThatDoesNotKnowTheFirstKeyIsRebuiltFromAnExport() {
        try (var later = copy(folder)) {
            assertRefused(LedgerRule.NOT_SIGNED_HERE, takenBack(later, 1, 3, note()));
        }
    }
}
