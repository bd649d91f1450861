// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.commitment.ExercisePact.LIMITED;
import static org.samband.commitment.ExercisePact.OPEN;
import static org.samband.commitment.ExercisePact.PARTNERSHIP;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Rule;
import org.samband.commitment.ExercisePact;
import org.samband.node.TestRooms;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.Role;
import org.samband.procedure.Cut;

@NullUnmarked // what is missing fails the test
class StocktakesTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);

    @TempDir private Path folder;

    private static Stocktakes door(ExercisePact.Side side) {
        return side.rooms().door(Stocktakes.class);
    }

    private static Profile profile(ExercisePact.Side side) {
        return side.text().profile();
    }

    private static Outcome<Stocktake> take(ExercisePact.Side side, Officer officer) {
        return door(side).of(officer, profile(side), FROM, TO, door(side).now(profile(side)));
    }

    private static Stocktake taken(ExercisePact.Side side) {
        return value(take(side, side.officer()));
    }

    private static Stocktake value(Outcome<Stocktake> outcome) {
        return ((Outcome.Accepted<Stocktake>) outcome).value();
    }

    private static Stocktake again(ExercisePact.Side side, Scope scope) {
        return value(door(side).of(side.officer(), profile(side), scope));
    }

    private static Rule rule(Outcome<Stocktake> outcome) {
        return ((Outcome.Refused<Stocktake>) outcome).refusal().rule();
    }

    private static String text(Stocktake stocktake) {
        return new String(StocktakeDocument.bytes(stocktake), UTF_8);
    }

    @Test
    void bothNodesComeToTheSameBytes() {
        try (var pact = ExercisePact.open(folder)) {
            pact.consultation("cyber", "EXERCISE cyber", "2026-03-05", OPEN);
            pact.consultation("space", "EXERCISE space", "2025-11-05", LIMITED);
            var ours = taken(pact.eu);
            var theirs = again(pact.no, ours.scope());
            assertThat(text(theirs)).isEqualTo(text(ours));
            assertThat(StocktakeDocument.hash(ours)).hasSize(64);
        }
    }

    @Test
    void aPastStocktakeIsWorkedOutAgainByteForByte() {
        try (var pact = ExercisePact.open(folder)) {
            pact.consultation("cyber", "EXERCISE cyber", "2026-03-05", OPEN);
            var before = taken(pact.eu);
            pact.consultation("cyber", "EXERCISE more", "2026-04-05", OPEN);
            assertThat(text(taken(pact.eu))).isNotEqualTo(text(before));
            assertThat(text(again(pact.eu, before.scope()))).isEqualTo(text(before));
        }
    }

    @Test
    void itSaysWhereEachCommitmentStoodAndStandsAndWhatIsNewOrQuiet() {
        try (var pact = ExercisePact.open(folder)) {
            pact.consultation("cyber", "EXERCISE cyber", "2026-03-05", OPEN);
            var all = taken(pact.eu);
            var consultations = all.commitment("p2.4.s1").orElseThrow();
            assertThat(consultations.evidence()).hasSize(1);
            assertThat(consultations.isNew()).isTrue();
            assertThat(consultations.changed()).isTrue();
            var dialogue = all.commitment("p2.3.s1").orElseThrow();
            assertThat(dialogue.isQuiet()).isTrue();
            assertThat(dialogue.isNew()).isFalse();
        }
    }

    @Test
    void figuresAreThoseOfThePeriodAndTheArea() {
        try (var pact = ExercisePact.open(folder)) {
            pact.consultation("cyber", "EXERCISE cyber", "2026-03-05", OPEN);
            var day = LocalDate.ofInstant(TestRooms.NOON, java.time.ZoneOffset.UTC);
            var eu = door(pact.eu);
            var period =
                    value(
                            eu.of(
                                    pact.eu.officer(),
                                    profile(pact.eu),
                                    day.minusDays(1),
                                    day.plusDays(1),
                                    eu.now(profile(pact.eu))));
            var figures = period.area("cyber").orElseThrow().figures();
            assertThat(figures.opened()).isEqualTo(1);
            assertThat(figures.acts())
                    .containsEntry(new PartyCode("EU"), 2)
                    .containsEntry(new PartyCode("NO"), 1);
            assertThat(figures.answers().get(new PartyCode("NO")).count()).isEqualTo(1);
            assertThat(period.area("space").orElseThrow().figures().allActs()).isZero();
            var later =
                    value(
                            eu.of(
                                    pact.eu.officer(),
                                    profile(pact.eu),
                                    day.plusDays(2),
                                    day.plusDays(3),
                                    eu.now(profile(pact.eu))));
            assertThat(later.area("cyber").orElseThrow().figures().allActs()).isZero();
            assertThat(later.area("cyber").orElseThrow().figures().opened()).isZero();
        }
    }

    @Test
    void eachPartysViewStandsBesideTheOthers() {
        try (var pact = ExercisePact.open(folder)) {
            var review =
                    pact.eu.opens("area-review", "", Map.of("for-dialogue", "EXERCISE Dialogue"));
            pact.bothWays();
            view(pact.eu, review, "some");
            view(pact.eu, review, "good");
            pact.bothWays();
            view(pact.no, review, "little");
            pact.bothWays();
            reports(pact.eu, "EXERCISE indicators");
            reports(pact.no, "EXERCISE priorities");
            pact.bothWays();
            var day = LocalDate.ofInstant(TestRooms.NOON, java.time.ZoneOffset.UTC);
            var taken =
                    value(
                            door(pact.no)
                                    .of(
                                            pact.no.officer(),
                                            profile(pact.no),
                                            day.minusDays(1),
                                            day.plusDays(1),
                                            door(pact.no).now(profile(pact.no))));
            var cyber = taken.area("cyber").orElseThrow();
            assertThat(cyber.views()).extracting(View::progress).containsExactly("good", "little");
            assertThat(cyber.differs()).isTrue();
            assertThat(taken.frames())
                    .extracting(OwnFrame::plan)
                    .containsExactly("EXERCISE indicators", "EXERCISE priorities");
            assertThat(taken.frames().getLast())
                    .returns(new PartyCode("NO"), OwnFrame::by)
                    .returns("EXERCISE report", OwnFrame::report)
                    .returns(
                            List.of(new OwnFrame.Line("EXERCISE peace", "EXERCISE mediators")),
                            OwnFrame::lines);
            assertThat(text(taken)).doesNotContain("indicators", "mediators", "report-year");
        }
    }

    private static void reports(ExercisePact.Side side, String plan) {
        var frame = side.opens("wps-frame", "", Map.of("report-year", "2026", "plan", plan));
        side.acts(
                frame,
                "enter-line",
                Map.of("heading", "EXERCISE peace", "what-was-done", "EXERCISE mediators"));
        side.acts(frame, "report", Map.of("report", "EXERCISE report"));
    }

    private static void view(
            ExercisePact.Side side, org.samband.procedure.ActRef review, String progress) {
        side.acts(
                review,
                "put-view",
                Map.of("area-of", "Cyber Issues", "progress", progress, "view", "EXERCISE view"));
    }

    @Test
    void whatAnOfficerMayNotReadIsNotCountedAndNotHinted() {
        try (var pact = ExercisePact.open(folder)) {
            pact.consultation("cyber", "EXERCISE cyber", "2026-03-05", OPEN);
            var green = pact.eu.officer(NeedToKnow.allOf(PARTNERSHIP), "", Role.DESK_OFFICER);
            var without = value(take(pact.eu, green));
            pact.consultation("space", "EXERCISE closed", "2026-03-06", LIMITED);
            var with = value(take(pact.eu, green));
            assertThat(with.scope().most()).isEqualTo(without.scope().most());
            assertThat(with.areas()).isEqualTo(without.areas());
            assertThat(rule(door(pact.eu).of(green, profile(pact.eu), taken(pact.eu).scope())))
                    .isEqualTo(StocktakeRule.NOT_TO_BE_READ);
        }
    }

    @Test
    void anOfficerOfSomeAreasSeesAPartOfIt() {
        try (var pact = ExercisePact.open(folder)) {
            pact.consultation("cyber", "EXERCISE cyber", "2026-03-05", OPEN);
            pact.consultation("space", "EXERCISE space", "2026-03-06", OPEN);
            var cyber = pact.eu.officer(ExercisePact.areas("cyber"), "LIMITE", Role.DESK_OFFICER);
            var part = value(take(pact.eu, cyber));
            assertThat(part.whole()).isFalse();
            assertThat(part.area("space")).isEmpty();
            assertThat(part.area("cyber")).isPresent();
            assertThat(taken(pact.eu).whole()).isTrue();
        }
    }

    @Test
    void aPeriodHasABeginningAndAnEnd() {
        try (var pact = ExercisePact.open(folder)) {
            var eu = door(pact.eu);
            var now = eu.now(profile(pact.eu));
            assertThat(rule(eu.of(pact.eu.officer(), profile(pact.eu), TO, FROM, now)))
                    .isEqualTo(StocktakeRule.ENDS_BEFORE_IT_BEGINS);
            assertThat(
                            rule(
                                    eu.of(
                                            pact.eu.officer(),
                                            profile(pact.eu),
                                            FROM,
                                            FROM.plusYears(Scope.MOST_YEARS).plusDays(1),
                                            now)))
                    .isEqualTo(StocktakeRule.TOO_LONG);
            assertThat(
                            eu.of(
                                            pact.eu.officer(),
                                            profile(pact.eu),
                                            FROM,
                                            FROM.plusYears(Scope.MOST_YEARS),
                                            now)
                                    .isAccepted())
                    .isTrue();
        }
    }

    @Test
    void entriesThatAreNotHereAreWaitedFor() {
        try (var pact = ExercisePact.open(folder)) {
            pact.eu.opens("consultation", "cyber", Map.of("dates", "2026-03-05"));
            var ours = taken(pact.eu);
            assertThat(rule(door(pact.no).of(pact.no.officer(), profile(pact.no), ours.scope())))
                    .isEqualTo(StocktakeRule.NOT_HELD);
            pact.bothWays();
            assertThat(text(again(pact.no, ours.scope()))).isEqualTo(text(ours));
            var other =
                    new Scope(
                            FROM,
                            TO,
                            Cut.of(Map.of(new PartyCode("EU"), 0L, new PartyCode("SE"), 0L)),
                            OPEN);
            assertThat(rule(door(pact.eu).of(pact.eu.officer(), profile(pact.eu), other)))
                    .isEqualTo(StocktakeRule.NOT_HELD);
        }
    }

    @Test
    void theLedgersCountAsTheyStoodWhenADayWasOver() {
        try (var pact = ExercisePact.open(folder)) {
            pact.consultation("cyber", "EXERCISE cyber", "2026-03-05", OPEN);
            var eu = door(pact.eu);
            var day = LocalDate.ofInstant(TestRooms.NOON, java.time.ZoneOffset.UTC);
            assertThat(eu.endOf(profile(pact.eu), day.minusDays(2)).toString())
                    .isEqualTo("EU:0,NO:0");
            assertThat(eu.endOf(profile(pact.eu), day.plusDays(1)))
                    .isEqualTo(eu.now(profile(pact.eu)));
        }
    }

    @Test
    void aScopeIsReadInTheOneFormInWhichItIsWritten() {
        var policies = TestRooms.policies();
        var text = "2026-01-01/2026-12-31/EU:312,NO:287/EU:LIMITE;REL NO";
        assertThat(Scope.of(text, policies).map(Scope::toString)).isEqualTo(Outcome.accepted(text));
        for (var wrong :
                new String[] {
                    "",
                    "2026-01-01/2026-12-31",
                    "2026-13-01/2026-12-31/EU:312,NO:287/TLP:GREEN",
                    "2026-12-31/2026-01-01/EU:312,NO:287/TLP:GREEN",
                    "2026-01-01/2026-12-31/EU:012,NO:287/TLP:GREEN",
                    "2026-01-01/2026-12-31/NO:287,EU:312/TLP:GREEN",
                    "2026-01-01/2026-12-31/EU:312,EU:287/TLP:GREEN",
                    "2026-01-01/2026-12-31/EU:312,NO:287/TLP:PURPLE",
                    "2026-01-01/2026-12-31/EU:9999999999999999,NO:287/TLP:GREEN"
                }) {
            assertThat(Scope.of(wrong, policies))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused ->
                                    assertThat(refused.refusal().rule())
                                            .isEqualTo(StocktakeRule.NO_SCOPE));
        }
    }
}
