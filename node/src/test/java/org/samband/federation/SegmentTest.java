// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerKey;
import org.samband.ledger.LedgerRule;
import org.samband.ledger.Rejection;
import org.samband.proof.Digest;

class SegmentTest {
    private static final byte[] ENTRY = "{\"text\":\"EXERCISE æøå\"}".getBytes(UTF_8);

    @Test
    void whatIsWrittenIsReadAgain() {
        var segment = Forms.segment(7, ENTRY, ENTRY);
        var read = accepted(Segment.read(segment.bytes()));
        assertThat(read.bytes()).isEqualTo(segment.bytes());
        assertThat(read.entries()).hasSize(2).allMatch(entry -> Arrays.equals(entry, ENTRY));
        assertThat(read.checkpoint()).isEqualTo(segment.checkpoint());
        assertThat(read.receipt()).isEqualTo(segment.receipt());
    }

    @Test
    void aSegmentOfAnEmptyLedgerOnlyCarriesTheReceipt() {
        var segment =
                new Segment(
                        Forms.PARTNERSHIP,
                        Forms.EU,
                        1,
                        List.of(),
                        Forms.checkpoint(Forms.EU, 0),
                        Optional.of(Forms.checkpoint(Forms.NO, 3)));
        assertThat(accepted(Segment.read(segment.bytes())).entries()).isEmpty();
    }

    @Test
    @Holds("FEDERATION-01")
    void whatIsNoSegmentIsRefused() {
        var good = new String(Forms.segment(1, ENTRY).bytes(), UTF_8);
        for (var bad :
                List.of(
                        "",
                        "\n",
                        "{}\n",
                        good.strip(),
                        good + "more\n",
                        good + "more",
                        good.replace("samband-segment/1", "samband-segment/2"),
                        good.replace("\"from\":1", "\"from\":0"),
                        good.replace("\"from\":1", "\"from\":\"1\""),
                        good.replace("\"from\":1", "\"from\": 1"),
                        good.replace("\"entries\":1", "\"entries\":2"),
                        good.replace("\"entries\":1", "\"entries\":1,\"extra\":1"),
                        good.replace("\"party\":\"EU\",", ""),
                        good.replace("\"party\":\"EU\"", "\"party\":\"eu\""),
                        good.replaceFirst("\"checkpoint\":\"[^\"]*\"", "\"checkpoint\":\"\""),
                        good.replace("\\n1\\n", "\\n0\\n"),
                        good.replaceFirst("\"receipt\":\"[^\"]*\"", "\"receipt\":\"x\""))) {
            assertThat(rule(Segment.read(bad.getBytes(UTF_8))))
                    .as(bad)
                    .isEqualTo(FederationRule.NOT_A_SEGMENT);
        }
    }

    @Test
    void aSegmentWithTooManyBytesOrEntriesIsRefused() {
        var many = new byte[Segment.MOST_ENTRIES + 1][];
        Arrays.fill(many, ENTRY);
        assertThat(rule(Segment.read(Forms.segment(1, many).bytes())))
                .isEqualTo(FederationRule.TOO_LARGE);
        var large = new byte[Segment.LONGEST_ENTRY + 1];
        Arrays.fill(large, (byte) 'x');
        assertThat(rule(Segment.read(Forms.segment(1, large).bytes())))
                .as("one entry that is longer than an entry may be")
                .isEqualTo(FederationRule.TOO_LARGE);
        var full = new byte[Segment.LARGEST / Segment.LONGEST_ENTRY + 1][];
        Arrays.fill(full, Arrays.copyOf(large, Segment.LONGEST_ENTRY));
        assertThat(rule(Segment.read(Forms.segment(1, full).bytes())))
                .isEqualTo(FederationRule.TOO_LARGE);
        assertThat(
                        Segment.read(
                                        Forms.segment(1, Arrays.copyOf(many, Segment.MOST_ENTRIES))
                                                .bytes())
                                .isAccepted())
                .isTrue();
    }

