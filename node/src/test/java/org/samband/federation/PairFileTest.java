// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.parties.PartnershipId;

class PairFileTest {
    @TempDir private Path folder;

    @Test
    @Holds({"FEDERATION-30", "FEDERATION-31"})
    void whatOneSideGivesTheOtherReads() {
        var file = Forms.pairFile(folder, Forms.NO);
        for (var text : List.of(file.text(), file.text().replace("\n", "\r\n") + "\r\n\r\n")) {
            assertThat(PairFile.read(text, Forms.PARTNERSHIP, Forms.NO))
                    .isEqualTo(Outcome.accepted(file));
        }
    }

    @Test
    @Holds("FEDERATION-31")
    void theFileOfAnotherPairIsRefused() {
        var text = Forms.pairFile(folder, Forms.NO).text();
        assertThat(rule(PairFile.read(text, Forms.PARTNERSHIP, Forms.EU)))
                .isEqualTo(FederationRule.OTHER_PAIR);
        assertThat(rule(PairFile.read(text, new PartnershipId("eu-japan"), Forms.NO)))
                .isEqualTo(FederationRule.OTHER_PAIR);
    }

    @Test
    @Holds("FEDERATION-31")
    void aChangedFileIsRefusedAndTheLineIsNamed() {
        var good = Forms.pairFile(folder, Forms.NO);
        var other = Forms.pairFile(folder.resolve("other"), Forms.NO);
        var text = good.text();
        refused(1, text.replace("pair/1", "pair/3"));
        refused(6, text.replace("pair/1", "pair/2"));
        refused(1, "");
        refused(2, text.replace("partnership eu-norway", "partnership EU"));
        refused(3, text.replace("party NO", "party no"));
        refused(4, text.replace("https://", "http://"));
        refused(4, text.replace("https://node.example:7443", "https://node.example:7443/x?y"));
        refused(5, text.replaceFirst("ledger-key \\S+", "ledger-key x"));
        refused(6, text.replaceFirst("certificate \\S+", "certificate AAAA"));
        refused(7, text.replaceFirst("ledger-key .*", "ledger-key " + other.ledgerKey()));
        refused(7, text.replaceFirst("fingerprint .*", "fingerprint 1"));
        refused(7, text.replaceFirst("fingerprint .*\n", ""));
        refused(8, text + "more\n");
    }

    @Test
    @Holds({"FEDERATION-30", "FEDERATION-31", "FEDERATION-32"})
    void whoSignsTwiceGivesBothKeysAndTheFingerprintCoversThem() {
        var once = Forms.pairFile(folder, Forms.NO);
        var file = twice(folder.resolve("second"));
        var text = file.text();
        assertThat(text).startsWith("samband-pair/2\n").contains("\nsecond-key samband/");
        assertThat(PairFile.read(text)).isEqualTo(Outcome.accepted(file));
        assertThat(file.fingerprint())
                .isNotEqualTo(
                        new PairFile(
                                        file.partnership(),
                                        file.party(),
                                        file.address(),
                                        file.ledgerKey(),
                                        Optional.empty(),
                                        file.certificate())
                                .fingerprint());
        var other = twice(folder.resolve("another")).secondKey().orElseThrow();
        refused(8, text.replaceFirst("second-key .*", "second-key " + other));
        refused(6, text.replaceFirst("second-key .*\n", ""));
        refused(7, text.replaceFirst("second-key .*", "second-key " + once.ledgerKey()));
        refused(1, text.replace("pair/2", "pair/3"));
        refused(6, text.replace("pair/2", "pair/1"));
    }

    private static PairFile twice(Path folder) {
        try {
            return NodeKeys.in(Files.createDirectories(folder), Forms.NO, Forms.CLOCK, true)
                    .pairFile(Forms.PARTNERSHIP, Forms.NO, URI.create("https://node.example:7443"));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static void refused(int line, String text) {
        var outcome = PairFile.read(text);
        assertThat(rule(outcome)).as(text).isEqualTo(FederationRule.NOT_A_PAIR_FILE);
        assertThat(((Outcome.Refused<?>) outcome).refusal().facts())
                .as(text)
                .containsEntry("line", String.valueOf(line));
    }

    @Test
    @Holds("FEDERATION-32")
    void theFingerprintIsOfTheKeysAndNotOfTheAddress() {
        var file = Forms.pairFile(folder, Forms.NO);
        assertThat(file.fingerprint().digits()).matches("\\d{4}( \\d{4}){5}");
        assertThat(file.at(URI.create("https://elsewhere.example:1")).fingerprint())
                .isEqualTo(file.fingerprint());
        assertThat(Forms.pairFile(folder.resolve("other"), Forms.NO).fingerprint())
                .isNotEqualTo(file.fingerprint());
    }

    @Test
    @Holds("FEDERATION-11")
    void keysAreMadeOnceAndOnlyTheNodeReadsThem() throws IOException {
        var first = Forms.pairFile(folder, Forms.EU);
        assertThat(Forms.pairFile(folder, Forms.EU)).isEqualTo(first);
        try (var files = Files.list(folder.resolve("keys-EU"))) {
            assertThat(files)
                    .hasSize(3)
                    .allMatch(file ->
                            PosixFilePermissions.toString(permissions(file)).equals("rw-------"));
        }
        assertThat(first.certificate().getNotAfter().toInstant())
                .hasToString("2036-03-02T12:00:00Z");
    }

    private static java.util.Set<java.nio.file.attribute.PosixFilePermission> permissions(
            Path file) {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static Object rule(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal().rule();
    }
}
