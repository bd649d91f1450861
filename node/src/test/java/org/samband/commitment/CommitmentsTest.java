// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.commitment.ExercisePact.LIMITED;
import static org.samband.commitment.ExercisePact.OPEN;
import static org.samband.commitment.ExercisePact.areas;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact.Side;
import org.samband.instrument.Undertaking;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Role;
import org.samband.procedure.ActRef;
import org.samband.procedure.Evidence;

/// Commitments with what both parties did about them, on both nodes. Slow: two databases per test.
@Tag("slow")
class CommitmentsTest {
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

    private List<Side> both() {
        return List.of(pact.eu, pact.no);
    }

    @Test
    void anAnnouncedEditionCallsForItsInvitationOnBothNodes() {
        assertThat(pact.eu.standing("p2.1.s1")).isEqualTo("not-triggered");
        var forum =
                pact.eu.opens(
                        "forum-invitation",
                        "general-framework",
                        Map.of("edition", "EXERCISE Forum 2026", "begins", "2026-06-02"));
        pact.bothWays();
        assertThat(both())
                .allSatisfy(node -> assertThat(node.standing("p2.1.s1")).isEqualTo("due"));
        pact.eu.acts(
                forum, "invite", Map.of("level", "minister", "invitation", "EXERCISE: welcome"));
        pact.bothWays();
        assertThat(both())
                .allSatisfy(node -> assertThat(node.standing("p2.1.s1")).isEqualTo("kept"));
    }

    @Test
    void consultationsHeldKeepTheAnnualCommitmentAndAreItsEvidence() {
        var dossier = pact.consultation("general-framework", "EXERCISE talks", "2026-02-20", OPEN);
        assertThat(both())
                .allSatisfy(node -> {
                    var one = node.text().commitment("p2.4.s1").orElseThrow();
                    var shown = one.shown().orElseThrow();
                    assertThat(shown.standing())
                            .isInstanceOfSatisfying(
                                    Standing.Kept.class,
                                    kept -> assertThat(kept.last()).isEqualTo("2026-02-20"));
                    assertThat(shown.evidence())
                            .extracting(Evidence::dossier)
                            .containsExactly(dossier);
                });
        assertThat(pact.no.standing("p3.s1")).isEqualTo("active");
    }

    @Test
    void anAgreedDayIsTheNextOneOfTheCommitmentsThatItServes() {
        var dossier =
                pact.eu.opens("consultation", "general-framework", Map.of("dates", "2026-05-04"));
        pact.bothWays();
        assertThat(pact.eu.text().commitment("p2.4.s1").orElseThrow().shown().orElseThrow().next())
                .isEmpty();
        pact.no.acts(dossier, "agree-date", Map.of("agreed-date", "2026-05-04"));
        pact.bothWays();
        assertThat(pact.eu.text().commitment("p2.4.s1").orElseThrow().shown().orElseThrow().next())
                .hasValueSatisfying(day -> assertThat(day.on()).isEqualTo("2026-05-04"));
    }

    @Test
    void bothAdoptOneVersionOverTheSameHashes() {
        assertThat(pact.eu.text().adoption().state()).isEqualTo(Adoption.State.NOT_PROPOSED);
        var dossier = adoption(pact.eu.text().adoption().commitmentsHash());
        assertThat(pact.no.text().adoption().state()).isEqualTo(Adoption.State.PROPOSED);
        pact.no.acts(dossier, "agree", Map.of());
        pact.bothWays();
        assertThat(both())
                .allSatisfy(node -> {
                    var adoption = node.text().adoption();
                    assertThat(adoption.state()).isEqualTo(Adoption.State.ADOPTED);
                    assertThat(adoption.on()).contains(LocalDate.of(2026, 3, 2));
                    assertThat(adoption.by())
                            .extracting(name -> name.party().value())
                            .containsExactly("EU", "NO");
                });
    }

    @Test
    void adoptingOtherBytesIsSaidAndDoesNotCount() {
        pact.no.acts(adoption("0".repeat(64)), "agree", Map.of());
        pact.bothWays();
        assertThat(pact.eu.text().adoption().state()).isEqualTo(Adoption.State.OTHER_ADOPTED);
        assertThat(pact.eu.text().adoption().effect()).isEmpty();
    }

    private ActRef adoption(String commitmentsHash) {
        var dossier =
                pact.eu.opens(
                        "instrument-adoption",
                        "",
                        Map.of(
                                "instrument",
                                "exercise-pact",
                                "instrument-hash",
                                pact.eu.text().adoption().instrumentHash(),
                                "commitments-hash",
                                commitmentsHash));
        pact.bothWays();
        return dossier;
    }

    @Test
    void nothingIsOutstandingByAReadingThatIsNotAdopted() {
        pact.eu.rooms().moveTo(Instant.parse("2031-06-01T12:00:00Z"));
        assertThat(pact.eu.standing("p2.3.s1")).isEqualTo("due");
    }

    @Test
    void anAdoptedAnnualCommitmentIsOutstandingAfterAWholeYear() {
        pact.no.acts(adoption(pact.eu.text().adoption().commitmentsHash()), "agree", Map.of());
        pact.bothWays();
        pact.eu.rooms().moveTo(Instant.parse("2027-12-31T22:59:59Z"));
        assertThat(pact.eu.standing("p2.3.s1")).isEqualTo("due");
        pact.eu.rooms().moveTo(Instant.parse("2027-12-31T23:00:00Z"));
        assertThat(pact.eu.standing("p2.3.s1")).isEqualTo("overdue");
    }

