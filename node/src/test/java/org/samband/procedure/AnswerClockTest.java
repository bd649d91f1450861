// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.procedure.DossierNodes.EU_NORWAY;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samband.parties.Sight;

/// Periods that procedures declare: hours that pass, days of the calendar, the same at both nodes;
/// and days that nobody owes. EXERCISE.
class AnswerClockTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @TempDir private static Path folder;

    private static Deadline end(String within, String begun, ZoneId zone) {
        return new AnswerClock(within, Optional.empty(), Optional.empty(), "exercise")
                .deadline(Instant.parse(begun), zone);
    }

    /// Clocks go forward on 28 March 2027 at 01:00 UTC and back on 31 October 2027 at 01:00 UTC.
    @ParameterizedTest
    @CsvSource({
        "PT24H, 2027-03-27T12:30:00Z, 2027-03-28T12:30:00Z, 2027-03-28T14:30",
        "PT24H, 2027-03-26T12:30:00Z, 2027-03-27T12:30:00Z, 2027-03-27T13:30",
        "PT24H, 2027-10-30T10:30:00Z, 2027-10-31T10:30:00Z, 2027-10-31T11:30",
        "PT1H,  2027-03-28T00:30:00Z, 2027-03-28T01:30:00Z, 2027-03-28T03:30",
        "PT1H,  2027-10-31T00:30:00Z, 2027-10-31T01:30:00Z, 2027-10-31T02:30",
    })
    void hoursAreHoursThatPassWhateverTheClocksOnTheWallDo(
            String within, String begun, Instant until, String onTheWall) {
        var end = end(within, begun, BRUSSELS);
        assertThat(end.until()).isEqualTo(until);
        assertThat(end.toTheHour()).isTrue();
        assertThat(end.until().atZone(BRUSSELS).toLocalDateTime()).hasToString(onTheWall);
    }

    @ParameterizedTest
    @CsvSource({
        "P1M,  2027-01-31T11:00:00Z, 2027-02-28, 2027-02-28T23:00:00Z",
        "P1M,  2028-01-31T11:00:00Z, 2028-02-29, 2028-02-29T23:00:00Z",
        "P1M,  2027-02-28T23:30:00Z, 2027-04-01, 2027-04-01T22:00:00Z",
        "P1M,  2027-02-28T22:30:00Z, 2027-03-28, 2027-03-28T22:00:00Z",
        "P10D, 2027-10-25T11:00:00Z, 2027-11-04, 2027-11-04T23:00:00Z",
        "P12M, 2028-02-29T11:00:00Z, 2029-02-28, 2029-02-28T23:00:00Z",
    })
    void daysAndMonthsEndWithTheDayInTheZoneOfThePartyThatActed(
            String within, String begun, LocalDate on, Instant until) {
        var end = end(within, begun, BRUSSELS);
        assertThat(end.on()).isEqualTo(on);
        assertThat(end.until()).isEqualTo(until);
        assertThat(end.toTheHour()).isFalse();
        assertThat(end("P1M", "2027-01-10T23:30:00Z", ZoneId.of("Asia/Tokyo")).on())
                .isEqualTo(LocalDate.of(2027, 2, 11));
    }

    private static Map<String, String> notice(String clocks) {
        return Map.of(
                "sector", "EXERCISE energy",
                "known-at", "2026-03-02 06:00 UTC",
                "notice", "EXERCISE",
                "cross-border", "possible",
                "clocks", clocks);
    }

    private static List<Coming> coming(DossierNodes.Node node, ActRef dossier) {
        return node
                .evidences()
                .coming(Sight.NODE, EU_NORWAY, LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1))
                .stream()
                .filter(day -> day.dossier().equals(dossier))
                .toList();
    }

    @Test
    void bothNodesShowTheSameEndAndOnlyWhereTheClockIsWanted() {
        try (var nodes = DossierNodes.openAsDelivered(folder)) {
            var without = nodes.eu.opened("early-notice", notice("none"));
            assertThat(coming(nodes.eu, without)).isEmpty();
            var dossier = nodes.eu.opened("early-notice", notice("wanted"));
            nodes.toNorway();
            var begun = nodes.eu.dossier(dossier).opened();
            var first = coming(nodes.eu, dossier);
            assertThat(first).hasSize(1).isEqualTo(coming(nodes.no, dossier));
            assertThat(first.getFirst().kind()).isEqualTo(Coming.Kind.CLOCK);
            assertThat(first.getFirst().moment())
                    .contains(begun.plus(java.time.Duration.ofHours(24)));
            assertThat(first.getFirst().party()).isEqualTo("NO");
            assertThat(first.getFirst().origin()).isEqualTo(Deadline.Origin.ASKED);
            assertThat(first.getFirst().source()).contains("2022/2557");
            nodes.no.acted(dossier, "acknowledge", Map.of("contact", "EXERCISE desk"));
            nodes.toTheEu();
            var second = coming(nodes.eu, dossier);
            assertThat(second).hasSize(1).isEqualTo(coming(nodes.no, dossier));
            assertThat(second.getFirst().on())
                    .isEqualTo(LocalDate.ofInstant(begun, BRUSSELS).plusMonths(1));
            nodes.eu.rooms().moveTo(begun.plus(java.time.Duration.ofDays(400)));
            nodes.eu.acted(dossier, "report", Map.of("report", "EXERCISE late and good"));
            assertThat(nodes.eu.dossier(dossier).state().state().name()).isEqualTo("reported");
            assertThat(coming(nodes.eu, dossier)).isEmpty();
        }
    }

    @Test
    void whatIsExploredIsLookedAtAgainAndNeverLate() {
        var exploration = new Procedures().newest("exploration").orElseThrow();
        assertThat(exploration.states()).allMatch(state -> state.clock().isEmpty());
        assertThat(exploration.state("options").orElseThrow().remind()).contains("look-again");
        assertThat(Coming.Kind.REMINDER.expects()).isFalse();
        var past = LocalDate.of(2026, 1, 1);
        assertThat(Coming.Kind.REMINDER.tone(past, past.plusYears(1))).isEqualTo("neutral");
        assertThat(Coming.Kind.ANSWER.tone(past, past.plusYears(1))).isEqualTo("warning");
    }

    @ParameterizedTest
    @CsvSource({
        "'within: PT24M, source: s', within",
        "'within: P0D, source: s', within",
        "'within: PT24H', source",
        "'within: PT24H, from: nothing, source: s', unknown act nothing",
        "'within: PT24H, wanted: comment, source: s', needs a choice field",
    })
    void aClockThatCannotRunIsRefusedWhenTheFileIsRead(String clock, String why) {
        var file =
                """
                procedure: exercise
                version: 1
                title: { en: Exercise, nb: Øvelse }
                summary: { en: Exercise, nb: Øvelse }
                sources: [{ ref: exercise, mark: S, says: exercise }]
                roles: {}
                states:
                  - { name: not-opened, title: { en: a, nb: a }, initial: true }
                  - { name: opened, title: { en: b, nb: b }, clock: { CLOCK } }
                  - { name: closed, title: { en: c, nb: c }, final: true }
                acts:
                  - { name: begin, title: { en: a, nb: a }, done: { en: a, nb: a }, by: any, officers: [head], from: [not-opened], to: opened, source: s, fields: [{ name: comment, title: { en: a, nb: a }, type: text }] }
                  - { name: end, title: { en: a, nb: a }, done: { en: a, nb: a }, by: opener, officers: [head], from: [opened], to: closed, source: s, fields: [] }
                crossings: []
                """;
        assertThatThrownBy(
                        () -> new Procedures(Map.of("exercise.yaml", file.replace("CLOCK", clock))))
                .hasMessageContaining(why);
        assertThat(
                        new Procedures(
                                        Map.of(
                                                "exercise.yaml",
                                                file.replace("CLOCK", "within: P1M, source: s")))
                                .all())
                .hasSize(1);
    }
}
