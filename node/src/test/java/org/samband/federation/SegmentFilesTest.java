// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.federation.Carriage.made;
import static org.samband.federation.Carriage.signed;
import static org.samband.federation.TestLink.act;
import static org.samband.federation.TestLink.receipted;
import static org.samband.federation.TestLink.size;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.ledger.LedgerPair;
import org.samband.node.TestRooms;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// Two nodes without a connection: what waits is carried as files, and so is the receipt.
@Tag("slow")
@NullUnmarked // what is missing fails the test
class SegmentFilesTest {
    private static final PartnershipId JAPAN = new PartnershipId("eu-japan");

    @TempDir private Path folder;
    private TestLink link;

    @BeforeEach
    void openBothWithTheLineCut() {
        link = new TestLink(folder);
        link.openEu(
                new LedgerPair(JAPAN, Forms.EU, new PartyCode("JP"), Optional.empty()),
                new SegmentFileLimits(1_000, 3));
        link.openNo();
        link.eu.door(Deliveries.class).stop();
        link.no.door(Deliveries.class).stop();
    }

    @AfterEach
    void closeBoth() {
        link.close();
    }

    @Test
    @Holds({"FEDERATION-60", "FEDERATION-67"})
    void whatWaitsIsCarriageAndItsReceiptComesBackInTheNextFile() {
        act(link.eu, "EXERCISE one");
        act(link.eu, "EXERCISE two");
        assertThat(waiting(link.eu)).containsExactly(waits(1, 1, 2, 1, 0, 0));
        var there = made(link.eu, 0);
        assertThat(there.name()).isEqualTo("eu-norway-EU-000001-000002-TLP-GREEN.asice");
        assertThat(there.next()).isEmpty();
        assertThat(take(link.no, there)).extracting(SegmentFiles.Taken::fresh).containsExactly(2);
        assertThat(size(link.no, Forms.EU)).isEqualTo(2);
        assertThat(receipted(link.eu)).isZero();

        var back = made(link.no, 0);
        assertThat(back.name()).isEqualTo("eu-norway-NO-receipt-000002.asice");
        assertThat(take(link.eu, back))
                .extracting(SegmentFiles.Taken::receipted)
                .containsExactly(2L);
        assertThat(receipted(link.eu)).isEqualTo(2);
        assertThat(link.eu.door(SegmentFiles.class).carried(Forms.PARTNERSHIP))
                .extracting(CarriedFile::direction)
                .containsExactly(CarriedFile.Direction.IN, CarriedFile.Direction.OUT);
    }

    @Test
    @Holds({"FEDERATION-66", "FEDERATION-04"})
    void aStackInTheWrongOrderIsTakenAndTheSameFileTwiceIsHarmless() {
        var files = new ArrayList<Carriage>();
        for (int i = 1; i <= 4; i++) {
            act(link.eu, "EXERCISE act " + i);
            files.add(made(link.eu, i));
        }
        var stack =
                new Carriage[] {
                    files.get(3), files.get(0), files.get(2), files.get(0), files.get(1)
                };
        assertThat(take(link.no, stack))
                .allMatch(taken -> taken.refusal().isEmpty())
                .extracting(SegmentFiles.Taken::fresh)
                .containsExactly(1, 1, 1, 0, 1);
        assertThat(size(link.no, Forms.EU)).isEqualTo(4);
        assertThat(take(link.no, stack))
                .allMatch(taken -> taken.refusal().isEmpty() && taken.fresh() == 0);
        assertThat(link.events(link.no)).isEmpty();
    }

