// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportVerificationTest {
    private static final KeyPair EU = newKey();
    private static final KeyPair NO = newKey();
    private static final long TIME = 1_790_000_000L;

    @Test
    void anExportOfTwoLedgersHolds() throws Exception {
        var result = verify(export(entries("EU", 5, 0), entries("NO", 3, 5)));
        assertThat(result).isInstanceOf(Verification.Holds.class);
        assertThat(((Verification.Holds) result).ledgers())
                .extracting(
                        Verification.LedgerProved::party,
                        Verification.LedgerProved::size,
                        Verification.LedgerProved::cosignedSize)
                .containsExactly(tuple("EU", 5L, 5L), tuple("NO", 3L, 3L));
    }

    @Test
    void everyChangedByteIsFound() throws Exception {
        var good = export(entries("EU", 2, 0), entries("NO", 1, 2));
        for (int i = 0; i < good.length; i++) {
            var changed = good.clone();
            changed[i] ^= 1;
            assertThat(verify(changed)).as("byte %d", i).isNotInstanceOf(Verification.Holds.class);
        }
    }

    @Test
    void everyTruncationIsFound() throws Exception {
        var good = export(entries("EU", 2, 0), entries("NO", 1, 2));
        for (int length = 0; length < good.length; length++) {
            assertThat(verify(Arrays.copyOf(good, length)))
                    .as("length %d", length)
                    .isNotInstanceOf(Verification.Holds.class);
        }
    }

    @Test
    void anEntryWithTheWrongNumberIsNamed() throws Exception {
        var entries = entries("EU", 3, 0);
        entries.set(1, entry("EU", 7, 0, Map.of()));
        assertThat(verify(export(entries, entries("NO", 1, 3))))
                .isEqualTo(
                        new Verification.Broken("EU", 2, "LEDGER-06", "\"number\" is 7 and not 2"));
    }

    @Test
    void anOwnRecordInASharedLedgerIsNamed() throws Exception {
        var entries = entries("EU", 3, 0);
        entries.set(2, entry("EU", 3, 0, Map.of("circle", "own")));
        assertBroken("LEDGER-08", export(entries, entries("NO", 1, 3)));
    }

    @Test
    void anEntryThatHasSeenLessThanTheOneBeforeIsNamed() throws Exception {
        var falling = entries("EU", 2, 1);
        falling.set(1, entry("EU", 2, 0, Map.of()));
        assertBroken("LEDGER-07", export(falling, entries("NO", 1, 2)));
    }

    @Test
    void anEntryThatHasSeenMoreThanThereIsIsNamed() throws Exception {
        assertBroken("LEDGER-07", export(entries("EU", 2, 9), entries("NO", 1, 2)));
    }

    @Test
    void twoEntriesThatEachClaimToHaveSeenTheOtherAreNamed() throws Exception {
        assertBroken("LEDGER-07", export(entries("EU", 5, 3), entries("NO", 3, 5)));
    }

    @Test
    void aLedgerWithoutEntriesHolds() throws Exception {
        assertThat(verify(export(entries("EU", 1, 0), List.of())))
                .isInstanceOf(Verification.Holds.class);
        var silent =
                Map.<String, Object>of(
                        "party",
                        "NO",
                        "size",
                        0,
                        "key",
                        key("NO", NO).toString(),
                        "checkpoints",
                        List.of());
        var eu = entries("EU", 1, 0);
        assertThat(verify(bytes(List.of(ledger("EU", eu, EU, NO, EU), silent), eu, List.of())))
                .isInstanceOf(Verification.Holds.class);
    }

    @Test
    void anEntryWithAMemberTooManyOrTooFewIsNamed() throws Exception {
        var entries = entries("EU", 1, 0);
        entries.set(0, entry("EU", 1, 0, Map.of("more", "x")));
        assertBroken("LEDGER-03", export(entries, List.of()));
        entries.set(0, entry("EU", 1, 0, Map.of("by", "nobody")));
        assertBroken("LEDGER-03", export(entries, List.of()));
        entries.set(0, entry("EU", 1, 0, Map.of("at", "yesterday")));
        assertBroken("LEDGER-03", export(entries, List.of()));
    }

    @Test
    @Holds("LEDGER-04")
    void anEntryThatIsTooLongIsNamed() throws Exception {
        var entries = entries("EU", 1, 0);
        entries.set(0, entry("EU", 1, 0, Map.of("content", Map.of("a", "x".repeat(1 << 20)))));
        assertBroken("LEDGER-04", export(entries, List.of()));
    }

    @Test
    void aLedgerThatStandsTwiceMakesNoExport() throws Exception {
        var eu = entries("EU", 1, 0);
        var header = ledger("EU", eu, EU, NO, EU);
        assertThat(verify(bytes(List.of(header, header), eu, eu)))
                .isInstanceOf(Verification.Unreadable.class);
    }

    @Test
    void anEntryWithoutMarkingIsNamed() throws Exception {
        var entries = entries("EU", 1, 0);
        entries.set(0, entry("EU", 1, 0, Map.of("marking", "")));
        assertBroken("LEDGER-09", export(entries, entries("NO", 1, 1)));
    }

    @Test
    void anEntryOfAnotherPartnershipIsNamed() throws Exception {
        var entries = entries("EU", 1, 0);
        entries.set(0, entry("EU", 1, 0, Map.of("partnership", "eu-elsewhere")));
        assertBroken("LEDGER-05", export(entries, entries("NO", 1, 1)));
    }

    @Test
    void aSignatureOfAnotherKeyIsFound() throws Exception {
        var eu = entries("EU", 1, 0);
        var no = entries("NO", 1, 1);
        assertBroken(
                "LEDGER-12",
                bytes(List.of(ledger("EU", eu, EU, NO, NO), ledger("NO", no, NO, EU, NO)), eu, no));
    }

    @Test
    void aFileThatIsNoExportIsUnreadable() throws IOException {
        for (var text : List.of("", "hello\n", "{}\n", "{\"format\":\"samband-export/9\"}\n")) {
            assertThat(verify(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(Verification.Unreadable.class);
        }
    }

    private static void assertBroken(String requirement, byte[] export) throws IOException {
        assertThat(verify(export))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.requirement()).isEqualTo(requirement));
    }

    private static byte[] export(List<byte[]> eu, List<byte[]> no) throws Exception {
        return bytes(List.of(ledger("EU", eu, EU, NO, EU), ledger("NO", no, NO, EU, NO)), eu, no);
    }

    private static byte[] bytes(
            List<Map<String, Object>> ledgers, List<byte[]> first, List<byte[]> second)
            throws IOException {
        var header =
                Map.of(
                        "format",
                        "samband-export/1",
                        "partnership",
                        "eu-norway",
                        "ledgers",
                        ledgers);
        var out = new ByteArrayOutputStream();
        out.write(CanonicalJson.bytes(header));
        out.write('\n');
        for (var entries : List.of(first, second)) {
            for (var entry : entries) {
                out.write(entry);
                out.write('\n');
            }
        }
        return out.toByteArray();
    }

    private static Map<String, Object> ledger(
            String party,
            List<byte[]> entries,
            KeyPair claimed,
            KeyPair counterpart,
            KeyPair signing)
            throws GeneralSecurityException {
        var root = MerkleTree.root(entries.stream().map(MerkleTree::leaf).toList());
        var checkpoint =
                new Checkpoint("samband/eu-norway/" + party, entries.size(), root, List.of());
        var key = key(party, claimed);
        var other = key(party.equals("EU") ? "NO" : "EU", counterpart).forCosignatures();
        var signed =
                checkpoint
                        .with(Checkpoint.signatureLine(key, sign(signing, checkpoint.body())))
                        .with(
                                Checkpoint.cosignatureLine(
                                        other, TIME, sign(counterpart, checkpoint.cosigned(TIME))));
        return Map.of(
                "party",
                party,
                "size",
                entries.size(),
                "key",
                key.toString(),
                "checkpoints",
                List.of(signed.note()));
    }

    private static VerifierKey key(String party, KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        return VerifierKey.of(
                "samband/eu-norway/" + party,
                KeyAlgorithm.ED25519,
                Arrays.copyOfRange(encoded, 12, 44));
    }

    private static byte[] sign(KeyPair pair, byte[] message) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private static List<byte[]> entries(String party, int count, long seen) {
        var entries = new ArrayList<byte[]>();
        for (int number = 1; number <= count; number++) {
            entries.add(entry(party, number, seen, Map.of()));
        }
        return entries;
    }

    private static byte[] entry(String party, long number, long seen, Map<String, Object> changed) {
        var entry =
                new HashMap<String, Object>(
                        Map.of(
                                "format", "samband-entry/1",
                                "partnership", "eu-norway",
                                "party", party,
                                "line", "shared",
                                "number", number,
                                "seen", seen,
                                "circle", "shared",
                                "marking", "TLP:GREEN"));
        entry.putAll(
                Map.of(
                        "at",
                        "2026-11-24T10:00:00Z",
                        "by",
                        Map.of("authority", "MFA", "officer", "EXERCISE", "role", "desk"),
                        "area",
                        "",
                        "kind",
                        "dossier.open",
                        "subject",
                        party + "-" + number,
                        "content",
                        Map.of()));
        entry.putAll(changed);
        return CanonicalJson.bytes(entry);
    }

    private static Verification verify(byte[] export) throws IOException {
        return ExportVerification.of(new ByteArrayInputStream(export), entries -> {});
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
