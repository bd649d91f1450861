// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.OPEN;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Rule;
import org.samband.label.LabelRule;
import org.samband.label.Marking;
import org.samband.parties.Officer;
import org.samband.parties.Role;

/// Each rule of the door to the dossiers accepts once and refuses once.
class DossierRulesTest {
    @TempDir private static Path folder;
    private static DossierNodes nodes;

    private static final Map<String, String> DATES = Map.of("dates", "12.3.2026\n19.3.2026");

    @BeforeAll
    static void openBothNodes() {
        nodes = DossierNodes.open(folder);
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static Acted open(
            Officer officer, String procedure, String title, String area, Marking marking) {
        return nodes.eu.dossiers().open(officer, EU_NORWAY, procedure, title, area, marking, DATES);
    }

    private static Acted titled(String title) {
        return open(nodes.eu.desk(), "consultation", title, "", OPEN);
    }

    private static ActRef proposed() {
        return nodes.eu.opened("consultation", DATES);
    }

    private static void refused(Acted acted, Rule... rules) {
        assertThat(DossierNodes.rules(acted)).containsExactly(rules);
    }

    private static Acted act(ActRef dossier, String act, int version, Map<String, String> typed) {
        return nodes.eu
                .dossiers()
                .act(
                        nodes.eu.officer(Role.DESK_OFFICER, Role.HEAD),
                        EU_NORWAY,
                        dossier,
                        act,
                        version,
                        OPEN,
                        typed);
    }

    @Test
    void pro02AnActNeedsADossier() {
        refused(
                act(new ActRef(Walks.EU, 999), "comment", 1, Map.of("comment", "EXERCISE")),
                ProcedureRule.UNKNOWN_DOSSIER);
        DossierNodes.done(act(proposed(), "comment", 1, Map.of("comment", "EXERCISE")));
    }

    @Test
    void pro03AnActIsOneOfTheProcedure() {
        refused(act(proposed(), "applaud", 1, Map.of()), ProcedureRule.UNKNOWN_ACT);
        DossierNodes.done(act(proposed(), "cancel", 1, Map.of("reason", "EXERCISE")));
    }

    @Test
    void pro04AnActIsDoneFromItsStates() {
        var dossier = proposed();
        refused(
                act(dossier, "hold", 1, Map.of("held-on", "1.3.2026")),
                ProcedureRule.NOT_FROM_STATE);
        DossierNodes.done(act(dossier, "cancel", 1, Map.of("reason", "EXERCISE")));
        refused(
                act(dossier, "cancel", 2, Map.of("reason", "EXERCISE")),
                ProcedureRule.NOT_FROM_STATE);
    }

    @Test
    void pro05AnActIsDoneByItsParty() {
        var dossier = proposed();
        var agreed = Map.of("agreed-date", "12.3.2026");
        refused(act(dossier, "agree-date", 1, agreed), ProcedureRule.NOT_YOUR_PARTY);
        nodes.toNorway();
        nodes.no.acted(dossier, "agree-date", agreed);
        assertThat(
                        DossierNodes.rules(
                                nodes.no
                                        .dossiers()
                                        .open(
                                                nodes.no.desk(),
                                                EU_NORWAY,
                                                "forum-invitation",
                                                "EXERCISE",
                                                "",
                                                OPEN,
                                                Map.of())))
                .containsExactly(ProcedureRule.NOT_YOUR_PARTY);
    }

    @Test
    void pro06AnActIsDoneByAnOfficerOfItsRoles() {
        refused(
                open(nodes.eu.officer(Role.AUDITOR), "consultation", "EXERCISE", "", OPEN),
                ProcedureRule.NOT_YOUR_ROLE);
        var forum =
                DossierNodes.done(
                        nodes.eu
                                .dossiers()
                                .open(
                                        nodes.eu.desk(),
                                        EU_NORWAY,
                                        "forum-invitation",
                                        "EXERCISE",
                                        "",
                                        OPEN,
                                        Map.of("edition", "EXERCISE", "begins", "1.5.2026")));
        var reason = Map.of("reason", "EXERCISE");
        refused(
                nodes.eu.act(nodes.eu.desk(), forum, "withdraw", reason),
                ProcedureRule.NOT_YOUR_ROLE);
        DossierNodes.done(nodes.eu.act(nodes.eu.head(), forum, "withdraw", reason));
    }

    @Test
    void pro07AFormForAnEarlierStandIsRefused() {
        var dossier = proposed();
        DossierNodes.done(act(dossier, "comment", 1, Map.of("comment", "EXERCISE")));
        var late = act(dossier, "cancel", 1, Map.of("reason", "EXERCISE"));
        refused(late, ProcedureRule.MOVED_ON);
        assertThat(((Acted.Refused) late).refusals().getFirst().sentence()).contains("EU wrote");
        DossierNodes.done(act(dossier, "cancel", 2, Map.of("reason", "EXERCISE")));
    }

    @Test
    void pro22WhatIsAgreedIsWhatStands() {
        var meeting = proposed();
        nodes.toNorway();
        nodes.no.acted(meeting, "agree-date", Map.of("agreed-date", "12.3.2026"));
        nodes.no.acted(meeting, "hold", Map.of("held-on", "12.3.2026"));
        nodes.no.acted(meeting, "note-conclusions", Map.of("conclusions", "EXERCISE"));
        nodes.toTheEu();
        var version = nodes.eu.dossier(meeting).version();
        refused(act(meeting, "agree-conclusions", version, Map.of()), ProcedureRule.OTHER_BYTES);
        refused(
                act(
                        meeting,
                        "agree-conclusions",
                        version,
                        Map.of(Dossiers.CONFIRMS, "0".repeat(64))),
                ProcedureRule.OTHER_BYTES);
        nodes.eu.acted(meeting, "agree-conclusions", Map.of());
    }

    @Test
    void pro24ATitleHasOneToTwoHundredCharacters() {
        refused(titled("  "), ProcedureRule.TITLE_MISSING);
        refused(titled("x".repeat(201)), ProcedureRule.TITLE_MISSING);
        DossierNodes.done(titled("ø".repeat(200)));
    }

    @Test
    void pro21NothingTypedTurnsTheDirectionOfWriting() {
        refused(titled("EXERCISE \u202e"), ProcedureRule.CONTROL_CHARACTER);
        var dossier = proposed();
        refused(
                act(dossier, "comment", 1, Map.of("comment", "nul \u0000")),
                ProcedureRule.CONTROL_CHARACTER);
        DossierNodes.done(act(dossier, "comment", 1, Map.of("comment", "two\r\nlines\tæøå 🇳🇴")));
    }

    @Test
    void pro25AnActNeedsAMarking() {
        refused(
                open(nodes.eu.desk(), "consultation", "EXERCISE", "", Marking.NONE),
                ProcedureRule.NO_MARKING);
        DossierNodes.done(open(nodes.eu.desk(), "consultation", "EXERCISE", "", OPEN));
    }

    @Test
    void aMarkingIsKnownReadableAndReleasable() {
        marked("EU:GEHEIM", LabelRule.UNKNOWN_WORD);
        marked("EU:S-UE", LabelRule.ABOVE_CLEARANCE);
        marked("EU:LIMITE", LabelRule.NOT_RELEASABLE);
        DossierNodes.done(
                open(
                        nodes.eu.desk(),
                        "consultation",
                        "EXERCISE",
                        "",
                        Marking.parse("EU:LIMITE;REL NO")));
    }

    private static void marked(String marking, Rule rule) {
        refused(
                open(nodes.eu.desk(), "consultation", "EXERCISE", "", Marking.parse(marking)),
                rule);
    }

    @Test
    void pro26AnActHasAtLeastTheMarkingOfItsFloor() {
        var files = new TreeMap<>(Procedures.files());
        var text = java.util.Objects.requireNonNull(files.get("consultation.yaml"));
        var floored =
                text.replace("    to: agreed\n", "    to: agreed\n    floor: \"TLP:AMBER\"\n");
        var act =
                new Procedures(Map.of("floor.yaml", floored))
                        .all()
                        .getFirst()
                        .act("agree-date")
                        .orElseThrow();
        var markings =
                new ActMarking(
                        org.samband.node.TestRooms.policies(),
                        org.samband.label.Ceiling.UNACCREDITED,
                        Walks.NO);
        assertThat(markings.ofAct(nodes.eu.desk(), act, OPEN))
                .hasValueSatisfying(
                        why -> assertThat(why.rule()).isEqualTo(ProcedureRule.BELOW_FLOOR));
        assertThat(markings.ofAct(nodes.eu.desk(), act, Marking.parse("TLP:AMBER"))).isEmpty();
    }

    @Test
    void pro27ANoteHasAText() {
        var dossier = proposed();
        for (var text : List.of(" ", "x".repeat(20_001))) {
            refused(note(nodes.eu.desk(), dossier, text), ProcedureRule.NOTE_EMPTY);
        }
        DossierNodes.done(note(nodes.eu.desk(), dossier, "EXERCISE"));
    }

    @Test
    void pro30ANoteIsWrittenByAnOfficerWhoMay() {
        var dossier = proposed();
        refused(
                note(nodes.eu.officer(Role.AUDITOR), dossier, "EXERCISE"),
                ProcedureRule.NOT_FOR_NOTES);
        DossierNodes.done(note(nodes.eu.officer(Role.REGISTRY_OFFICER), dossier, "EXERCISE"));
    }

    private static Acted note(Officer officer, ActRef dossier, String text) {
        return nodes.eu.dossiers().note(officer, EU_NORWAY, dossier, text, OPEN);
    }

    @Test
    void pro28ThePartnershipUsesTheProcedure() {
        refused(
                open(nodes.eu.desk(), "commitment-correction", "EXERCISE", "", OPEN),
                ProcedureRule.NOT_USED);
        DossierNodes.done(open(nodes.eu.desk(), "consultation", "EXERCISE", "", OPEN));
    }

    @Test
    void pro29ADossierIsOpenedInAnAreaThatTheOfficerWorksWith() {
        var desk = nodes.eu.desk();
        var space = DossierNodes.limited(desk, DossierNodes.areas("space"), desk.clearance());
        refused(
                open(space, "consultation", "EXERCISE", "cyber", OPEN),
                ProcedureRule.NOT_YOUR_AREA);
        refused(
                open(desk, "consultation", "EXERCISE", "nowhere", OPEN),
                ProcedureRule.NOT_YOUR_AREA);
        DossierNodes.done(open(space, "consultation", "EXERCISE", "space", OPEN));
    }

    @Test
    void allThatIsWrongOnAFormIsSaidAtOnce() {
        var answer =
                nodes.eu
                        .dossiers()
                        .open(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                "consultation",
                                "",
                                "nowhere",
                                Marking.NONE,
                                Map.of("dates", "tomorrow", "venue", "x".repeat(201)));
        assertThat(((Acted.Refused) answer).refusals())
                .extracting(one -> one.rule().id() + " " + one.where())
                .containsExactly(
                        "PRO-24 title",
                        "PRO-29 area",
                        "PRO-12 dates",
                        "PRO-11 venue",
                        "PRO-25 marking");
    }
}