    @Test
    @Holds("FEDERATION-66")
    void whatStillMissesAPredecessorIsRefusedWithTheMissingNumbersAndChangesNothing() {
        for (int i = 1; i <= 3; i++) {
            act(link.eu, "EXERCISE act " + i);
        }
        var third = made(link.eu, 3);
        var refusal = take(link.no, third).getFirst().refusal().orElseThrow();
        assertThat(refusal.rule()).isEqualTo(SegmentFileRule.PREDECESSOR_MISSING);
        assertThat(refusal.facts()).containsEntry("first", "1").containsEntry("last", "2");
        assertThat(size(link.no, Forms.EU)).isZero();
        assertThat(link.events(link.no))
                .singleElement()
                .matches(event -> !event.lasts() && event.rule().equals("FIL-09"));
        assertThat(take(link.no, third, made(link.eu, 1)))
                .allMatch(taken -> taken.refusal().isEmpty());
        assertThat(size(link.no, Forms.EU)).isEqualTo(3);
    }

    @Test
    @Holds("FEDERATION-67")
    void aFileThatWasLostIsInTheNextOne() {
        act(link.eu, "EXERCISE lost on the way");
        made(link.eu, 0);
        act(link.eu, "EXERCISE afterwards");
        assertThat(take(link.no, made(link.eu, 0)).getFirst().fresh()).isEqualTo(2);
    }

    @Test
    @Holds("FEDERATION-64")
    void aFileOfAnotherKeyPartnershipOrOfThisNodeIsRefused() throws IOException {
        act(link.eu, "EXERCISE one");
        act(link.eu, JAPAN, "EXERCISE of Japan", Circle.SHARED, "TLP:GREEN");
        var made = made(link.eu, 0);
        assertThat(rule(take(link.eu, made))).isEqualTo(SegmentFileRule.OWN_FILE);
        var stranger = Forms.keys(Files.createDirectories(folder.resolve("stranger")), Forms.EU);
        assertThat(rule(take(link.no, signed(link.segment(1), stranger))))
                .isEqualTo(SegmentFileRule.NOT_SIGNED);
        var segment = link.segment(1);
        var elsewhere =
                new Segment(
                        JAPAN,
                        Forms.EU,
                        1,
                        segment.entries(),
                        segment.checkpoint(),
                        segment.receipt());
        assertThat(rule(take(link.no, signed(elsewhere, link.euKeys))))
                .isEqualTo(SegmentFileRule.OTHER_PARTNERSHIP);
        assertThat(rule(take(link.eu, signed(elsewhere, link.euKeys))))
                .isEqualTo(SegmentFileRule.OTHER_PARTNERSHIP);
        assertThat(size(link.no, Forms.EU)).isZero();
        assertThat(link.eu.door(SegmentFiles.class).make(JAPAN, Optional.empty(), "desk"))
                .isEqualTo(Outcome.refused(SegmentFileRule.NO_PAIR));
    }

    @Test
    @Holds("FEDERATION-62")
    void moreFilesThanAreTakenAtATimeAreRefusedTogether() {
        act(link.eu, "EXERCISE one");
        var many = new Carriage[501];
        Arrays.fill(many, made(link.eu, 0));
        assertThat(take(link.no, many))
                .hasSize(501)
                .allMatch(taken ->
                        taken.refusal()
                                .map(Refusal::rule)
                                .filter(SegmentFileRule.TOO_MANY::equals)
                                .isPresent());
    }

    @Test
    @Holds("FEDERATION-22")
    void anEntryThatAdmissionRefusesIsRefusedInAFileToo() throws IOException {
        act(link.eu, "EXERCISE one");
        var segment = link.segment(1);
        var forged =
                new Segment(
                        segment.partnership(),
                        segment.party(),
                        1,
                        List.of("{}".getBytes(UTF_8)),
                        segment.checkpoint(),
                        Optional.empty());
        var taken = take(link.no, signed(forged, link.euKeys)).getFirst();
        assertThat(taken.refusal().orElseThrow().rule().id()).isEqualTo("LED-02");
        assertThat(size(link.no, Forms.EU)).isZero();
    }