    @Test
    void aCorrectionChangesTheReadingWhenBothAgreeIt() {
        var dossier = corrects("cadence", "annual");
        assertThat(both())
                .allSatisfy(node -> {
                    var one = node.text().commitment("p3.s1").orElseThrow();
                    assertThat(one.commitment().cadence()).isEqualTo("regular");
                    assertThat(one.shown().orElseThrow().corrections())
                            .extracting(Correction::state)
                            .containsExactly(Correction.State.OPEN);
                });
        pact.no.acts(dossier, "agree", Map.of());
        pact.bothWays();
        assertThat(both())
                .allSatisfy(node -> {
                    var one = node.text().commitment("p3.s1").orElseThrow();
                    assertThat(one.commitment().cadence()).isEqualTo("annual");
                    assertThat(one.word()).isEqualTo("due");
                });
    }

    @Test
    void aDeclinedCorrectionShowsBothViewsFromEitherSide() {
        pact.no.acts(corrects("cadence", "annual"), "decline", Map.of("reason", "EXERCISE: no"));
        pact.bothWays();
        assertThat(disputed(pact.eu).ours().word()).isEqualTo("due");
        assertThat(disputed(pact.eu).theirs().word()).isEqualTo("quiet");
        assertThat(disputed(pact.no).ours().word()).isEqualTo("quiet");
        assertThat(disputed(pact.no).theirs().word()).isEqualTo("due");
    }

    private static Standing.Disputed disputed(Side node) {
        var one = node.text().commitment("p3.s1").orElseThrow();
        return (Standing.Disputed) one.shown().orElseThrow().standing();
    }

    @Test
    void everyMemberCanBeCorrectedAndAWordThatIsNoneIsRefused() {
        var readable =
                Map.of(
                        "undertaking", "will explore",
                        "boundParties", "Norway",
                        "object", "talks",
                        "condition", "If asked",
                        "forum", "",
                        "named", "UN; OSCE",
                        "area", "space");
        readable.forEach(
                (member, value) -> pact.no.acts(corrects(member, value), "agree", Map.of()));
        pact.bothWays();
        var one = pact.eu.text().commitment("p3.s1").orElseThrow();
        assertThat(one.shown().orElseThrow().unreadable()).isEmpty();
        assertThat(one.commitment().undertaking()).isEqualTo(Undertaking.WILL_EXPLORE);
        assertThat(one.commitment().boundParties()).containsExactly("Norway");
        assertThat(one.commitment().condition()).isEqualTo("If asked");
        assertThat(one.commitment().named()).containsExactly("UN", "OSCE");
        assertThat(one.area().orElseThrow().shortName()).isEqualTo("space");
        for (var wrong : List.of("undertaking", "boundParties", "area")) {
            pact.no.acts(corrects(wrong, "nonsense"), "agree", Map.of());
        }
        pact.bothWays();
        var after = pact.no.text().commitment("p3.s1").orElseThrow();
        assertThat(after.commitment()).isEqualTo(one.commitment());
        assertThat(after.shown().orElseThrow().unreadable())
                .hasSize(3)
                .allSatisfy(refusal ->
                        assertThat(refusal.rule()).isEqualTo(CommitmentRule.CORRECTION_UNREADABLE));
    }

    private ActRef corrects(String member, String value) {
        var dossier =
                pact.eu.opens(
                        "commitment-correction",
                        "cyber",
                        Map.of(
                                "commitment",
                                "p3.s1",
                                "member",
                                member,
                                "value",
                                value,
                                "reason",
                                "EXERCISE"));
        pact.bothWays();
        return dossier;
    }

    @Test
    void outsideOfNeedToKnowItIsTheSameWhetherThereIsEvidenceOrNot() {
        var cyberAlone = pact.eu.officer(areas("cyber"), "LIMITE", Role.DESK_OFFICER);
        var before = pact.eu.text(cyberAlone);
        pact.consultation("general-framework", "EXERCISE talks", "2026-02-20", OPEN);
        pact.eu.opens("dialogue", "space", Map.of("dates", "2026-05-04"));
        assertThat(pact.eu.text(cyberAlone)).isEqualTo(before);
        assertThat(before.commitments())
                .filteredOn(one -> one.shown().isPresent())
                .extracting(LivingCommitment::id)
                .containsExactly("p3.s1", "p3.s2");
    }

    @Test
    void evidenceAboveTheClearanceCountsForNobodyWhoMayNotReadIt() {
        pact.consultation("general-framework", "EXERCISE talks", "2026-02-20", LIMITED);
        var open = pact.eu.officer(NeedToKnow.allOf(ExercisePact.PARTNERSHIP), "", Role.HEAD);
        assertThat(pact.eu.standing("p2.4.s1")).isEqualTo("kept");
        var seen = pact.eu.text(open).commitment("p2.4.s1").orElseThrow();
        assertThat(seen.word()).isEqualTo("due");
        assertThat(seen.shown().orElseThrow().evidence()).isEmpty();
    }

    @Test
    void withoutNeedToKnowThereIsNoText() {
        var nobody = pact.eu.officer(NeedToKnow.NOTHING, "LIMITE", Role.ADMINISTRATOR);
        assertThat(
                        pact.eu
                                .rooms()
                                .door(Commitments.class)
                                .text(pact.eu.sight(nobody), ExercisePact.PARTNERSHIP))
                .isEmpty();
    }

    @Test
    void mechanismsFollowTheFileAndElseTheWords() {
        var text = pact.eu.text();
        assertThat(text.commitments())
                .extracting(LivingCommitment::mechanism)
                .containsExactly(
                        Mechanism.FRAME,
                        Mechanism.INVITATION,
                        Mechanism.INVITATION,
                        Mechanism.DIALOGUE,
                        Mechanism.COORDINATION,
                        Mechanism.CONSULTATION,
                        Mechanism.EXCHANGE,
                        Mechanism.EXPLORATION,
                        Mechanism.DIALOGUE);
    }
}
