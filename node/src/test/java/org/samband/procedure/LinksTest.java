// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.OPEN;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.parties.Officer;
import org.samband.parties.Sight;

/// What dossiers say about each other: the same on both nodes, and nothing to who may not see the
/// other one.
class LinksTest {
    @TempDir private static Path folder;
    private static DossierNodes nodes;

    @BeforeAll
    static void openBothNodes() {
        nodes = DossierNodes.openAsDelivered(folder);
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static Links links(DossierNodes.Node node) {
        return node.rooms().door(Links.class);
    }

    private static ActRef indicated() {
        var mission =
                nodes.no.opened(
                        "civilian-mission",
                        Map.of(
                                "mission", "EXERCISE mission",
                                "intention", "EXERCISE",
                                "wanted", "EXERCISE needs",
                                "answer-by", "12.3.2026"));
        nodes.toTheEu();
        return mission;
    }

    private static ActRef packageOf(ActRef mission, String area) {
        return DossierNodes.done(
                nodes.no
                        .dossiers()
                        .open(
                                nodes.no.desk(),
                                EU_NORWAY,
                                "information-package",
                                "EXERCISE package",
                                area,
                                OPEN,
                                Map.of(
                                        "dossier-of", mission.toString(),
                                        "mission", "EXERCISE",
                                        "needs", "EXERCISE")));
    }

    private static List<String> said(DossierNodes.Node node, Sight sight, ActRef dossier) {
        return links(node).of(sight, EU_NORWAY, dossier).stream()
                .map(link -> link.way() + " " + link.kind() + " " + link.other().ref())
                .toList();
    }

    private static List<String> waits(DossierNodes.Node node, ActRef dossier) {
        return links(node).waiting(Sight.NODE, EU_NORWAY, dossier).stream()
                .map(one -> one.kind() + " " + one.opens())
                .toList();
    }

    /// Source: SDP paragraph 15.
    @Test
    void anIndicationOpensTheInformationPackageInTheSameStep() {
        var mission = indicated();
        var opened = new ActRef(mission.party(), mission.number() + 1);
        for (var node : List.of(nodes.eu, nodes.no)) {
            assertThat(waits(node, mission)).isEmpty();
            assertThat(said(node, Sight.NODE, mission)).containsExactly("FROM FROM " + opened);
            var asked = node.dossier(opened);
            assertThat(asked.title()).isEqualTo("EXERCISE mission");
            assertThat(asked.state().value("needs")).contains("EXERCISE needs");
            assertThat(asked.state().answerBy()).contains(LocalDate.of(2026, 3, 12));
        }
    }

    @Test
    void anIndicationThatIsRefusedOpensNothing() {
        var last = indicated().number() + 1;
        var refused =
                nodes.no
                        .dossiers()
                        .open(
                                nodes.no.desk(),
                                EU_NORWAY,
                                "civilian-mission",
                                "EXERCISE",
                                "",
                                OPEN,
                                Map.of("mission", "EXERCISE", "intention", "EXERCISE"));
        assertThat(DossierNodes.rules(refused)).containsExactly(ProcedureRule.FIELD_MISSING);
        assertThat(indicated().number()).isEqualTo(last + 1);
    }

    @Test
    void aDialogueIsPreparedAndFollowedUpByConsultations() {
        var dialogue = nodes.eu.opened("dialogue", Map.of("dates", "12.3.2026"));
        nodes.toNorway();
        nodes.no.acted(dialogue, "agree-date", Map.of("agreed-date", "12.3.2026"));
        nodes.toTheEu();
        assertThat(waits(nodes.eu, dialogue)).containsExactly("OPEN consultation");
        var before =
                nodes.eu.opened(
                        "consultation",
                        Map.of("dates", "2.3.2026", "prepares", dialogue.toString()));
        assertThat(waits(nodes.eu, dialogue)).isEmpty();
        nodes.eu.acted(
                dialogue,
                "hold",
                Map.of("held-on", "12.3.2026", "level", "EXERCISE State Secretary"));
        assertThat(waits(nodes.eu, dialogue)).containsExactly("OPEN consultation");
        var after =
                nodes.eu.opened(
                        "consultation",
                        Map.of("dates", "2.9.2026", "follows", dialogue.toString()));
        nodes.toNorway();
        for (var node : List.of(nodes.eu, nodes.no)) {
            assertThat(waits(node, dialogue)).isEmpty();
            assertThat(said(node, Sight.NODE, dialogue))
                    .containsExactly("FROM PREPARES " + before, "FROM FOLLOWS " + after);
        }
    }

    private static Officer cyberAlone(DossierNodes.Node node) {
        var desk = node.desk();
        return DossierNodes.limited(desk, DossierNodes.areas("cyber"), desk.clearance());
    }

    @Test
    void whoDoesNotSeeTheOtherDossierReadsAnActThatNamesNone() {
        var mission = indicated();
        var sent = packageOf(mission, "cyber");
        nodes.toTheEu();
        for (var node : List.of(nodes.eu, nodes.no)) {
            var sight = node.sight(cyberAlone(node));
            var seen = node.dossiers().dossier(sight, EU_NORWAY, sent).orElseThrow();
            assertThat(seen.state().acts().getFirst().act().fields())
                    .containsKey("mission")
                    .doesNotContainKey("dossier-of");
            assertThat(seen.state().values().getOrDefault("dossier-of", List.of())).isEmpty();
            assertThat(said(node, sight, sent)).isEmpty();
            assertThat(links(node).waiting(sight, EU_NORWAY, 10))
                    .noneMatch(one -> one.dossier().ref().equals(mission));
            var wide = node.sight(node.desk());
            var whole = node.dossiers().dossier(wide, EU_NORWAY, sent).orElseThrow();
            assertThat(whole.state().acts().getFirst().act().fields())
                    .containsEntry("dossier-of", mission.toString());
        }
    }

    @Test
    void whoDoesNotSeeTheNamingDossierIsToldOfNoLink() {
        var dialogue =
                DossierNodes.done(
                        nodes.eu
                                .dossiers()
                                .open(
                                        nodes.eu.desk(),
                                        EU_NORWAY,
                                        "dialogue",
                                        "EXERCISE Dialogue",
                                        "cyber",
                                        OPEN,
                                        Map.of("dates", "12.3.2026")));
        nodes.toNorway();
        nodes.no.acted(dialogue, "agree-date", Map.of("agreed-date", "12.3.2026"));
        nodes.toTheEu();
        var consultation =
                nodes.eu
                        .dossiers()
                        .open(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                "consultation",
                                "EXERCISE",
                                "space",
                                OPEN,
                                Map.of("dates", "2.3.2026", "prepares", dialogue.toString()));
        assertThat(consultation).isInstanceOf(Acted.Done.class);
        var sight = nodes.eu.sight(cyberAlone(nodes.eu));
        assertThat(said(nodes.eu, sight, dialogue)).isEmpty();
        assertThat(links(nodes.eu).waiting(sight, EU_NORWAY, dialogue)).hasSize(1);
        assertThat(waits(nodes.eu, dialogue)).isEmpty();
    }

    @Test
    void aDossierThatIsNotThereAndOneThatIsNotSeenAreRefusedInTheSameWords() {
        var mission = indicated();
        var other = nodes.no.opened("follow-up", Map.of("guidance", "EXERCISE", "owner", "NO"));
        for (var number : List.of(mission.toString(), "NO-999999", other.toString())) {
            var acted =
                    nodes.no
                            .dossiers()
                            .open(
                                    number.equals(other.toString())
                                            ? nodes.no.desk()
                                            : cyberAlone(nodes.no),
                                    EU_NORWAY,
                                    "information-package",
                                    "EXERCISE",
                                    "cyber",
                                    OPEN,
                                    Map.of(
                                            "dossier-of", number,
                                            "mission", "EXERCISE",
                                            "needs", "EXERCISE"));
            assertThat(DossierNodes.rules(acted)).containsExactly(ProcedureRule.NO_SUCH_DOSSIER);
        }
        var noNumber =
                nodes.no
                        .dossiers()
                        .open(
                                nodes.no.desk(),
                                EU_NORWAY,
                                "information-package",
                                "EXERCISE",
                                "",
                                OPEN,
                                Map.of(
                                        "dossier-of", "the last one",
                                        "mission", "EXERCISE",
                                        "needs", "EXERCISE"));
        assertThat(DossierNodes.rules(noNumber)).containsExactly(ProcedureRule.NO_SUCH_DOSSIER);
    }

    @Test
    void whatCanBeClosedIsProposedOnBothNodesAndMovesNothing() {
        var dialogue = nodes.eu.opened("dialogue", Map.of("dates", "12.3.2026"));
        nodes.toNorway();
        var followUp =
                nodes.no.opened(
                        "follow-up",
                        Map.of(
                                "guidance", "EXERCISE",
                                "owner", "NO",
                                "dossier-of", dialogue.toString()));
        nodes.no.acted(
                followUp,
                "report-done",
                Map.of(
                        "result", "EXERCISE",
                        "done-on", "2.3.2026",
                        "can-close", dialogue.toString()));
        nodes.toTheEu();
        for (var node : List.of(nodes.eu, nodes.no)) {
            assertThat(waits(node, dialogue)).contains("CLOSE ");
            assertThat(node.dossier(dialogue).version()).isOne();
            assertThat(said(node, Sight.NODE, dialogue))
                    .contains("FROM FROM " + followUp, "FROM CLOSES " + followUp);
        }
        nodes.eu.acted(dialogue, "cancel", Map.of("reason", "EXERCISE"));
        assertThat(waits(nodes.eu, dialogue)).isEmpty();
    }

    /// A mission in which Norway takes part, ended.
    private static ActRef ended() {
        var mission = indicated();
        nodes.eu.acted(
                mission,
                "record-invitation",
                Map.of("invited-on", "1.3.2026", "call", "EXERCISE posts"));
        nodes.toNorway();
        nodes.no.acted(mission, "offer", Map.of("contribution", "EXERCISE posts"));
        nodes.toTheEu();
        nodes.eu.acted(mission, "record-advice", Map.of("advice", "accept"));
        nodes.eu.acted(
                mission,
                "record-acceptance",
                Map.of(
                        "accepted-on", "1.3.2026",
                        "decision", "EXERCISE",
                        "extent", "whole",
                        "costs", "exempted"));
        nodes.toNorway();
        nodes.no.acted(mission, "deploy", Map.of("deployed-on", "2.3.2026"));
        nodes.toTheEu();
        nodes.eu.acted(mission, "record-end", Map.of("ended-on", "2.3.2026", "reason", "EXERCISE"));
        return mission;
    }

    @Test
    void anActWaitsUntilTheDossiersThatCameFromThisOneAreClosed() {
        var mission = ended();
        assertThat(waits(nodes.eu, mission)).contains("OPEN contributors-committee");
        var committee =
                nodes.eu.opened(
                        "contributors-committee",
                        Map.of(
                                "dossier-of", mission.toString(),
                                "mission", "EXERCISE",
                                "decision", "EXERCISE",
                                "decided-on", "1.3.2026"));
        var refused = nodes.eu.act(nodes.eu.desk(), mission, "close", Map.of());
        assertThat(DossierNodes.rules(refused)).containsExactly(ProcedureRule.WAITS_FOR_OTHERS);
        assertThat(((Acted.Refused) refused).refusals().getFirst().sentence())
                .contains(committee.toString());
        var close = nodes.eu.dossier(mission).procedure().act("close").orElseThrow();
        assertThat(links(nodes.eu).waitedFor(nodes.eu.desk(), EU_NORWAY, mission, close))
                .extracting(DossierLine::ref)
                .containsExactly(committee);
        assertThat(links(nodes.eu).waitedFor(cyberAlone(nodes.eu), EU_NORWAY, mission, close))
                .isEmpty();
        nodes.eu.acted(committee, "end", Map.of("ended-on", "3.3.2026"));
        nodes.eu.acted(mission, "close", Map.of());
        assertThat(nodes.eu.dossier(mission).state().state().last()).isTrue();
    }

    @Test
    void linksFollowFromTheLedgersAlone() {
        var mission = indicated();
        packageOf(mission, "");
        nodes.toTheEu();
        nodes.no.dossiers().rebuild(EU_NORWAY);
        assertThat(said(nodes.no, Sight.NODE, mission))
                .isEqualTo(said(nodes.eu, Sight.NODE, mission));
    }
}
