// SPDX-License-Identifier: EUPL-1.2
package org.samband.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.ledger.ManyEntries;
import org.samband.node.TestRooms;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.DossierNodes;
import org.samband.proof.Digest;

/// Files by their SHA-256: kept whole or not at all, each partnership its own. EXERCISE.
@NullUnmarked // what is missing fails the test
class AttachmentsTest {
    private static final PartnershipId OTHER = new PartnershipId("eu-freedonia");
    private static final byte[] PAPER = "EXERCISE paper".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;
    private TestRooms node;
    private Attachments attachments;
    private Officer officer;

    @BeforeEach
    void open() {
        node = TestRooms.pair(folder).getFirst().withDossiers(DossierNodes.profile()).open();
        attachments = node.door(Attachments.class);
        officer = new DossierNodes.Node("EU", node).desk();
    }

    @AfterEach
    void close() {
        node.close();
    }

    private Attachment kept(byte[] bytes, String name) {
        var outcome =
                attachments.keep(
                        officer, TestRooms.PARTNERSHIP, in(bytes), name, "Application/PDF");
        return ((Outcome.Accepted<Attachment>) outcome).value();
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static Rule rule(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().rule();
    }

    private Outcome<Entry> append(Map<String, Object> content) {
        return node.door(Ledgers.class).append(ManyEntries.draft(content));
    }

    @Test
    void aFileIsKeptByItsHashUnderABareNameAndForItsPartnershipAlone() throws IOException {
        var kept = kept(PAPER, "C:\\drafts\\..\\agenda.pdf");
        assertThat(kept)
                .isEqualTo(
                        new Attachment(
                                Digest.sha256(PAPER),
                                PAPER.length,
                                "agenda.pdf",
                                "application/pdf"));
        var path = attachments.find(TestRooms.PARTNERSHIP, kept).orElseThrow();
        assertThat(Files.readAllBytes(path)).isEqualTo(PAPER);
        assertThat(path.toString()).endsWith(kept.blob().hex()).doesNotContain("agenda");
        assertThat(attachments.find(OTHER, kept)).isEmpty();
        assertThat(attachments.mayCarry(officer, TestRooms.PARTNERSHIP, kept)).isEmpty();
        assertThat(attachments.mayCarry(officer, OTHER, kept).map(Refusal::rule))
                .contains(AttachmentRule.NOT_UPLOADED);
    }

    @Test
    void anEmptyFileAndANameThatCannotBeShownAreRefused() {
        assertThat(rule(keep(new byte[0], "empty.txt"))).isEqualTo(AttachmentRule.EMPTY);
        assertThat(rule(keep(PAPER, "cod\u202Efdp.exe"))).isEqualTo(AttachmentRule.NAME);
        assertThat(rule(keep(PAPER, ".."))).isEqualTo(AttachmentRule.NAME);
        assertThat(rule(keep(PAPER, "x".repeat(201)))).isEqualTo(AttachmentRule.NAME);
    }

    private Outcome<Attachment> keep(byte[] bytes, String name) {
        return attachments.keep(officer, TestRooms.PARTNERSHIP, in(bytes), name, "text/plain");
    }

    @Test
    void anEntryIsStoredOnlyWhenItsFilesAreHereAndSaysWhoCarriesThem() {
        var missing = new Attachment(Digest.sha256(PAPER), PAPER.length, "a.txt", "text/plain");
        var content = Map.<String, Object>of("papers", List.of(missing.reference()));
        assertThat(rule(append(content))).isEqualTo(AttachmentRule.NOT_HERE);
        kept(PAPER, "a.txt");
        assertThat(append(content)).isInstanceOf(Outcome.Accepted.class);
        var ours = node.door(LedgerPair.class).shared();
        assertThat(attachments.carriers(ours, missing.blob())).containsExactly(new EntryNumber(1));
        var longer = new Attachment(Digest.sha256(PAPER), PAPER.length + 1, "a.txt", "text/plain");
        assertThat(rule(append(Map.of("deep", Map.of("er", longer.reference())))))
                .isEqualTo(AttachmentRule.NOT_HERE);
    }

    @Test
    void aReferenceOfAnotherFormIsRefused() {
        var hex = Digest.sha256(PAPER).hex();
        for (var wrong :
                List.<Map<String, Object>>of(
                        Map.of("blob", hex),
                        Map.of("blob", hex, "length", 0L, "name", "a", "media-type", "a/b"),
                        Map.of("blob", hex, "length", 1L, "name", "a/b", "media-type", "a/b"),
                        Map.of("blob", hex, "length", 1L, "name", "a", "media-type", "A/b"),
                        Map.of("blob", "../x", "length", 1L, "name", "a", "media-type", "a/b"))) {
            assertThat(rule(append(Map.of("papers", List.of(wrong)))))
                    .as(wrong.toString())
                    .isEqualTo(AttachmentRule.MALFORMED);
        }
    }

    @Test
    void aFileThatComesInPartsIsTakenUpWhereItWasCutAndIsHereOnlyWhenItIsWhole()
            throws IOException {
        var bytes = new byte[300_000];
        new java.util.Random(7).nextBytes(bytes);
        var paper = new Attachment(Digest.sha256(bytes), bytes.length, "a.bin", "a/b");
        assertThat(take(paper, 0, slice(bytes, 0, 100_000))).isEqualTo(100_000);
        assertThat(attachments.find(TestRooms.PARTNERSHIP, paper)).isEmpty();
        assertThat(attachments.have(TestRooms.PARTNERSHIP, paper)).isEqualTo(100_000);
        assertThat(take(paper, 200_000, slice(bytes, 200_000, 300_000)))
                .as("a part that does not follow changes nothing")
                .isEqualTo(100_000);
        assertThat(take(paper, 50_000, slice(bytes, 50_000, 300_000))).isEqualTo(100_000);
        assertThat(take(paper, 100_000, slice(bytes, 100_000, 300_000))).isEqualTo(300_000);
        assertThat(attachments.find(TestRooms.PARTNERSHIP, paper).orElseThrow())
                .hasBinaryContent(bytes);
        assertThat(take(paper, 0, slice(bytes, 0, 10))).as("again").isEqualTo(300_000);
    }

    private long take(Attachment paper, long from, byte[] part) {
        return ((Outcome.Accepted<Long>)
                        attachments.take(TestRooms.PARTNERSHIP, paper, from, in(part)))
                .value();
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    @Test
    void aFileThatIsNotWhatItsEntryNamesIsForgotten() {
        var paper = new Attachment(Digest.sha256(PAPER), PAPER.length, "a.txt", "text/plain");
        var other = PAPER.clone();
        other[3] ^= 1;
        assertThat(rule(attachments.take(TestRooms.PARTNERSHIP, paper, 0, in(other))))
                .isEqualTo(AttachmentRule.ALTERED);
        assertThat(attachments.have(TestRooms.PARTNERSHIP, paper)).isZero();
        assertThat(
                        rule(
                                attachments.take(
                                        TestRooms.PARTNERSHIP,
                                        paper,
                                        0,
                                        in(
                                                "EXERCISE paper and more"
                                                        .getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(AttachmentRule.ALTERED);
        assertThat(take(paper, 0, PAPER)).isEqualTo(PAPER.length);
    }

    @Test
    void aFullDiskIsARefusalAndNothingIsKept() {
        var full =
                new Attachments(
                        new BlobFolder(folder.resolve("full"), Long.MAX_VALUE / 2),
                        node.door(AttachmentRows.class),
                        node.door(org.samband.parties.Sights.class),
                        node.door(java.time.InstantSource.class));
        assertThat(rule(full.keep(officer, TestRooms.PARTNERSHIP, in(PAPER), "a", "a/b")))
                .isEqualTo(AttachmentRule.NO_ROOM);
        var paper = new Attachment(Digest.sha256(PAPER), PAPER.length, "a.txt", "text/plain");
        assertThat(rule(full.take(TestRooms.PARTNERSHIP, paper, 0, in(PAPER))))
                .isEqualTo(AttachmentRule.NO_ROOM);
        assertThat(full.have(TestRooms.PARTNERSHIP, paper)).isZero();
    }

    @Test
    void whatNoActCameToCarryIsSweptAwayAfterAWeekAndNothingElse() throws IOException {
        var carried = kept(PAPER, "a.txt");
        append(Map.of("papers", List.of(carried.reference())));
        var forgotten = kept("EXERCISE forgotten".getBytes(StandardCharsets.UTF_8), "b.txt");
        for (var one : List.of(carried, forgotten)) {
            Files.setLastModifiedTime(
                    attachments.find(TestRooms.PARTNERSHIP, one).orElseThrow(),
                    FileTime.from(TestRooms.NOON));
        }
        assertThat(attachments.sweep(List.of(TestRooms.PARTNERSHIP))).isZero();
        node.moveTo(TestRooms.NOON.plus(Duration.ofDays(8)));
        assertThat(attachments.sweep(List.of(TestRooms.PARTNERSHIP))).isEqualTo(1);
        assertThat(attachments.find(TestRooms.PARTNERSHIP, carried)).isPresent();
        assertThat(attachments.find(TestRooms.PARTNERSHIP, forgotten)).isEmpty();
    }
}
