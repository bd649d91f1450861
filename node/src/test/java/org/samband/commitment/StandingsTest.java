// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.commitment.Sentences.commitment;
import static org.samband.commitment.Sentences.evidence;
import static org.samband.commitment.Situations.EFFECT;
import static org.samband.commitment.Situations.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samband.instrument.Commitment;
import org.samband.instrument.Undertaking;

/// Where commitments stand: the whole table, by hand, and its edges.
class StandingsTest {

    /// By kind of undertaking: what is expected in each of the {@link Situations}, in their order.
    private static final String EXPECTED =
            """
            annual       overdue kept due overdue overdue kept due overdue overdue overdue overdue suspended kept overdue overdue overdue
            edition      not-triggered kept kept kept due kept due not-triggered not-triggered not-triggered not-triggered suspended kept not-triggered not-triggered not-triggered
            activity     quiet active active quiet quiet active active active active active active suspended active quiet quiet active
            decided      established established established established established established established established established established established suspended established established established established
            exploration  quiet under-exploration under-exploration under-exploration quiet under-exploration under-exploration under-exploration under-exploration explored under-exploration suspended under-exploration quiet quiet under-exploration
            use          not-triggered used used used not-triggered used used used used used used suspended used not-triggered not-triggered used
            milestone    quiet active active quiet quiet active active active active active established suspended active quiet quiet active
            conditional  not-triggered active active active due active active active active active active suspended active not-triggered not-triggered active
            abstaining   quiet quiet quiet quiet quiet quiet quiet quiet quiet quiet quiet suspended quiet quiet quiet quiet
            """;

    /// Which row holds, by undertaking, for the cadences none, annual, biannual, regular, another
    /// word.
    private static final String ROWS =
            """
            WILL                  activity annual edition activity activity
            TAKES_PLACE           activity annual edition activity activity
            ARE_TO                activity annual edition activity activity
            HAVE_DECIDED          decided annual edition activity activity
            ARE_COMMITTED_TO      activity annual edition activity activity
            AIM_TO                activity activity activity activity activity
            WILL_EXPLORE          exploration exploration exploration exploration exploration
            WILL_CONSIDER         exploration exploration exploration exploration exploration
            MAY_WHERE_APPROPRIATE use use use use use
            IS_WELCOME_TO         use use use use use
            """;

    private static final @Nullable String[] CADENCES = {
        null, "annual", "biannual", "regular", "twice a year"
    };

