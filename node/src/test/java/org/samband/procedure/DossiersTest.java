// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.OPEN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.parties.PartyCode;
import org.samband.parties.Sight;

/// Dossiers on both parties' nodes, with a line that the test cuts and mends.
class DossiersTest {
    @TempDir private static Path folder;
    private static DossierNodes nodes;

    private static final Map<String, String> EDITION =
            Map.of("edition", "EXERCISE Forum 2026", "begins", "2026-05-20");
    private static final Map<String, String> INVITATION =
            Map.of("level", "minister", "answer-by", "10.4.2026", "invitation", "EXERCISE: come.");
    private static final Map<String, String> DATES =
            Map.of("dates", "12.3.2026\n2026-03-19", "answer-by", "2026-03-05");

    @BeforeAll
    static void openBothNodes() {
        nodes = DossierNodes.open(folder);
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static void sameOnBoth(ActRef dossier) {
        assertThat(nodes.no.dossier(dossier).state()).isEqualTo(nodes.eu.dossier(dossier).state());
        assertThat(nodes.no.evidences().of(Sight.NODE, EU_NORWAY, List.of()))
                .isEqualTo(nodes.eu.evidences().of(Sight.NODE, EU_NORWAY, List.of()));
    }

    private static String state(DossierNodes.Node node, ActRef dossier) {
        return node.dossier(dossier).state().state().name();
    }

    private static List<String> evidence(DossierNodes.Node node, ActRef dossier) {
        return node.evidences().of(Sight.NODE, EU_NORWAY, List.of()).stream()
                .filter(one -> one.dossier().equals(dossier))
                .map(one -> one.commitment() + " " + one.type() + " " + one.on())
                .toList();
    }

    @Test
    void anInvitationGoesOverAndItsAnswerComesBack() {
        var forum = nodes.eu.opened("forum-invitation", EDITION);
        nodes.eu.acted(forum, "invite", INVITATION);
        nodes.toNorway();
        nodes.no.acted(forum, "accept", Map.of("delegation", "State Secretary"));
        nodes.toTheEu();
        nodes.no.acted(forum, "attend", Map.of("attended-on", "20.5.2026"));
        nodes.toTheEu();
        sameOnBoth(forum);
        assertThat(state(nodes.eu, forum)).isEqualTo("attended");
        assertThat(evidence(nodes.eu, forum))
                .containsExactlyInAnyOrder(
                        "p11.1.s1 invitation-sent 2026-03-02",
                        "p11.1.s1 invitation-accepted 2026-03-02",
                        "p11.1.s1 forum-attended 2026-05-20");
        assertThat(nodes.no.dossier(forum).state().acts().getFirst().act().by())
                .hasToString("By[authority=EEAS, officer=EXERCISE Officer, role=desk officer]");
    }

    @Test
    void datesProposedAndAgreedStandInTheCalendarUntilTheMeetingIsHeld() {
        var meeting = nodes.no.opened("consultation", DATES);
        assertThat(coming(meeting))
                .containsExactly(
                        "2026-03-05 ANSWER EU", "2026-03-12 PROPOSED ", "2026-03-19 PROPOSED ");
        nodes.toTheEu();
        nodes.eu.acted(meeting, "agree-date", Map.of("agreed-date", "19.3.2026"));
        nodes.toNorway();
        assertThat(coming(meeting)).containsExactly("2026-03-19 AGREED ");
        nodes.no.acted(meeting, "postpone", Map.of("dates", "2026-04-01"));
        assertThat(coming(meeting)).containsExactly("2026-04-01 PROPOSED ");
        assertThat(nodes.no.dossier(meeting).state().value("agreed-date")).isEmpty();
        nodes.toTheEu();
        nodes.eu.acted(meeting, "agree-date", Map.of("agreed-date", "2026-04-01"));
        nodes.eu.acted(meeting, "hold", Map.of("held-on", "2026-04-01"));
        nodes.toNorway();
        assertThat(coming(meeting)).isEmpty();
        sameOnBoth(meeting);
    }

    private static List<String> coming(ActRef dossier) {
        return nodes
                .no
                .evidences()
                .coming(Sight.NODE, EU_NORWAY, LocalDate.EPOCH, LocalDate.of(2099, 1, 1))
                .stream()
                .filter(one -> one.dossier().equals(dossier))
                .map(one -> one.on() + " " + one.kind() + " " + one.party())
                .toList();
    }

    @Test
    void conclusionsAgreedByBothHaveFollowUpsThatOneReportsDone() {
        var meeting = heldConsultation();
        nodes.eu.acted(
                meeting,
                "note-conclusions",
                Map.of(
                        "conclusions",
                        "EXERCISE: both go on.",
                        "follow-ups",
                        "Norway/MFA | send the list | paragraph 23 | 1.6.2026\nEU | answer it"));
        nodes.toNorway();
        assertThat(followUps(meeting)).containsExactly("NO not agreed", "EU not agreed");
        nodes.no.acted(meeting, "agree-conclusions", Map.of());
        var open = nodes.no.dossier(meeting).state().followUps();
        assertThat(followUps(meeting)).containsExactly("NO open", "EU open");
        assertThat(open.getFirst().authority()).contains("MFA");
        assertThat(open.getFirst().paragraph()).contains("23");
        nodes.no.acted(
                meeting,
                "report-follow-up",
                Map.of(
                        "follow-up",
                        open.getFirst().id(),
                        "result",
                        "EXERCISE: sent.",
                        "done-on",
                        "30.5.2026"));
        assertThat(followUps(meeting)).containsExactly("EU open", "NO done");
        nodes.toTheEu();
        sameOnBoth(meeting);
    }

    /// PRO-38 and PRO-39 refuse; what both want dropped is.
    @Test
    void aFollowUpKeepsItsFileOpenUntilBothWantItDropped() {
        var meeting = heldConsultation();
        nodes.eu.acted(
                meeting,
                "note-conclusions",
                Map.of("conclusions", "EXERCISE", "follow-ups", "EU | EXERCISE: think of it"));
        nodes.toNorway();
        nodes.no.acted(meeting, "agree-conclusions", Map.of());
        nodes.toTheEu();
        var id = nodes.eu.dossier(meeting).state().followUps().getFirst().id();
        nodes.eu.acted(meeting, "report-progress", Map.of("under-way", id, "progress", "EXERCISE"));
        var drop = Map.of("to-drop", id, "why-dropped", "EXERCISE: overtaken");
        nodes.eu.acted(meeting, "drop-follow-up", drop);
        assertThat(
                        DossierNodes.rules(
                                nodes.eu.act(nodes.eu.desk(), meeting, "drop-follow-up", drop)))
                .containsExactly(ProcedureRule.ASKED_ALREADY);
        assertThat(DossierNodes.rules(nodes.eu.act(nodes.eu.desk(), meeting, "close", Map.of())))
                .containsExactly(ProcedureRule.FOLLOW_UPS_OPEN);
        nodes.toNorway();
        nodes.no.acted(meeting, "keep-follow-up", Map.of("to-keep", id, "why-kept", "EXERCISE"));
        assertThat(
                        DossierNodes.rules(
                                nodes.no.act(
                                        nodes.no.desk(),
                                        meeting,
                                        "keep-follow-up",
                                        Map.of("to-keep", id, "why-kept", "EXERCISE"))))
                .containsExactly(ProcedureRule.NO_SUCH_FOLLOW_UP);
        nodes.no.acted(meeting, "drop-follow-up", drop);
        nodes.toTheEu();
        assertThat(nodes.eu.dossier(meeting).state().followUps().getFirst().dropAsked()).isTrue();
        nodes.eu.acted(meeting, "drop-follow-up", drop);
        var dropped = nodes.eu.dossier(meeting).state().followUps().getFirst();
        assertThat(dropped.dropped()).isPresent();
        assertThat(dropped.reports())
                .extracting(FollowUp.Report::step)
                .containsExactly(
                        FollowUp.Step.PROGRESS,
                        FollowUp.Step.DROP,
                        FollowUp.Step.KEEP,
                        FollowUp.Step.DROP,
                        FollowUp.Step.DROP);
        nodes.eu.acted(meeting, "close", Map.of());
        nodes.toNorway();
        sameOnBoth(meeting);
    }

    private static ActRef heldConsultation() {
        var meeting = nodes.eu.opened("consultation", DATES);
        nodes.toNorway();
        nodes.no.acted(meeting, "agree-date", Map.of("agreed-date", "19.3.2026"));
        nodes.toTheEu();
        nodes.eu.acted(meeting, "hold", Map.of("held-on", "19.3.2026"));
        nodes.toNorway();
        return meeting;
    }

    /// Those that are open, then those that are done.
    private static Stream<FollowUpLine> followUps() {
        return Stream.of(FollowUpFilter.State.OPEN, FollowUpFilter.State.DONE)
                .flatMap(state ->
                        nodes
                                .no
                                .evidences()
                                .followUps(
                                        Sight.NODE,
                                        EU_NORWAY,
                                        new FollowUpFilter(
                                                Optional.empty(), Optional.empty(), state),
                                        1)
                                .stream());
    }

    private static List<String> followUps(ActRef dossier) {
        return followUps()
                .filter(line -> line.dossier().equals(dossier))
                .map(FollowUpLine::followUp)
                .map(one ->
                        one.owner()
                                + (one.done().isPresent()
                                        ? " done"
                                        : one.open() ? " open" : " not agreed"))
                .toList();
    }

    @Test
    void actsThatCrossStayInTheFileAndTheEvidenceOfTheOneThatYieldsGoesAway() {
        var forum = nodes.eu.opened("forum-invitation", EDITION);
        nodes.eu.acted(forum, "invite", INVITATION);
        nodes.toNorway();
        var accepted = nodes.no.acted(forum, "accept", Map.of("delegation", "Minister"));
        var withdrawn = nodes.eu.acted(forum, "withdraw", Map.of("reason", "EXERCISE"));
        assertThat(evidence(nodes.no, forum)).contains("p11.1.s1 invitation-accepted 2026-03-02");
        nodes.bothWays();
        sameOnBoth(forum);
        assertThat(state(nodes.no, forum)).isEqualTo("withdrawn");
        assertThat(nodes.no.dossier(forum).act(accepted).orElseThrow().effect())
                .isEqualTo(new Effect.Crossed(withdrawn));
        assertThat(evidence(nodes.no, forum))
                .containsExactly("p11.1.s1 invitation-sent 2026-03-02");
    }

    @Test
    void afterAnOutageOnBothSidesTheNodesConverge() {
        var meeting = heldConsultation();
        for (int i = 0; i < 3; i++) {
            nodes.eu.acted(meeting, "comment", remark(nodes.eu, i));
            nodes.no.acted(meeting, "comment", remark(nodes.no, i));
        }
        var noted = Map.of("conclusions", "EXERCISE conclusions");
        nodes.eu.acted(meeting, "note-conclusions", noted);
        nodes.no.acted(meeting, "note-conclusions", noted);
        nodes.no.acted(meeting, "comment", remark(nodes.no, 9));
        nodes.toTheEu();
        nodes.toNorway();
        sameOnBoth(meeting);
        assertThat(nodes.eu.dossier(meeting).state().acts())
                .filteredOn(act -> act.effect() instanceof Effect.Crossed)
                .singleElement()
                .satisfies(act -> assertThat(act.act().ref().party().value()).isEqualTo("NO"));
    }

    @Test
    void anActThatArrivesLateIsReadWhereItBelongs() {
        var meeting = heldConsultation();
        nodes.eu.acted(meeting, "comment", remark(nodes.eu, 1));
        var early = nodes.eu.ledger();
        nodes.eu.acted(meeting, "note-conclusions", Map.of("conclusions", "EXERCISE first"));
        DossierNodes.carry(nodes.eu, nodes.no, early);
        nodes.no.acted(meeting, "note-conclusions", Map.of("conclusions", "EXERCISE second"));
        assertThat(nodes.no.dossier(meeting).state().value("conclusions"))
                .contains("EXERCISE second");
        nodes.bothWays();
        sameOnBoth(meeting);
        assertThat(nodes.no.dossier(meeting).state().value("conclusions"))
                .contains("EXERCISE first");
    }

    private static Map<String, String> remark(DossierNodes.Node node, int number) {
        return Map.of("comment", "EXERCISE " + node.party() + number);
    }

    @Test
    void ofTwoOfficersWhoActAtOnceOneIsToldThatTheFileHasMovedOn() throws Exception {
        var meeting = nodes.eu.opened("consultation", DATES);
        nodes.toNorway();
        var version = nodes.no.dossier(meeting).version();
        var agreeing =
                (Callable<Acted>)
                        () ->
                                nodes.no
                                        .dossiers()
                                        .act(
                                                nodes.no.desk(),
                                                EU_NORWAY,
                                                meeting,
                                                "agree-date",
                                                version,
                                                OPEN,
                                                Map.of("agreed-date", "12.3.2026"));
        try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Acted>();
            for (var answer : officers.invokeAll(List.of(agreeing, agreeing, agreeing))) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(one -> one instanceof Acted.Done).hasSize(1);
            assertThat(answers)
                    .filteredOn(one -> one instanceof Acted.Refused)
                    .hasSize(2)
                    .allSatisfy(one ->
                            assertThat(DossierNodes.rules(one))
                                    .containsExactly(ProcedureRule.MOVED_ON));
        }
        assertThat(nodes.no.dossier(meeting).version()).isEqualTo(version + 1);
    }

