// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samband.act.Outcome;

/// Each rule of {@link LabelRule} accepts once and refuses once, on the real policy files.
class PoliciesTest {
    static final Policies POLICIES = policies();

    private static final Clearance DESK =
            Clearance.upTo(
                    Map.of("EU", "LIMITE", "NO", "UNNTATT OFFENTLIGHET", "TLP", "AMBER+STRICT"));

    static Policies policies() {
        return switch (PolicyFiles.read()) {
            case Outcome.Accepted<Policies>(var read) -> read;
            case Outcome.Refused<Policies>(var refusal) ->
                    throw new AssertionError(refusal.sentence());
        };
    }

    private static Marking marking(String text) {
        return Marking.parse(text);
    }

    private static LabelRule refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return (LabelRule) ((Decision.Refused) decision).refusal().rule();
    }

    private static void allowed(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Allowed.class);
    }

    private static LabelRule refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (LabelRule) ((Outcome.Refused<?>) outcome).refusal().rule();
    }

    private static Decision toNorway(String text) {
        return POLICIES.mayRelease(marking(text), "NO", everything());
    }

    private static Ceiling everything() {
        return new Ceiling(
                new TreeMap<>(
                        Map.of(
                                "EU",
                                "TS-UE",
                                "NO",
                                "STRENGT HEMMELIG",
                                "NATO",
                                "CTS",
                                "TLP",
                                "RED")));
    }

    @Test
    void theFilesHoldTheFourPoliciesWithTheirOwnWords() {
        assertThat(POLICIES.all())
                .extracting(Policy::shortName)
                .containsExactly("EU", "NATO", "NO", "TLP");
        assertThat(POLICIES.policy("NO").orElseThrow().levels())
                .extracting(Level::shortName)
                .containsExactly(
                        "UNNTATT OFFENTLIGHET",
                        "BEGRENSET",
                        "KONFIDENSIELT",
                        "HEMMELIG",
                        "STRENGT HEMMELIG");
        assertThat(POLICIES.policy("TLP").orElseThrow().levels())
                .extracting(Level::original)
                .containsExactly(
                        "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED");
        assertThat(POLICIES.policy("EU").orElseThrow().levels().getFirst().classified()).isFalse();
    }

    @Test
    void whatHasNoMarkingIsNeitherReadNorReleased() {
        assertThat(refused(POLICIES.mayRead(DESK, Marking.NONE))).isEqualTo(LabelRule.NO_MARKING);
        assertThat(refused(POLICIES.mayRelease(Marking.NONE, "NO", everything())))
                .isEqualTo(LabelRule.NO_MARKING);
        assertThat(refused(POLICIES.mayHold(everything(), Marking.NONE)))
                .isEqualTo(LabelRule.NO_MARKING);
        allowed(POLICIES.mayRead(DESK, marking("TLP:CLEAR")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO:FORTROLIG",
                "NO:STRENGT FORTROLIG",
                "EU:LIMITE;REL XX",
                "UN:SECRET",
                "TLP:WHITE",
                "EU:BEGRENSET",
                "EU:LIMITE ",
                "TLP:CLEAR;EXERCISE"
            })
    void aWordThatNoPolicyKnowsIsRefused(String text) {
        assertThat(refused(POLICIES.read(text))).isEqualTo(LabelRule.UNKNOWN_WORD);
        assertThat(refused(POLICIES.mayRead(DESK, marking(text))))
                .isEqualTo(LabelRule.UNKNOWN_WORD);
    }

    @Test
    void aWordOfAPolicyIsAccepted() {
        assertThat(POLICIES.read("NO:KONFIDENSIELT").isAccepted()).isTrue();
        assertThat(POLICIES.read("").isAccepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EU:Limite",
                "eu:LIMITE",
                "LIMITE",
                "EU:LIMITE|EU:R-UE",
                "EU:LIMITE;REL NO;REL NO",
                "EU:LIMITE;",
                "|",
                "EU:LIMITE|",
                "EU:LIMITE:REL NO",
                "EU: LIMITE",
                "EU:LIMITE\n",
                "EU:LI\u0000MITE",
                "EU:ＬＩＭＩＴＥ"
            })
    void whatIsNoMarkingByItsGrammarIsRefused(String text) {
        assertThat(refused(POLICIES.read(text))).isEqualTo(LabelRule.NO_GRAMMAR);
    }

    @Test
    void aTextLongerThanItsColumnIsRefusedAndNotRepeated() {
        var refusal =
                ((Outcome.Refused<?>) POLICIES.read("EU:LIMITE;" + "A".repeat(20_000_000)))
                        .refusal();
        assertThat(refusal.rule()).isEqualTo(LabelRule.NO_GRAMMAR);
        assertThat(refusal.sentence().length()).isLessThan(200);
    }

    @Test
    void theLevelMustNotBeAboveTheClearanceInItsOwnPolicy() {
        allowed(POLICIES.mayRead(DESK, marking("EU:LIMITE")));
        assertThat(refused(POLICIES.mayRead(DESK, marking("EU:R-UE"))))
                .isEqualTo(LabelRule.ABOVE_CLEARANCE);
        assertThat(refused(POLICIES.mayRead(DESK, marking("NATO:NU"))))
                .isEqualTo(LabelRule.ABOVE_CLEARANCE);
        assertThat(refused(POLICIES.mayRead(Clearance.NOTHING, marking("TLP:CLEAR"))))
                .isEqualTo(LabelRule.ABOVE_CLEARANCE);
    }

    @Test
    void everyLabelMustBeSatisfied() {
        allowed(POLICIES.mayRead(DESK, marking("EU:LIMITE|TLP:AMBER")));
        assertThat(refused(POLICIES.mayRead(DESK, marking("EU:LIMITE|TLP:RED"))))
                .isEqualTo(LabelRule.ABOVE_CLEARANCE);
    }

    @Test
    void anEquivalentLevelGivesNoClearance() {
        assertThat(
                        refused(
                                POLICIES.mayRead(
                                        Clearance.upTo(Map.of("EU", "TS-UE")),
                                        marking("NO:BEGRENSET"))))
                .isEqualTo(LabelRule.ABOVE_CLEARANCE);
    }

    @Test
    void aRestrictiveCategoryNeedsAnAdmission() {
        var marking = marking("NATO:NS;ATOMAL");
        var admitted =
                new Clearance(
                        new TreeMap<>(
                                Map.of(
                                        "NATO",
                                        new Clearance.Grant(
                                                "CTS", new TreeSet<>(Set.of("ATOMAL"))))));
        allowed(POLICIES.mayRead(admitted, marking));
        assertThat(refused(POLICIES.mayRead(Clearance.upTo(Map.of("NATO", "CTS")), marking)))
                .isEqualTo(LabelRule.NOT_ADMITTED);
    }

    @Test
    void aNodeHoldsNothingAboveItsCeiling() {
        allowed(POLICIES.mayHold(Ceiling.UNACCREDITED, marking("NO:UNNTATT OFFENTLIGHET")));
        for (var text : Set.of("NO:BEGRENSET", "EU:R-UE", "TLP:RED", "NATO:NU")) {
            assertThat(refused(POLICIES.mayHold(Ceiling.UNACCREDITED, marking(text))))
                    .as(text)
                    .isEqualTo(LabelRule.ABOVE_CEILING);
            assertThat(refused(POLICIES.mayRelease(marking(text), "NO", Ceiling.UNACCREDITED)))
                    .as(text)
                    .isEqualTo(LabelRule.ABOVE_CEILING);
        }
    }

    @Test
    void aListedLevelGoesOnlyWhereItIsMarkedReleasable() {
        allowed(toNorway("EU:LIMITE;EXERCISE;REL NO"));
        allowed(toNorway("NO:UNNTATT OFFENTLIGHET"));
        assertThat(refused(toNorway("EU:LIMITE"))).isEqualTo(LabelRule.NOT_RELEASABLE);
        assertThat(refused(toNorway("EU:LIMITE;REL JP"))).isEqualTo(LabelRule.NOT_RELEASABLE);
        assertThat(
                        refused(
                                POLICIES.mayRelease(
                                        marking("NO:UNNTATT OFFENTLIGHET;EXERCISE"),
                                        "EU",
                                        everything())))
                .isEqualTo(LabelRule.NOT_RELEASABLE);
    }

    @Test
    void whatNatoWroteIsNeverReleased() {
        allowed(toNorway("TLP:GREEN"));
        assertThat(refused(toNorway("NATO:NU"))).isEqualTo(LabelRule.ORIGINATOR_CONTROL);
        assertThat(refused(POLICIES.mayRelease(marking("NATO:NR"), "EU", everything())))
                .isEqualTo(LabelRule.ORIGINATOR_CONTROL);
    }

    @Test
    void whatIsForPersonsDoesNotGoOverTheLine() {
        allowed(toNorway("TLP:AMBER+STRICT"));
        assertThat(refused(toNorway("TLP:RED"))).isEqualTo(LabelRule.FOR_PERSONS_ONLY);
        assertThat(refused(toNorway("EU:LIMITE;REL NO|TLP:RED")))
                .isEqualTo(LabelRule.FOR_PERSONS_ONLY);
    }

    @Test
    void equivalencesStandInBothFilesAndComeWithTheirSource() {
        var restricted = POLICIES.policy("EU").orElseThrow().level("R-UE").orElseThrow();
        assertThat(restricted.equivalences())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.policy() + ":" + one.level()).isEqualTo("NO:BEGRENSET");
                    assertThat(one.source()).contains("OJ L 362");
                });
        var alone =
                new Policies(
                        POLICIES.all().stream().filter(one -> one.owner().equals("EU")).toList());
        assertThat(refused(PolicyFiles.together(alone))).isEqualTo(LabelRule.EQUIVALENCE);
        assertThat(PolicyFiles.together(POLICIES).isAccepted()).isTrue();
    }

    @Test
    void theBannerSpeaksTheReadersLanguageAndTheLevelItsOwn() {
        var marking = marking("EU:LIMITE;EXERCISE;REL NO");
        assertThat(POLICIES.banner(marking, "en").text())
                .isEqualTo("LIMITE · EXERCISE · Releasable to Norway");
        assertThat(POLICIES.banner(marking, "nb").text())
                .isEqualTo("LIMITE · ØVELSE · Kan frigis til Norge");
        assertThat(POLICIES.banner(Marking.NONE, "nb").text()).isEqualTo("UTEN MERKING");
    }

    @Test
    void aMergeOfAnUnknownWordIsAnErrorAndDropsNothing() {
        assertThatThrownBy(() -> POLICIES.merge(marking("TLP:CLEAR"), marking("XX:SECRET")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XX");
    }

    @Test
    void nothingRealIsTakenForAnExercise() {
        assertThat(POLICIES.merge(marking("EU:LIMITE;EXERCISE"), marking("TLP:AMBER")))
                .isEqualTo(marking("EU:LIMITE|TLP:AMBER"));
        assertThat(
                        POLICIES.merge(
                                marking("EU:LIMITE;EXERCISE;REL NO"),
                                marking("NO:UNNTATT OFFENTLIGHET;EXERCISE")))
                .isEqualTo(marking("EU:LIMITE;EXERCISE;REL NO|NO:UNNTATT OFFENTLIGHET;EXERCISE"));
    }

    @Test
    void aRightPolicyFileIsReadAndAWrongOneIsRefusedWithItsLine() {
        assertThat(PolicyFile.read("tlp.xml", tlp().getBytes(StandardCharsets.UTF_8)).isAccepted())
                .isTrue();
        wrong("hierarchy=\"2\"", "hierarchy=\"1\"", "twice");
        wrong("hierarchy=\"2\"", "hierarchy=\"two\"", "no whole number");
        wrong("samband:release=\"never\"", "samband:release=\"maybe\"", "not maybe");
        wrong("color=\"green\"", "color=\"pink\"", "pink");
        wrong("samband:short=\"RED\"", "samband:short=\"red\"", "capitals");
        wrong("samband:source=", "samband:origin=", "no samband:source");
        wrong("urn:samband:label:1", "urn:other", "samband:");
        wrong("</spif:SPIF>", "", "well-formed");
        wrong("http://www.xmlspif.org/spif", "urn:other", "root");
        wrong("samband:classified=\"false\"", "samband:classified=\"no\"", "true or false");
    }

    private static void wrong(String right, String wrong, String reason) {
        assertThat(tlp()).contains(right);
        var read =
                PolicyFile.read(
                        "tlp.xml", tlp().replace(right, wrong).getBytes(StandardCharsets.UTF_8));
        assertThat(refused(read)).isEqualTo(LabelRule.POLICY_FILE);
        var refusal = ((Outcome.Refused<?>) read).refusal();
        assertThat(refusal.sentence()).contains(reason).contains("tlp.xml");
        assertThat(refusal.where()).matches("line [1-9][0-9]*");
    }

    @Test
    void aFileThatReachesOutOrIsTooLargeOrTooDeepIsRefused() {
        var reachesOut =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + tlp().substring(tlp().indexOf("<spif:SPIF")).replace("TLP:RED", "&e;");
        assertThat(refused(PolicyFile.read("x", reachesOut.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(LabelRule.POLICY_FILE);
        assertThat(refused(PolicyFile.read("x", new byte[10_000_000])))
                .isEqualTo(LabelRule.POLICY_FILE);
        var deep = "<a>".repeat(1000) + "</a>".repeat(1000);
        assertThat(refused(PolicyFile.read("x", deep.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(LabelRule.POLICY_FILE);
        assertThat(refused(PolicyFile.read("x", new byte[0]))).isEqualTo(LabelRule.POLICY_FILE);
    }

    private static String tlp() {
        try (var in = PoliciesTest.class.getResourceAsStream("/spec/label/tlp.xml")) {
            return new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
