// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.federation.TestLink.act;
import static org.samband.federation.TestLink.size;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.attachment.Attachments;
import org.samband.label.Clearance;
import org.samband.ledger.LedgerRule;
import org.samband.ledger.Ledgers;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.PartnershipId;
import org.samband.parties.Role;

/// What a node does with what it should not get. The EU's node does not run its delivery here; the
/// test sends in its place.
@Tag("slow")
class LinkAdmissionTest {
    @TempDir private Path folder;
    private TestLink link;
    private DirectTransport line;

    @BeforeEach
    void openTheNodes() {
        link = new TestLink(folder);
        link.noAddress = TestLink.freePort();
        link.open();
        link.eu.door(Deliveries.class).stop();
        line = link.toNorway(link.euKeys);
    }

    @AfterEach
    void closeTheNodes() {
        line.close();
        link.close();
    }

    @Test
    @Holds({"FEDERATION-04", "FEDERATION-22"})
    void aSecondDeliveryGetsTheSameReceipt() throws Exception {
        act(link.eu, "EXERCISE one");
        var first = line.offer(link.segment(1));
        assertThat(first).isInstanceOf(Receipt.Cosigned.class);
        assertThat(line.offer(link.segment(1))).isEqualTo(first);
        assertThat(size(link.no, Forms.EU)).isOne();
    }