    @Test
    @Holds({"FEDERATION-20", "FEDERATION-15"})
    void ownRecordsAndOtherPartnershipsAreInNoFile() throws IOException {
        act(link.eu, Forms.PARTNERSHIP, "our own note æøå", Circle.OWN, "TLP:GREEN");
        act(link.eu, JAPAN, "matter of Japan", Circle.SHARED, "TLP:GREEN");
        act(link.eu, "what both know");
        act(link.no, Forms.PARTNERSHIP, "notat til eget bruk", Circle.OWN, "TLP:GREEN");
        var there = made(link.eu, 0);
        take(link.no, there);
        act(link.no, "what Norway answered");
        var back = made(link.no, 0);
        take(link.eu, back);
        var crossed = unpacked(there) + unpacked(back);
        assertThat(Crossed.holds(crossed, "what both know")).isTrue();
        assertThat(Crossed.holds(crossed, "what Norway answered")).isTrue();
        for (var hidden :
                List.of(
                        "our own note æøå",
                        "matter of Japan",
                        "eu-japan",
                        "notat til eget bruk",
                        "\"own\"")) {
            assertThat(Crossed.holds(crossed, hidden)).as(hidden).isFalse();
        }
    }

    @Test
    @Holds({"FEDERATION-61", "FEDERATION-64"})
    void standardToolsCheckAFile() throws IOException, InterruptedException {
        for (var tool : List.of("openssl", "unzip", "sha256sum")) {
            Assumptions.assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin", tool)), tool + " is not installed");
        }
        var paper = new ByteArrayInputStream("EXERCISE paper".getBytes(UTF_8));
        var blob = LinkFilesTest.carried(link.eu, "EU", paper, "TLP:GREEN").blob();
        var file = folder.resolve("x.asice");
        Files.write(file, made(link.eu, 0).bytes());
        Files.writeString(folder.resolve("eu.pair"), link.file(link.euKeys, Forms.EU, 1).text());
        var commands =
                """
                set -eu
                unzip -p x.asice META-INF/ASiCManifest.xml > manifest.xml
                unzip -p x.asice META-INF/signature.p7s > signature.p7s
                digest=$(unzip -p x.asice segment.samband | openssl dgst -sha256 -binary | base64)
                grep -F "<ds:DigestValue>$digest</ds:DigestValue>" manifest.xml
                sed -n 's/^certificate //p' eu.pair | base64 -d | openssl x509 -inform DER -out link.crt
                openssl cms -verify -binary -inform DER -in signature.p7s -content manifest.xml -CAfile link.crt -purpose any -out /dev/null
                test "$(unzip -Z1 x.asice | head -1)" = mimetype
                test "$(unzip -p x.asice blobs/HASH | sha256sum)" = "HASH  -"
                grep -F '"blobs/HASH"' manifest.xml
                """
                        .replace("HASH", blob.hex());
        assertThat(shell(commands)).isZero();
        assertThat(shell(commands.replace("-content manifest.xml", "-content eu.pair")))
                .isNotZero();
    }

    private int shell(String commands) throws IOException, InterruptedException {
        var shell =
                new ProcessBuilder("sh", "-c", commands)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return shell.exitValue();
    }

    private static List<SegmentFiles.Waiting> waiting(TestRooms node) {
        return node.door(SegmentFiles.class).waiting(Forms.PARTNERSHIP);
    }

    private static SegmentFiles.Waiting waits(
            long from, int part, long last, int parts, int files, long bytes) {
        return new SegmentFiles.Waiting(
                new SegmentFiles.Place(from, part), last, parts, files, bytes);
    }

    private List<SegmentFiles.Taken> take(TestRooms node, Carriage... files) {
        return Carriage.take(folder, node, files);
    }

    private static Rule rule(List<SegmentFiles.Taken> taken) {
        return taken.getFirst().refusal().orElseThrow().rule();
    }

    private String unpacked(Carriage made) throws IOException {
        var path = Files.write(folder.resolve("read.asice"), made.bytes());
        var all = new StringBuilder(made.name());
        try (var zip = new ZipFile(path.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                all.append(entry.getName());
                try (var in = zip.getInputStream(entry)) {
                    all.append(
                            new String(
                                    in.readAllBytes(),
                                    java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }
}
