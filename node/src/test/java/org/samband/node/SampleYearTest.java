// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.TextLine;
import org.samband.ledger.Admissions;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.Area;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.parties.ProfileFile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Effect;
import org.samband.procedure.Openings;
import org.samband.stocktake.Stocktakes;

/// The sample year: it plays to its end on two nodes, and shows what can happen in a partnership.
@Tag("slow")
class SampleYearTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 25);
    private static final SampleYear YEAR = SampleYear.of("eu-norway");
    private static final SampleOfficers OFFICERS = SampleOfficers.of("eu-norway");
    private static final List<TestRooms> ROOMS = new ArrayList<>();
    private static final List<SamplePlay> PLAYS = new ArrayList<>();

    @BeforeAll
    static void open(@TempDir Path folder) {
        var policies = TestRooms.policies();
        var profile =
                ProfileFile.inExercise(Specification.profile("eu-norway", policies), policies);
        for (var rooms : TestRooms.pair(folder)) {
            var play = new AtomicReference<SamplePlay>();
            EntryCheck crossing = (entry, ours) -> play.get().check(entry, ours);
            ROOMS.add(
                    rooms.withDossiers(profile)
                            .with("drafting")
                            .with("commitment")
                            .with("stocktake")
                            .open(crossing));
            play.set(play(rooms));
            PLAYS.add(play.get());
        }
        for (int round = 0; round < YEAR.steps().size() && !over(); round++) {
            carry(ROOMS.get(0), ROOMS.get(1));
            carry(ROOMS.get(1), ROOMS.get(0));
        }
    }

    private static boolean over() {
        return PLAYS.stream().map(SamplePlay::step).toList().equals(List.of(true, true));
    }

    private static SamplePlay play(TestRooms rooms) {
        var pair = rooms.door(LedgerPair.class);
        return new SamplePlay(
                YEAR,
                LAST_DAY,
                pair,
                rooms.door(Ledgers.class),
                () -> rooms.door(Dossiers.class),
                () -> rooms.door(JointTexts.class),
                () -> rooms.door(Stocktakes.class),
                account -> officer(pair.ours(), account),
                rooms.door(Sights.class),
                rooms.door(Partnerships.class),
                rooms.door(NodeClock.class));
    }

    private static Optional<Officer> officer(PartyCode party, String account) {
        return OFFICERS.of(party).stream()
                .map(SampleOfficers.One::appointment)
                .filter(one -> one.account().equals(account))
                .findFirst()
                .map(one ->
                        new Officer(
                                new OfficerId(1),
                                one.account(),
                                one.name(),
                                one.authority(),
                                one.roles(),
                                one.needToKnow(),
                                one.clearance(),
                                true,
                                one.language(),
                                "auto"));
    }

    private static void carry(TestRooms from, TestRooms to) {
        var head = from.door(Ledgers.class).head(from.door(LedgerPair.class).shared());
        var have = to.door(Ledgers.class).head(head.ledger()).size();
        if (head.size() > have) {
            var entries = from.door(Ledgers.class).bytes(head.ledger(), have + 1, 100);
            assertThat(
                            to.door(Admissions.class)
                                    .admit(
                                            head.ledger(),
                                            have + 1,
                                            entries,
                                            head.checkpoint().orElseThrow()))
                    .matches(org.samband.act.Outcome::isAccepted);
        }
    }

    @AfterAll
    static void close() {
        ROOMS.forEach(TestRooms::close);
    }

    @Test
    void itIsPlayedToItsEndOnBothNodes() {
        assertThat(PLAYS)
                .allSatisfy(play -> assertThat(play.progress()).matches("([0-9]+) of \\1"));
    }

    @Test
    void bothNodesShowTheSame() {
        assertThat(dossiers(0).stream().map(Dossier::state).toList())
                .isEqualTo(dossiers(1).stream().map(Dossier::state).toList());
    }

    @Test
    void twoActsCrossed() {
        assertThat(
                        dossiers(0).stream()
                                .flatMap(dossier -> dossier.state().acts().stream())
                                .filter(act -> act.effect() instanceof Effect.Crossed))
                .hasSize(1);
    }

    @Test
    void everyProcedureAndEveryAreaIsUsedByBothParties() {
        var all = dossiers(0);
        assertThat(all.stream().map(dossier -> dossier.procedure().id()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        ROOMS.getFirst().door(Openings.class).of(TestRooms.PARTNERSHIP).stream()
                                .map(opening -> opening.procedure().id())
                                .toList());
        var profile =
                ROOMS.getFirst()
                        .door(Partnerships.class)
                        .profile(TestRooms.PARTNERSHIP)
                        .orElseThrow();
        assertThat(all.stream().map(Dossier::area))
                .containsAll(
                        profile.areas().stream()
                                .filter(Area::cooperation)
                                .map(Area::shortName)
                                .toList());
        var acts = all.stream().flatMap(dossier -> dossier.state().acts().stream()).toList();
        assertThat(acts).hasSizeGreaterThanOrEqualTo(150);
        for (var party : profile.parties()) {
            assertThat(acts)
                    .filteredOn(act -> act.act().ref().party().equals(party.code()))
                    .hasSizeGreaterThanOrEqualTo(100);
        }
    }

    /// What is left out is reached in the walks of `ProceduresTest`, which pass every state.
    @Test
    void mostStatesOccur() {
        var passed =
                dossiers(0).stream()
                        .flatMap(dossier ->
                                dossier.state().acts().stream()
                                        .map(act -> dossier.procedure().id() + " " + act.state()))
                        .collect(Collectors.toCollection(TreeSet::new));
        var all =
                dossiers(0).stream()
                        .map(Dossier::procedure)
                        .distinct()
                        .flatMap(procedure ->
                                procedure.states().stream().filter(state -> !state.last()))
                        .count();
        assertThat(passed.size()).isGreaterThan((int) (all * 2 / 3));
    }

    @Test
    void everyActStandsButTheOneThatCrossed() {
        assertThat(
                        dossiers(0).stream()
                                .flatMap(dossier -> dossier.state().acts().stream())
                                .filter(act -> act.effect() instanceof Effect.WithoutEffect))
                .isEmpty();
    }

    @Test
    void aJointTextStandsInEachState() {
        for (int i = 0; i < 2; i++) {
            var rooms = ROOMS.get(i);
            var texts = rooms.door(JointTexts.class);
            var partnership = rooms.door(LedgerPair.class).partnership();
            var states =
                    dossiers(i).stream()
                            .flatMap(one -> texts.of(Sight.NODE, partnership, one.ref()).stream())
                            .map(TextLine::state)
                            .toList();
            assertThat(states)
                    .containsExactlyInAnyOrder(
                            JointText.State.PUBLIC,
                            JointText.State.SEALED,
                            JointText.State.CLEAN,
                            JointText.State.NEGOTIATED,
                            JointText.State.NEGOTIATED,
                            JointText.State.NEGOTIATED);
        }
    }

    @Test
    void everythingIsMarkedExercise() {
        assertThat(dossiers(0)).allSatisfy(one -> assertThat(one.title()).startsWith("EXERCISE"));
        assertThat(OFFICERS.all())
                .allSatisfy(one -> assertThat(one.appointment().name()).endsWith("(EXERCISE)"));
        assertThat(dossiers(1).stream().flatMap(dossier -> dossier.notes().stream()))
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note.text()).contains("(EXERCISE)"));
    }

    private static List<Dossier> dossiers(int node) {
        var rooms = ROOMS.get(node);
        var refs = new TreeSet<ActRef>();
        for (var ledger :
                List.of(
                        rooms.door(LedgerPair.class).shared(),
                        rooms.door(LedgerPair.class).counterparts())) {
            rooms.door(Ledgers.class).read(ledger, 1, 1000).stream()
                    .filter(entry -> !entry.kind().startsWith("text."))
                    .forEach(entry -> refs.add(ActRef.of(entry.subject()).orElseThrow()));
        }
        return refs.stream()
                .map(ref ->
                        rooms.door(Dossiers.class)
                                .dossier(Sight.NODE, TestRooms.PARTNERSHIP, ref)
                                .orElseThrow())
                .toList();
    }
}