    @Test
    @Holds("FEDERATION-22")
    void eightDeliveriesAtOnceAdmitEachEntryOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            act(link.eu, "EXERCISE act " + i);
        }
        var segment = link.segment(1);
        var offers = Collections.<Callable<Receipt>>nCopies(8, () -> line.offer(segment));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var receipt : senders.invokeAll(offers)) {
                assertThat(receipt.get()).isInstanceOf(Receipt.Cosigned.class);
            }
        }
        assertThat(link.no.door(Ledgers.class).read(segment.ledger(), 1, 100))
                .extracting(entry -> entry.number().value())
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    @Holds({"FEDERATION-22", "FEDERATION-25"})
    void aGapIsRefusedAndSaysWhatIsThere() throws Exception {
        act(link.eu, "EXERCISE one");
        act(link.eu, "EXERCISE two");
        var refused = refused(LedgerRule.GAP.id(), line.offer(link.segment(2)));
        assertThat(refused.have()).isZero();
        assertThat(link.events(link.no))
                .anyMatch(event -> event.kind() == LinkEvent.Kind.REFUSED_HERE && event.lasts());
        line.offer(link.segment(1));
        assertThat(link.events(link.no))
                .noneMatch(event -> event.kind() == LinkEvent.Kind.REFUSED_HERE && event.lasts());
    }

    @Test
    @Holds("FEDERATION-22")
    void entriesInAnotherOrderAreRefused() throws Exception {
        act(link.eu, "EXERCISE one");
        act(link.eu, "EXERCISE two");
        var segment = link.segment(1);
        refused(
                LedgerRule.WRONG_MEMBER.id(),
                line.offer(with(segment, segment.entries().reversed())));
        assertThat(size(link.no, Forms.EU)).isZero();
    }

    @Test
    @Holds({"FEDERATION-24", "FEDERATION-52"})
    void aForkStopsAdmissionUntilAnAdministratorHasLooked() throws Exception {
        act(link.eu, "EXERCISE one");
        var segment = link.segment(1);
        line.offer(segment);
        var altered = segment.entries().getFirst().clone();
        altered[altered.length - 60] ^= 1;
        refused(LedgerRule.FORK.id(), line.offer(with(segment, List.of(altered))));
        refused(FederationRule.HELD.id(), line.offer(segment));
        var states = link.no.door(LinkStates.class);
        assertThat(
                        states.of(org.samband.parties.Sight.NODE, Forms.PARTNERSHIP)
                                .orElseThrow()
                                .held())
                .map(LinkState.Held::entry)
                .contains(1L);
        assertThat(states.looked(officer(Role.DESK_OFFICER), Forms.PARTNERSHIP))
                .isEqualTo(Outcome.refused(FederationRule.LOOKED_BY_ADMINISTRATOR));
        refused(FederationRule.HELD.id(), line.offer(segment));
        assertThat(states.looked(officer(Role.ADMINISTRATOR), Forms.PARTNERSHIP).isAccepted())
                .isTrue();
        assertThat(line.offer(segment)).isInstanceOf(Receipt.Cosigned.class);
    }

    @Test
    @Holds({"FEDERATION-02", "FEDERATION-22"})
    void oneChangedByteAnywhereAndNothingIsTaken() throws Exception {
        act(link.eu, "EXERCISE one");
        act(link.eu, "EXERCISE two");
        var good = link.segment(1).bytes();
        for (int i = 0; i < good.length; i += 37) {
            var changed = good.clone();
            changed[i] ^= 1;
            assertThat(post(changed).statusCode()).as("byte %d", i).isEqualTo(409);
        }
        assertThat(size(link.no, Forms.EU)).isZero();
        assertThat(post(good).statusCode()).isEqualTo(200);
    }

    @Test
    @Holds("FEDERATION-23")
    void aSegmentThatAnotherKeySignedIsRefused() throws Exception {
        var other = new TestLink(java.nio.file.Files.createDirectories(folder.resolve("other")));
        try (other) {
            other.openEu();
            act(other.eu, "EXERCISE forged");
            refused(LedgerRule.WRONG_SIGNATURE.id(), line.offer(other.segment(1)));
        }
        assertThat(size(link.no, Forms.EU)).isZero();
    }

    @Test
    @Holds("FEDERATION-12")
    void whoDoesNotHoldThePinnedKeyIsNotSpokenWith() {
        act(link.eu, "EXERCISE one");
        var stranger = link.toNorway(Forms.keys(folder.resolve("stranger"), Forms.EU));
        assertThatThrownBy(() -> stranger.offer(link.segment(1)))
                .isInstanceOfSatisfying(
                        TransportUnavailable.class,
                        unavailable ->
                                assertThat(unavailable.why().rule())
                                        .isEqualTo(FederationRule.NOT_KNOWN_THERE));
        stranger.close();
        assertThat(size(link.no, Forms.EU)).isZero();
    }

    @Test
    @Holds("FEDERATION-12")
    void nothingIsSentToWhoDoesNotHoldThePinnedKey() {
        act(link.eu, "EXERCISE one");
        var file =
                link.file(Forms.keys(folder.resolve("stranger"), Forms.NO), Forms.NO, link.noPort);
        var wrong =
                new DirectTransport(
                        TestLink.pair(link.eu),
                        file,
                        link.euKeys,
                        () -> Set.of(file.pin()),
                        _ -> {},
                        TestLink.LIMITS,
                        link.eu.door(Attachments.class));
        assertThatThrownBy(() -> wrong.offer(link.segment(1)))
                .isInstanceOfSatisfying(
                        TransportUnavailable.class,
                        unavailable ->
                                assertThat(unavailable.why().rule())
                                        .isEqualTo(FederationRule.WRONG_KEY));
        wrong.close();
    }

    @Test
    @Holds({"FEDERATION-10", "FEDERATION-14"})
    void whoAsksForAnotherLineLearnsNothing() throws Exception {
        for (var path : List.of("/link/1/eu-japan/segments", "/link/2/eu-norway/segments", "/")) {
            var answer = send(HttpRequest.newBuilder(uri(path)).build());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).isEmpty();
        }
        act(link.eu, "EXERCISE one");
        var segment = link.segment(1);
        var japanese =
                new Segment(
                        new PartnershipId("eu-japan"),
                        Forms.EU,
                        1,
                        segment.entries(),
                        segment.checkpoint(),
                        Optional.empty());
        assertThat(new String(post(japanese.bytes()).body(), StandardCharsets.UTF_8))
                .contains(FederationRule.NO_SUCH_LINE.id());
        assertThat(size(link.no, Forms.EU)).isZero();
    }

    @Test
    @Holds({"FEDERATION-03", "FEDERATION-16"})
    void whatIsTooLargeIsNotRead() {
        var large = new byte[Segment.LARGEST + 1];
        try {
            assertThat(post(large).statusCode()).isEqualTo(409);
        } catch (IOException | InterruptedException cutOff) {
            assertThat(cutOff).isInstanceOf(IOException.class);
        }
        assertThat(link.events(link.no))
                .anyMatch(event -> event.rule().equals(FederationRule.TOO_LARGE.id()));
    }

    @Test
    @Holds("FEDERATION-16")
    void whoSaysNothingOrSendsTooSlowlyIsCutOffAndHoldsUpNoOne() throws Exception {
        act(link.eu, "EXERCISE one");
        var context =
                PinnedTrust.context(
                        link.euKeys, () -> Set.of(PairFile.pin(link.noKeys.certificate())));
        try (var silent = new Socket(java.net.InetAddress.getLoopbackAddress(), link.noPort);
                var slow = context.getSocketFactory().createSocket("127.0.0.1", link.noPort)) {
            silent.setSoTimeout(30_000);
            slow.setSoTimeout(30_000);
            var out = slow.getOutputStream();
            out.write(
                    ("POST "
                                    + LinkPort.path(Forms.PARTNERSHIP)
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(line.offer(link.segment(1))).isInstanceOf(Receipt.Cosigned.class);
            assertThat(slow.getInputStream().readNBytes(12))
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).isEmpty(),
                            answer ->
                                    assertThat(new String(answer, StandardCharsets.US_ASCII))
                                            .doesNotEndWith("200"));
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    @Holds("FEDERATION-16")
    void oneCounterpartGetsOnlyItsShareOfTheWork() throws IOException {
        var usual = TestLink.LIMITS;
        var none =
                new LinkLimits(
                        Duration.ofMillis(10),
                        usual.request(),
                        usual.idle(),
                        usual.connections(),
                        0,
                        usual.pull(),
                        usual.firstRetry(),
                        usual.lastRetry(),
                        usual.knock());
        var node = link.no;
        var reception =
                new Reception(
                        node.door(Link.class),
                        node.door(LinkPins.class),
                        node.door(Ledgers.class),
                        node.door(Outbox.class),
                        node.door(Admission.class),
                        node.door(Attachments.class),
                        node.door(Refusing.class),
                        node.door(Completeness.class),
                        node.door(LinkRecord.class),
                        none,
                        partnership -> {});
        var pin = PairFile.pin(link.euKeys.certificate());
        var answer = reception.give(pin, "eu-norway", 1, 1, Optional.empty());
        var body = new java.io.ByteArrayOutputStream();
        answer.body().to(body);
        assertThat(body.toString(StandardCharsets.UTF_8)).contains(FederationRule.BUSY.id());
    }

    @Test
    @Holds("FEDERATION-05")
    void anAnswerWithoutCosignatureIsNoReceipt() throws Exception {
        act(link.eu, "EXERCISE one");
        var pair = TestLink.pair(link.eu);
        var own = link.segment(1).checkpoint();
        assertThat(link.eu.door(Admission.class).keep(pair, own)).isFalse();
        assertThat(TestLink.receipted(link.eu)).isZero();
        assertThat(link.events(link.eu))
                .anyMatch(event -> event.rule().equals(LedgerRule.WRONG_COSIGNATURE.id()));
        var genuine = (Receipt.Cosigned) line.offer(link.segment(1));
        assertThat(link.eu.door(Admission.class).keep(pair, genuine.checkpoint())).isTrue();
        assertThat(TestLink.receipted(link.eu)).isOne();
    }

    private static Segment with(Segment segment, List<byte[]> entries) {
        return new Segment(
                segment.partnership(),
                segment.party(),
                segment.from(),
                new ArrayList<>(entries),
                segment.checkpoint(),
                segment.receipt());
    }

    private static Receipt.Refused refused(String rule, Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Refused.class);
        var refused = (Receipt.Refused) receipt;
        assertThat(refused.rule()).isEqualTo(rule);
        return refused;
    }

    private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(LinkPort.path(Forms.PARTNERSHIP)))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request)
            throws IOException, InterruptedException {
        var context =
                PinnedTrust.context(
                        link.euKeys, () -> Set.of(PairFile.pin(link.noKeys.certificate())));
        try (var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .sslContext(context)
                        .build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private URI uri(String path) {
        return URI.create("https://127.0.0.1:" + link.noPort + path);
    }

    private static Officer officer(Role role) {
        return new Officer(
                new OfficerId(1),
                "exercise",
                "Exercise Officer",
                "EEAS",
                Set.of(role),
                NeedToKnow.allOf(Forms.PARTNERSHIP),
                Clearance.NOTHING,
                true,
                "en",
                "auto");
    }
}