    @Test
    void everyUndertakingWithEveryCadenceStandsInEverySituationAsTheTableSays() {
        var rows = table(ROWS);
        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Undertaking.values()).map(Enum::name).toList());
        for (var undertaking : Undertaking.values()) {
            for (int at = 0; at < CADENCES.length; at++) {
                var one = commitment(undertaking, CADENCES[at]);
                assertRow(one, row(rows, undertaking.name()).get(at));
            }
        }
    }

    @Test
    void whatTheSentenceItselfSaysGoesBeforeTheTable() {
        var plain = Undertaking.WILL;
        assertRow(commitment(plain, null, "If A asks", "will meet", false, false), "conditional");
        assertRow(
                commitment(plain, "annual", "If A asks", "will meet", false, false), "conditional");
        assertRow(commitment(plain, null, "as appropriate", "will meet", false, false), "activity");
        assertRow(commitment(plain, null, null, "will establish", false, false), "milestone");
        assertRow(commitment(plain, "annual", null, "will", true, false), "decided");
        assertRow(commitment(plain, "annual", null, "will not", false, true), "abstaining");
        assertRow(
                commitment(Undertaking.ARE_TO, null, "as appropriate", "is to be", false, false),
                "use");
    }

    private static void assertRow(Commitment one, String row) {
        var expected = row(table(EXPECTED), row).iterator();
        Situations.all()
                .forEach((name, evidence) ->
                        assertThat(Standings.of(one, evidence, TODAY, EFFECT).word())
                                .as("%s %s (%s): %s", one.undertaking(), one.cadence(), row, name)
                                .isEqualTo(expected.next()));
        assertThat(expected.hasNext()).isFalse();
    }

    private static List<String> row(Map<String, List<String>> table, String name) {
        return Objects.requireNonNull(table.get(name), name);
    }

    private static Map<String, List<String>> table(String text) {
        var table = new HashMap<String, List<String>>();
        text.lines()
                .forEach(line -> {
                    var words = List.of(line.strip().split("\\s+"));
                    table.put(words.getFirst(), words.subList(1, words.size()));
                });
        return table;
    }

    @Test
    void theRealDialoguesAreKeptOncePerCalendarYearAndRaiseNoAlarm() {
        var days = List.of("2021-03-25", "2022-06-10", "2023-03-30", "2024-12-05");
        var effect = LocalDate.of(2021, 1, 1);
        for (var day = LocalDate.of(2021, 3, 25); day.getYear() < 2025; day = day.plusDays(1)) {
            var today = day;
            var held =
                    days.stream()
                            .filter(one -> !LocalDate.parse(one).isAfter(today))
                            .map(one -> evidence("dialogue-held", one, days.indexOf(one) + 1))
                            .toList();
            assertThat(Standings.of(annual(), held, today, effect))
                    .as("on %s", day)
                    .isNotInstanceOf(Standing.Overdue.class);
        }
    }

    @Test
    void theYearOfTheEffectIsDueAndNeverMissing() {
        var effect = LocalDate.of(2024, 5, 28);
        assertThat(by(2024, 5, 28, effect)).contains(LocalDate.of(2024, 12, 31));
        assertThat(by(2025, 1, 1, effect)).contains(LocalDate.of(2025, 12, 31));
        assertThat(by(2025, 12, 31, effect)).contains(LocalDate.of(2025, 12, 31));
        assertThat(Standings.of(annual(), List.of(), LocalDate.of(2026, 1, 1), effect))
                .isInstanceOfSatisfying(
                        Standing.Overdue.class,
                        overdue -> {
                            assertThat(overdue.since()).isEqualTo("2025-12-31");
                            assertThat(overdue.why().rule())
                                    .isEqualTo(CommitmentRule.ANNUAL_OVERDUE);
                        });
    }

    private static Optional<LocalDate> by(int year, int month, int day, LocalDate effect) {
        var today = LocalDate.of(year, month, day);
        return ((Standing.Due) Standings.of(annual(), List.of(), today, effect)).by();
    }

    @Test
    void holdingItAfterAMissingYearKeepsItAgain() {
        var held = List.of(evidence("dialogue-held", "2028-06-01", 1));
        assertThat(Standings.of(annual(), held, TODAY, EFFECT))
                .isInstanceOfSatisfying(
                        Standing.Kept.class,
                        kept -> {
                            assertThat(kept.last()).isEqualTo("2028-06-01");
                            assertThat(kept.next()).contains(LocalDate.of(2029, 12, 31));
                            assertThat(kept.why().evidence()).isEqualTo(held);
                        });
    }

    @Test
    void agreeingConclusionsInJanuaryDoesNotKeepTheNewYear() {
        var evidence =
                List.of(
                        evidence("dialogue-held", "2027-12-10", 1),
                        evidence("dialogue-concluded", "2028-01-20", 1),
                        evidence("follow-up-done", "2028-02-20", 1));
        assertThat(Standings.of(annual(), evidence, TODAY, EFFECT))
                .isInstanceOf(Standing.Due.class);
    }

    @Test
    void aDayIsOverOnlyWhenItIsOverForBothParties() {
        var tokyo = ZoneId.of("Asia/Tokyo");
        var brussels = ZoneId.of("Europe/Brussels");
        var newYearInTokyo = Instant.parse("2026-12-31T15:00:00Z");
        var newYearInBrussels = Instant.parse("2026-12-31T23:00:00Z");
        assertThat(Standings.today(newYearInTokyo, List.of(tokyo, brussels)))
                .isEqualTo(Standings.today(newYearInTokyo, List.of(brussels, tokyo)))
                .isEqualTo("2026-12-31");
        assertThat(Standings.today(newYearInBrussels.minusMillis(1), List.of(tokyo, brussels)))
                .isEqualTo("2026-12-31");
        assertThat(Standings.today(newYearInBrussels, List.of(tokyo, brussels)))
                .isEqualTo("2027-01-01");
    }

    @Test
    void theTurnOfTheYearMovesTheStandingAtOneMomentForBothNodes() {
        var zones = List.of(ZoneId.of("Asia/Tokyo"), ZoneId.of("Europe/Brussels"));
        var effect = LocalDate.of(2025, 1, 1);
        var before = Standings.today(Instant.parse("2026-12-31T22:59:59Z"), zones);
        var after = Standings.today(Instant.parse("2026-12-31T23:00:00Z"), zones);
        assertThat(Standings.of(annual(), List.of(), before, effect).word()).isEqualTo("due");
        assertThat(Standings.of(annual(), List.of(), after, effect).word()).isEqualTo("overdue");
    }

    @Test
    void usesAreCountedByDossier() {
        var used =
                Standings.of(
                        commitment(Undertaking.MAY_WHERE_APPROPRIATE, null),
                        List.of(
                                evidence("invitation-sent", "2027-02-01", 1),
                                evidence("meeting-attended", "2027-03-01", 1),
                                evidence("invitation-sent", "2028-02-01", 2)),
                        TODAY,
                        EFFECT);
        assertThat(((Standing.Used) used).times()).isEqualTo(2);
    }

    @Test
    void viewsDifferOnlyWhereTheStandingsDiffer() {
        var kept =
                Standings.of(
                        annual(),
                        List.of(evidence("dialogue-held", "2028-02-01", 1)),
                        TODAY,
                        EFFECT);
        var quiet =
                Standings.of(commitment(Undertaking.WILL_EXPLORE, null), List.of(), TODAY, EFFECT);
        assertThat(Standings.between(kept, kept, CommitmentRule.DISPUTED)).isSameAs(kept);
        assertThat(Standings.between(kept, quiet, CommitmentRule.DISPUTED))
                .isInstanceOfSatisfying(
                        Standing.Disputed.class,
                        disputed -> {
                            assertThat(disputed.ours()).isEqualTo(kept);
                            assertThat(disputed.theirs()).isEqualTo(quiet);
                        });
    }

    private static Commitment annual() {
        return commitment(Undertaking.TAKES_PLACE, "annual");
    }
}