    @Test
    void anyBytesAreReadOrRefused() {
        var random = new Random(20261125);
        var good = Forms.segment(1, ENTRY, ENTRY).bytes();
        for (int i = 0; i < 5_000; i++) {
            var bytes = Arrays.copyOf(good, random.nextInt(good.length + 20));
            for (int n = random.nextInt(4); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Segment.read(bytes);
            Receipt.read(bytes, Forms.EU_LEDGER);
            PairFile.read(new String(bytes, UTF_8));
        }
    }

    @Test
    void aSegmentInALogDoesNotShowItsContent() {
        assertThat(Forms.segment(1, ENTRY))
                .hasToString("segment of eu-norway/EU from 1 with 1 entries");
    }

    @Test
    void receiptsAreReadAsTheyWereWritten() {
        for (var receipt :
                List.of(
                        new Receipt.Cosigned(Forms.checkpoint(Forms.EU, 3)),
                        Receipt.Refused.of(Refusal.of(LedgerRule.GAP).with("have", 2), 2),
                        refused(),
                        new Receipt.Pending("file"))) {
            assertThat(accepted(Receipt.read(receipt.bytes(Forms.EU_LEDGER), Forms.EU_LEDGER)))
                    .isEqualTo(receipt);
        }
    }

    private static Receipt.Refused refused() {
        var leaf = Digest.sha256(ENTRY);
        return new Receipt.Refused("FED-03", "no", Map.of("level", "x"), 6)
                .with(List.of(new Rejection(7, leaf, "FED-03", "no", Map.of("level", "x"))))
                .asking(List.of(leaf.hex()))
                .attested(new Receipt.Attest(Instant.parse("2026-03-02T12:00:00Z"), "— name AAAA"));
    }

    @Test
    @Holds("FEDERATION-06")
    void aRefusalIsSignedByWhoRefusesOverAllThatItSays(@TempDir Path folder) {
        var key = LedgerKey.in(folder.resolve("no.key"));
        var name = "samband/eu-norway/NO";
        var at = Instant.parse("2026-03-02T12:00:00Z");
        var line =
                key.attested(refused().signed(Forms.EU_LEDGER, at), key.verifier(name)).toString();
        var signed = refused().attested(new Receipt.Attest(at, line));
        var other = LedgerKey.in(folder.resolve("other.key")).verifier(name);
        assertThat(signed.isSignedBy(key.verifier(name), Forms.EU_LEDGER)).isTrue();
        assertThat(signed.isSignedBy(other, Forms.EU_LEDGER)).isFalse();
        assertThat(refused().isSignedBy(key.verifier(name), Forms.EU_LEDGER)).isFalse();
        var text = new String(signed.bytes(Forms.EU_LEDGER), UTF_8);
        for (var change : List.of("\"have\":6", "\"FED-03\"", "12:00:00", "\"entry\":7", "\"x\"")) {
            var altered =
                    text.replace(
                            change,
                            change.replace('6', '5')
                                    .replace("3\"", "4\"")
                                    .replace("12:0", "13:0")
                                    .replace('7', '8')
                                    .replace('x', 'y'));
            assertThat(altered).as(change).isNotEqualTo(text);
            var read = accepted(Receipt.read(altered.getBytes(UTF_8), Forms.EU_LEDGER));
            assertThat(((Receipt.Refused) read).isSignedBy(key.verifier(name), Forms.EU_LEDGER))
                    .as(change)
                    .isFalse();
        }
    }

    @Test
    @Holds("FEDERATION-05")
    void aReceiptOfAnotherLedgerOrFormIsRefused() {
        var receipt = new Receipt.Cosigned(Forms.checkpoint(Forms.EU, 3)).bytes(Forms.EU_LEDGER);
        var text = new String(receipt, UTF_8);
        for (var bad :
                List.of(
                        "",
                        "ok",
                        text.replace("\"party\":\"EU\"", "\"party\":\"NO\""),
                        text.replace("eu-norway\"", "eu-japan\""),
                        text.replace("receipt/1", "receipt/2"),
                        text.replaceFirst("\"checkpoint\":\"[^\"]*\"", "\"have\":3"),
                        text.replaceFirst("\"checkpoint\":\"[^\"]*\"", "\"checkpoint\":3"),
                        text + " ")) {
            assertThat(rule(Receipt.read(bad.getBytes(UTF_8), Forms.EU_LEDGER)))
                    .as(bad)
                    .isEqualTo(FederationRule.NOT_A_RECEIPT);
        }
        var long1 = new Receipt.Refused("LED-04", "x", Map.of(), 1).bytes(Forms.EU_LEDGER);
        assertThat(
                        rule(
                                Receipt.read(
                                        new String(long1, UTF_8)
                                                .replace("\"x\"", "\"" + "x".repeat(1_001) + "\"")
                                                .getBytes(UTF_8),
                                        Forms.EU_LEDGER)))
                .isEqualTo(FederationRule.NOT_A_RECEIPT);
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    private static Object rule(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal().rule();
    }
}
