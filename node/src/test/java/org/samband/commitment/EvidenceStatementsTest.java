// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.OPEN;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact.Side;
import org.samband.procedure.ActRef;
import org.samband.procedure.Evidence;

/// What the parties say about evidence, and what follows for the standing on both nodes. Slow: two
/// databases per test. EXERCISE.
@Tag("slow")
class EvidenceStatementsTest {
    private static final String ANNUAL = "p2.4.s1";

    @TempDir private Path folder;
    private ExercisePact pact;

    @BeforeEach
    void openBothNodes() {
        pact = ExercisePact.open(folder);
    }

    @AfterEach
    void closeBothNodes() {
        pact.close();
    }

    private ActRef adds() {
        var dossier =
                pact.eu.opens(
                        "evidence-addition",
                        "",
                        Map.of(
                                "commitment", ANNUAL,
                                "event", "held",
                                "happened-on", "2026-01-20",
                                "what", "EXERCISE talks in the margins",
                                "reason", "EXERCISE all points were taken up"));
        pact.bothWays();
        return dossier;
    }

    private ActRef disputes(ActRef act) {
        var dossier =
                pact.no.opens(
                        "evidence-dispute",
                        "",
                        Map.of(
                                "commitment",
                                ANNUAL,
                                "evidence",
                                act.toString(),
                                "reason",
                                "EXERCISE that was no consultation"));
        pact.bothWays();
        return dossier;
    }

    private void says(Side side, ActRef dossier, String act, Map<String, String> typed) {
        side.acts(dossier, act, typed);
        pact.bothWays();
    }

    private static LivingCommitment annual(Side side) {
        return side.text().commitment(ANNUAL).orElseThrow();
    }

    private static Standing.Disputed differ(Side side) {
        var standing = annual(side).shown().orElseThrow().standing();
        assertThat(standing).isInstanceOf(Standing.Disputed.class);
        assertThat(standing.why().rule()).isEqualTo(CommitmentRule.EVIDENCE_DISPUTED);
        return (Standing.Disputed) standing;
    }

    private static String answer(Side side) {
        return annual(side).shown().orElseThrow().statements().getFirst().answer();
    }

    private static Evidence held(Side side) {
        return annual(side).shown().orElseThrow().evidence().stream()
                .filter(one -> one.type().endsWith("held"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addedEvidenceCountsWhenTheOtherPartyCountsItToo() {
        var dossier = adds();
        assertThat(pact.eu.standing(ANNUAL)).isEqualTo("due");
        assertThat(pact.no.standing(ANNUAL)).isEqualTo("due");
        assertThat(annual(pact.no).shown().orElseThrow().statements())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(EvidenceStatement.State.OPEN));
        says(pact.no, dossier, "count", Map.of());
        assertThat(pact.eu.standing(ANNUAL)).isEqualTo("kept");
        assertThat(pact.no.standing(ANNUAL)).isEqualTo("kept");
        assertThat(held(pact.no).on()).isEqualTo("2026-01-20");
    }

    @Test
    void whileOnePartyDoesNotCountItBothViewsAreShownFromEitherSide() {
        var dossier = adds();
        says(pact.no, dossier, "not-count", Map.of("why-not", "EXERCISE a coffee"));
        assertThat(differ(pact.eu).ours().word()).isEqualTo("kept");
        assertThat(differ(pact.eu).theirs().word()).isEqualTo("due");
        assertThat(differ(pact.no).ours().word()).isEqualTo("due");
        assertThat(differ(pact.no).theirs().word()).isEqualTo("kept");
        assertThat(answer(pact.eu)).isEqualTo("EXERCISE a coffee");
        says(pact.eu, dossier, "withdraw", Map.of());
        assertThat(pact.eu.standing(ANNUAL)).isEqualTo("due");
        assertThat(pact.no.standing(ANNUAL)).isEqualTo("due");
    }

    @Test
    void disputedEvidenceDoesNotCountForWhoDisputesItAndForNobodyWhenBothAgree() {
        pact.consultation("general-framework", "EXERCISE talks", "2026-02-20", OPEN);
        assertThat(pact.eu.standing(ANNUAL)).isEqualTo("kept");
        var dossier = disputes(held(pact.no).act());
        assertThat(differ(pact.no).ours().word()).isEqualTo("due");
        assertThat(differ(pact.eu).ours().word()).isEqualTo("kept");
        assertThat(annual(pact.eu).disputed(held(pact.eu)))
                .hasValueSatisfying(one -> assertThat(one.by().value()).isEqualTo("NO"));
        says(pact.eu, dossier, "maintain", Map.of("why", "EXERCISE it had an agenda"));
        assertThat(differ(pact.eu).theirs().word()).isEqualTo("due");
        assertThat(answer(pact.no)).isEqualTo("EXERCISE it had an agenda");
        says(pact.eu, dossier, "concede", Map.of());
        assertThat(pact.eu.standing(ANNUAL)).isEqualTo("due");
        assertThat(pact.no.standing(ANNUAL)).isEqualTo("due");
        assertThat(held(pact.eu).on()).isEqualTo("2026-02-20");
        assertThat(answer(pact.no)).isEmpty();
    }

    @Test
    void aDisputeThatIsWithdrawnOrNamesNoEvidenceChangesNothing() {
        pact.consultation("general-framework", "EXERCISE talks", "2026-02-20", OPEN);
        says(pact.no, disputes(held(pact.no).act()), "withdraw", Map.of());
        assertThat(pact.eu.standing(ANNUAL)).isEqualTo("kept");
        pact.no.opens(
                "evidence-dispute",
                "",
                Map.of(
                        "commitment", ANNUAL,
                        "evidence", "no act at all",
                        "reason", "EXERCISE"));
        pact.bothWays();
        assertThat(pact.eu.standing(ANNUAL)).isEqualTo("kept");
        assertThat(pact.no.standing(ANNUAL)).isEqualTo("kept");
    }

    @Test
    void anAnswerThatCrossesAWithdrawalHasNoEffectOnEitherNode() {
        var dossier = adds();
        pact.eu.acts(dossier, "withdraw", Map.of());
        pact.no.acts(dossier, "count", Map.of());
        pact.bothWays();
        assertThat(pact.eu.standing(ANNUAL)).isEqualTo("due");
        assertThat(pact.no.standing(ANNUAL)).isEqualTo("due");
        assertThat(annual(pact.no).shown().orElseThrow().statements())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.state()).isEqualTo(EvidenceStatement.State.WITHDRAWN));
    }
}
