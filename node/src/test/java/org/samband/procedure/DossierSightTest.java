// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.LIMITED;
import static org.samband.procedure.DossierNodes.OPEN;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.label.Clearance;
import org.samband.label.Marking;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Sight;

/// What an officer without need-to-know or clearance sees of a dossier: nothing, not even that it
/// is there.
class DossierSightTest {
    @TempDir private static Path folder;
    private static DossierNodes nodes;
    private static ActRef space;
    private static ActRef cyber;

    private static final Map<String, String> DATES =
            Map.of("dates", "12.3.2026", "answer-by", "2026-03-05");

    @BeforeAll
    static void openDossiers() {
        nodes = DossierNodes.open(folder);
        space = open("space", OPEN);
        cyber = open("cyber", LIMITED);
        nodes.eu.acted(space, "cancel", Map.of("reason", "EXERCISE"));
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static ActRef open(String area, Marking marking) {
        return DossierNodes.done(
                nodes.eu
                        .dossiers()
                        .open(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                "consultation",
                                "EXERCISE about " + area,
                                area,
                                marking,
                                DATES));
    }

    private static List<ActRef> listed(Officer officer) {
        var list = nodes.eu.dossiers().list(nodes.eu.sight(officer), EU_NORWAY, DossierFilter.ALL);
        assertThat(list.count()).isEqualTo(list.lines().size());
        return list.lines().stream().map(DossierLine::ref).toList();
    }

    private static Officer spaceAlone() {
        var desk = nodes.eu.desk();
        return DossierNodes.limited(desk, DossierNodes.areas("space"), desk.clearance());
    }

    private static Officer withoutLimited() {
        return DossierNodes.limited(
                nodes.eu.desk(),
                NeedToKnow.allOf(EU_NORWAY),
                Clearance.upTo(Map.of("TLP", "AMBER")));
    }

    @Test
    void anOfficerSeesTheDossiersOfTheOwnAreasAlone() {
        assertThat(listed(nodes.eu.desk())).contains(space, cyber);
        assertThat(listed(spaceAlone())).contains(space).doesNotContain(cyber);
        assertThat(nodes.eu.dossiers().dossier(nodes.eu.sight(spaceAlone()), EU_NORWAY, cyber))
                .isEmpty();
    }

    @Test
    void anOfficerSeesTheDossiersWithinTheOwnClearanceAlone() {
        assertThat(listed(withoutLimited())).contains(space).doesNotContain(cyber);
        var sight = nodes.eu.sight(withoutLimited());
        assertThat(nodes.eu.dossiers().dossier(sight, EU_NORWAY, cyber)).isEmpty();
        assertThat(nodes.eu.evidences().coming(sight, EU_NORWAY, LocalDate.EPOCH, LocalDate.MAX))
                .noneMatch(day -> day.dossier().equals(cyber));
        assertThat(onDesk(sight)).contains(space).doesNotContain(cyber);
        var wide = nodes.eu.sight(nodes.eu.desk());
        assertThat(onDesk(wide)).contains(space, cyber);
        assertThat(
                        nodes.eu
                                .evidences()
                                .coming(wide, EU_NORWAY, LocalDate.EPOCH, LocalDate.of(2099, 1, 1)))
                .anyMatch(day -> day.dossier().equals(cyber));
    }

    private static List<ActRef> onDesk(Sight sight) {
        var desks = nodes.eu.desks();
        return Stream.concat(
                        desks.awaiting(sight, EU_NORWAY, 1000).stream(),
                        desks.changed(sight, EU_NORWAY, Instant.EPOCH, 1000).stream())
                .map(one -> one.line().ref())
                .toList();
    }

    @Test
    void aSearchFindsNothingThatMayNotBeSeen() {
        var filter =
                new DossierFilter(
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        DossierFilter.words("cyber"),
                        1);
        var sight = nodes.eu.sight(spaceAlone());
        assertThat(nodes.eu.dossiers().list(sight, EU_NORWAY, filter))
                .isEqualTo(new DossierList(List.of(), 0, 1));
        assertThat(
                        nodes.eu
                                .dossiers()
                                .list(nodes.eu.sight(nodes.eu.desk()), EU_NORWAY, filter)
                                .count())
                .isOne();
    }

    @Test
    void anActInADossierThatIsNotSeenIsRefusedLikeOneInADossierThatIsNotThere() {
        var hidden = comment(spaceAlone(), cyber);
        var nowhere = comment(spaceAlone(), new ActRef(cyber.party(), 999));
        assertThat(DossierNodes.rules(hidden)).containsExactly(ProcedureRule.UNKNOWN_DOSSIER);
        assertThat(said(hidden).replace(cyber.toString(), "EU-999")).isEqualTo(said(nowhere));
        var note = nodes.eu.dossiers().note(withoutLimited(), EU_NORWAY, cyber, "EXERCISE", OPEN);
        assertThat(DossierNodes.rules(note)).containsExactly(ProcedureRule.UNKNOWN_DOSSIER);
    }

    private static Acted comment(Officer officer, ActRef dossier) {
        return nodes.eu
                .dossiers()
                .act(
                        officer,
                        EU_NORWAY,
                        dossier,
                        "comment",
                        1,
                        OPEN,
                        Map.of("comment", "EXERCISE"));
    }

    private static String said(Acted acted) {
        return ((Acted.Refused) acted).refusals().getFirst().sentence();
    }

    @Test
    void anActThatIsMarkedHigherTakesTheWholeDossierOutOfSight() {
        var dossier = open("space", OPEN);
        assertThat(listed(withoutLimited())).contains(dossier);
        DossierNodes.done(
                nodes.eu
                        .dossiers()
                        .act(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                dossier,
                                "comment",
                                1,
                                LIMITED,
                                Map.of("comment", "EXERCISE")));
        assertThat(listed(withoutLimited())).doesNotContain(dossier);
        assertThat(
                        nodes.eu
                                .dossiers()
                                .dossier(nodes.eu.sight(withoutLimited()), EU_NORWAY, dossier))
                .isEmpty();
        assertThat(nodes.eu.dossier(dossier).marking())
                .isEqualTo(Marking.parse("EU:LIMITE;REL NO|TLP:GREEN"));
        assertThat(comment(withoutLimited(), dossier)).isInstanceOf(Acted.Refused.class);
    }

    @Test
    void aNoteAboveTheClearanceIsNotThere() {
        var dossier = open("space", OPEN);
        for (var marking : List.of(OPEN, LIMITED)) {
            DossierNodes.done(
                    nodes.eu
                            .dossiers()
                            .note(
                                    nodes.eu.desk(),
                                    EU_NORWAY,
                                    dossier,
                                    "EXERCISE " + marking,
                                    marking));
        }
        assertThat(notes(nodes.eu.desk(), dossier)).isEqualTo(2);
        assertThat(notes(withoutLimited(), dossier)).isOne();
    }

    private static int notes(Officer officer, ActRef dossier) {
        return nodes.eu
                .dossiers()
                .dossier(nodes.eu.sight(officer), EU_NORWAY, dossier)
                .orElseThrow()
                .notes()
                .size();
    }

    @Test
    void anOfficerWithoutThePartnershipLearnsNotEvenWhichProceduresItUses() {
        var stranger =
                DossierNodes.limited(
                        nodes.eu.desk(),
                        new NeedToKnow(new TreeMap<>()),
                        nodes.eu.desk().clearance());
        assertThat(listed(stranger)).isEmpty();
        for (var procedure : List.of("consultation", "no-such-thing")) {
            assertThat(
                            DossierNodes.rules(
                                    nodes.eu
                                            .dossiers()
                                            .open(
                                                    stranger,
                                                    EU_NORWAY,
                                                    procedure,
                                                    "EXERCISE",
                                                    "",
                                                    OPEN,
                                                    DATES)))
                    .containsExactly(ProcedureRule.NOT_USED);
        }
    }
}
