// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;
import org.samband.ledger.Ledgers;
import org.samband.proof.VerifierKey;

/// The specification and the code say the same: every requirement and every rule has a test, every
/// example reads.
class FederationSpecificationTest {
    private static final Path ROOT =
            Path.of(System.getProperty("samband.root", ".."), "spec", "federation");
    private static final Path TESTS =
            Path.of(System.getProperty("samband.root", ".."), "node", "src", "test", "java")
                    .resolve("org/samband/federation");

    @Test
    void everyRequirementHasATestAndEveryTestARequirement() throws IOException {
        var required =
                found(Files.readString(ROOT.resolve("README.md")), "\\*\\*(FEDERATION-\\d+)");
        var held = new TreeSet<String>();
        for (var test : tests()) {
            for (var holds : found(test, "@Holds\\(([^)]*)\\)")) {
                held.addAll(found(holds, "(FEDERATION-\\d+)"));
            }
        }
        assertThat(held).isEqualTo(required).hasSizeGreaterThan(20);
    }

    @Test
    void everyRuleIsMetInATestAndNamesARequirement() throws IOException {
        var required =
                found(Files.readString(ROOT.resolve("README.md")), "\\*\\*(FEDERATION-\\d+)");
        var all = String.join("\n", tests());
        assertThat(FederationRule.values())
                .allSatisfy(rule -> {
                    assertThat(required).contains(rule.source().replace("spec/federation ", ""));
                    assertThat(all).containsAnyOf("FederationRule." + rule.name(), '"' + rule.id());
                });
        assertThat(PairingRule.values())
                .allSatisfy(rule -> {
                    assertThat(required).contains(rule.source().replace("spec/federation ", ""));
                    assertThat(all).contains("PairingRule." + rule.name());
                });
        assertThat(SegmentFileRule.values())
                .allSatisfy(rule -> {
                    assertThat(required).contains(rule.source().replace("spec/federation ", ""));
                    assertThat(all).contains("SegmentFileRule." + rule.name());
                });
    }

    @Test
    @Holds({"FEDERATION-01", "FEDERATION-05", "FEDERATION-30"})
    void theExamplesReadAndAreWrittenAgainAlike() throws IOException {
        var eu = pair("eu.pair");
        var no = pair("no.pair");
        assertThat(pair("eu-second.pair").secondKey()).isPresent();
        for (var name : new String[] {"two-entries.segment", "receipt-only.segment"}) {
            var bytes = Files.readAllBytes(ROOT.resolve("examples").resolve(name));
            var segment = accepted(Segment.read(bytes));
            assertThat(segment.bytes()).isEqualTo(bytes);
            assertThat(segment.checkpoint().isSignedBy(eu.ledgerKey())).isTrue();
            assertThat(segment.entries())
                    .allSatisfy(entry ->
                            assertThat(Ledgers.stored(entry).ledger()).isEqualTo(segment.ledger()));
        }
        var cosigned = (Receipt.Cosigned) receipt("cosigned.receipt");
        assertThat(cosigned.checkpoint().cosignedAt(no.ledgerKey().forCosignatures())).isPresent();
        assertThat((Receipt.Refused) receipt("gap.receipt"))
                .returns("LED-04", Receipt.Refused::rule)
                .returns(0L, Receipt.Refused::have);
        var key =
                VerifierKey.parse(Files.readString(ROOT.resolve("examples/refusing.key")).strip());
        for (var name : new String[] {"gap.receipt", "rejected-entry.receipt"}) {
            assertThat(((Receipt.Refused) receipt(name)).isSignedBy(key, Forms.EU_LEDGER))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void theExamplesThatAreWrongAreRefused() throws IOException {
        for (var name : new String[] {"entry-missing.segment", "no-line-feed.segment"}) {
            var bytes = Files.readAllBytes(ROOT.resolve("examples").resolve(name));
            assertThat(Segment.read(bytes).isAccepted()).as(name).isFalse();
        }
        for (var name : new String[] {"changed.pair", "changed-second.pair"}) {
            var changed = Files.readString(ROOT.resolve("examples").resolve(name));
            assertThat(PairFile.read(changed).isAccepted()).as(name).isFalse();
        }
    }

    private static PairFile pair(String name) throws IOException {
        var text = Files.readString(ROOT.resolve("examples").resolve(name));
        var file = accepted(PairFile.read(text));
        assertThat(file.text()).isEqualTo(text);
        return file;
    }

    private static Receipt receipt(String name) throws IOException {
        var bytes = Files.readAllBytes(ROOT.resolve("examples").resolve(name));
        var receipt = accepted(Receipt.read(bytes, Forms.EU_LEDGER));
        assertThat(receipt.bytes(Forms.EU_LEDGER)).isEqualTo(bytes);
        return receipt;
    }

    private static java.util.List<String> tests() throws IOException {
        try (var files = Files.walk(TESTS)) {
            var texts = new java.util.ArrayList<String>();
            for (var file : files.filter(file -> file.toString().endsWith("Test.java")).toList()) {
                if (!file.endsWith("FederationSpecificationTest.java")) {
                    texts.add(Files.readString(file));
                }
            }
            texts.add(
                    Arrays.stream(FederationSpecificationTest.class.getDeclaredMethods())
                            .map(method -> method.getAnnotation(Holds.class))
                            .filter(java.util.Objects::nonNull)
                            .map(holds -> "@Holds(" + String.join(" ", holds.value()) + ")")
                            .collect(Collectors.joining("\n")));
            return texts;
        }
    }

    private static java.util.Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }
}
