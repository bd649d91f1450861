// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kit must be able to fail: nodes with a real defect are found out. That a right node passes
/// is shown in `acceptance/`.
class ConformanceTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

    @TempDir Path folder;

    @Test
    void everyCaseHasANameOfItsOwnAndARequirement() {
        var cases = Conformance.cases(HeldProcedures.of(List.of()), true);
        assertThat(cases).extracting(Case::id).doesNotHaveDuplicates();
        assertThat(cases)
                .extracting(Case::requirement)
                .allMatch(one -> one.matches("(FEDERATION|LEDGER|PROC)-[0-9]{2}"));
    }

    @Test
    void everyExpectedRuleStandsInTheTableOfTheSpecification() throws IOException {
        var text = java.nio.file.Files.readString(Path.of("../spec/federation/README.md"));
        assertThat(Conformance.cases(HeldProcedures.of(List.of()), true))
                .extracting(Case::expected)
                .filteredOn(Expected.Refusal.class::isInstance)
                .allSatisfy(expected ->
                        assertThat(((Expected.Refusal) expected).rules())
                                .allMatch(rule -> text.contains("`" + rule + "`")));
    }

    @Test
    void whoAcknowledgesWithoutCosigningIsFoundOut() throws IOException {
        var results = run(BrokenNode.Defect.NO_COSIGNATURE, "FEDERATION-05.receipt"::equals);
        assertThat(results)
                .extracting(Conformance.Result::verdict)
                .containsExactly(Conformance.Verdict.FAILED);
        assertThat(results.getFirst().got()).contains("status 200");
    }

    @Test
    void whoRefusesWithoutSigningIsFoundOut() throws IOException {
        var results = run(BrokenNode.Defect.REFUSES_WITHOUT_SIGNING, "FEDERATION-22.gap"::equals);
        assertThat(results)
                .extracting(Conformance.Result::verdict)
                .containsExactly(Conformance.Verdict.FAILED);
        assertThat(results.getFirst().got()).contains("without a signature that holds");
    }

    @Test
    void whoHasTwoKeysAndCosignsWithOneIsFoundOut() throws IOException {
        var results = run(BrokenNode.Defect.COSIGNS_ONCE, "FEDERATION-05.receipt"::equals);
        assertThat(results)
                .extracting(Conformance.Result::verdict)
                .containsExactly(Conformance.Verdict.FAILED);
        assertThat(results.getFirst().got()).contains("without a cosignature that holds");
    }

    @Test
    void whoFollowsAKeyThatTheOldOneDidNotSignIsFoundOut() throws IOException {
        var results =
                run(
                        BrokenNode.Defect.SKIPS_WHAT_IT_HOLDS,
                        "LEDGER-18.not-signed-by-the-old-key"::equals);
        assertThat(results)
                .extracting(Conformance.Result::verdict)
                .containsExactly(Conformance.Verdict.FAILED);
    }

    @Test
    void whoSkipsAnAlteredResendIsFoundOut() throws IOException {
        var results =
                run(
                        BrokenNode.Defect.SKIPS_WHAT_IT_HOLDS,
                        List.of("FEDERATION-05.receipt", "LEDGER-06.altered-resend")::contains);
        assertThat(results)
                .extracting(Conformance.Result::verdict)
                .containsExactly(Conformance.Verdict.PASSED, Conformance.Verdict.FAILED);
    }

    @Test
    void aNodeThatTakesWhatIsWrongFailsOnceAndTheRestIsNotTried() throws IOException {
        var results =
                run(
                        BrokenNode.Defect.SKIPS_WHAT_IT_HOLDS,
                        List.of(
                                        "LEDGER-08.own-record",
                                        "LEDGER-09.no-marking",
                                        "FEDERATION-21.unknown-word")
                                ::contains);
        assertThat(results.getFirst().verdict()).isEqualTo(Conformance.Verdict.FAILED);
        assertThat(new Report(results, pair(), Instant.EPOCH).holds()).isFalse();
    }

    @Test
    void theReportsSayWhatFailed() throws IOException {
        var results = run(BrokenNode.Defect.NO_COSIGNATURE, "FEDERATION-05.receipt"::equals);
        var report = new Report(results, pair(), Instant.EPOCH);
        assertThat(new String(report.json(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"failed\":1", "\"case\":\"FEDERATION-05.receipt\"");
        assertThat(new String(report.junit(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("failures=\"1\"", "<failure message=\"an entry that is right: expected");
        assertThat(report.summary()).isEqualTo("1 cases: 0 passed, 1 failed, 0 not tried");
    }

    private PairText pair() {
        return SimulatorKeys.fresh(CLOCK.instant())
                .pair("eu-norway", "EU", URI.create("https://localhost:1"));
    }

    private List<Conformance.Result> run(BrokenNode.Defect defect, Predicate<String> wanted)
            throws IOException {
        var keys = SimulatorKeys.in(folder, CLOCK.instant());
        try (var node =
                new BrokenNode(defect, PairText.pin(keys.link().certificate()), CLOCK.instant())) {
            var self =
                    new SimulatedNode(
                            folder,
                            keys.pair("eu-norway", "NO", URI.create("https://localhost:1")),
                            node.pair(),
                            keys,
                            CLOCK);
            var cases =
                    Conformance.cases(HeldProcedures.of(List.of()), true).stream()
                            .filter(one -> wanted.test(one.id()))
                            .toList();
            return Conformance.run(
                    cases, new Case.Bench(self, new LinkServer(self, "localhost", 1)), _ -> {});
        }
    }
}