    @Test
    void ownNotesStayAtTheirNode() {
        var meeting = nodes.eu.opened("consultation", DATES);
        var secret = "EXERCISE our red line is 42";
        DossierNodes.done(
                nodes.eu.dossiers().note(nodes.eu.desk(), EU_NORWAY, meeting, secret, OPEN));
        nodes.toNorway();
        assertThat(nodes.eu.dossier(meeting).notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo(secret));
        assertThat(nodes.eu.dossier(meeting).version()).isEqualTo(1);
        assertThat(nodes.no.dossier(meeting).notes()).isEmpty();
        var pair = nodes.eu.rooms().door(LedgerPair.class);
        assertThat(nodes.eu.rooms().door(Ledgers.class).bytes(pair.shared(), 1, 1000))
                .isNotEmpty()
                .noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("red line"));
    }

    @Test
    void whatIsDerivedCanBeThrownAwayAndComesBackTheSame() {
        var meeting = heldConsultation();
        DossierNodes.done(
                nodes.no.dossiers().note(nodes.no.desk(), EU_NORWAY, meeting, "EXERCISE", OPEN));
        nodes.no.acted(
                meeting,
                "note-conclusions",
                Map.of("conclusions", "EXERCISE", "follow-ups", "NO | send | 1.6.2026"));
        var before = derived();
        nodes.no.dossiers().rebuild(EU_NORWAY);
        assertThat(derived()).isEqualTo(before);
    }

    private static List<Object> derived() {
        var dossiers = nodes.no.dossiers();
        var list = dossiers.list(Sight.NODE, EU_NORWAY, DossierFilter.ALL);
        var evidences = nodes.no.evidences();
        return List.of(
                list,
                nodes.no.desks().changed(Sight.NODE, EU_NORWAY, Instant.EPOCH, 1000),
                list.lines().stream()
                        .map(line -> dossiers.dossier(Sight.NODE, EU_NORWAY, line.ref()))
                        .toList(),
                Set.copyOf(evidences.of(Sight.NODE, EU_NORWAY, List.of())),
                followUps().toList(),
                evidences.coming(Sight.NODE, EU_NORWAY, LocalDate.EPOCH, LocalDate.of(2099, 1, 1)));
    }

    @Test
    void aListIsFilteredByProcedureStateTurnAndWords() {
        var dossiers = nodes.eu.dossiers();
        var ref =
                DossierNodes.done(
                        dossiers.open(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                "consultation",
                                "EXERCISE Consultations on Zanzibar's harbours",
                                "space",
                                OPEN,
                                DATES));
        assertThat(found("zanz harb")).containsExactly(ref);
        assertThat(found("harbours ZANZIBAR")).containsExactly(ref);
        assertThat(found(ref.toString())).contains(ref);
        assertThat(found("anzibar")).isEmpty();
        assertThat(found("zanz' or 1=1 --")).isEmpty();
        var filter =
                new DossierFilter(
                        java.util.Optional.of("consultation"),
                        java.util.Optional.of("space"),
                        java.util.Optional.of(false),
                        java.util.Optional.of("proposed"),
                        java.util.Optional.of("NO"),
                        List.of(),
                        1);
        assertThat(dossiers.list(Sight.NODE, EU_NORWAY, filter).lines())
                .extracting(DossierLine::ref)
                .containsExactly(ref);
    }

    private static List<ActRef> found(String typed) {
        var filter =
                new DossierFilter(
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        DossierFilter.words(typed),
                        1);
        return nodes.eu.dossiers().list(Sight.NODE, EU_NORWAY, filter).lines().stream()
                .map(DossierLine::ref)
                .toList();
    }

    @Test
    void aDeskReadsFromTheRowWhatTheFoldedDossierSays() {
        var late = nodes.eu.opened("consultation", DATES);
        var early =
                nodes.eu.opened(
                        "consultation", Map.of("dates", "2026-04-02", "answer-by", "2026-03-04"));
        heldConsultation();
        nodes.bothWays();
        assertThat(awaiting()).containsSubsequence(early, late);
        for (var node : List.of(nodes.eu, nodes.no)) {
            var ours = new PartyCode(node.party());
            var all = node.desks().changed(Sight.NODE, EU_NORWAY, Instant.EPOCH, 1000);
            assertThat(all).hasSizeGreaterThan(2);
            for (var one : all) {
                var state = node.dossier(one.line().ref()).state();
                assertThat(one.steps())
                        .isEqualTo(state.possible(ours).stream().filter(ActForm::moves).toList());
                assertThat(one.latest()).isEqualTo(state.latest().ref());
                assertThat(one.done()).isEqualTo(state.procedure().act(state.latest().act()));
            }
            assertThat(node.desks().awaiting(Sight.NODE, EU_NORWAY, 1000))
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream()
                                    .filter(one -> one.line().turn().contains(ours))
                                    .filter(one -> !one.steps().isEmpty())
                                    .toList());
        }
        nodes.no.acted(early, "counter-propose", Map.of("dates", "2026-04-03"));
        assertThat(awaiting()).contains(late).doesNotContain(early);
        var later = Instant.parse("2099-01-01T00:00:00Z");
        assertThat(nodes.no.desks().changed(Sight.NODE, EU_NORWAY, later, 9)).isEmpty();
    }

    private static List<ActRef> awaiting() {
        return nodes.no.desks().awaiting(Sight.NODE, EU_NORWAY, 1000).stream()
                .map(one -> one.line().ref())
                .toList();
    }

    @Test
    void aTextIsAgreedOverTheSameBytesByAHeadAlone() {
        var meeting = heldConsultation();
        nodes.eu.acted(meeting, "note-conclusions", Map.of("conclusions", "EXERCISE A"));
        nodes.toNorway();
        assertThat(
                        DossierNodes.rules(
                                nodes.no.act(
                                        nodes.no.desk(), meeting, "agree-conclusions", Map.of())))
                .containsExactly(ProcedureRule.NOT_YOUR_ROLE);
        nodes.no.acted(meeting, "agree-conclusions", Map.of());
        nodes.toTheEu();
        assertThat(state(nodes.eu, meeting)).isEqualTo("concluded");
    }

    @Test
    void theTimeOfAnActIsTheNodesOwn() {
        nodes.eu.rooms().moveTo(TestRooms.NOON.plusSeconds(60));
        var meeting = nodes.eu.opened("consultation", DATES);
        nodes.eu.rooms().moveTo(TestRooms.NOON);
        assertThat(nodes.eu.dossier(meeting).opened()).isEqualTo(TestRooms.NOON.plusSeconds(60));
    }
}
