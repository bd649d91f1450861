// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.parties.Sight;

/// What registers show, sort, find, count and add up, and to whom.
class RegistersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir private static Path folder;
    private static DossierNodes nodes;
    private static ActRef moldova;
    private static ActRef ours;
    private static ActRef ghana;

    @BeforeAll
    static void openProjects() {
        nodes = DossierNodes.openAsDelivered(folder);
        moldova = project(nodes.eu, "Moldova", "cyber", "1.6.2026", "31.12.2026", "90 EUR");
        ghana = project(nodes.eu, "Ghana", "maritime", "1.1.2027", "", "1000 EUR");
        ours = project(nodes.no, "moldova ", "cyber", "1.9.2026", "", "200.50 NOK");
        nodes.bothWays();
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static ActRef project(
            DossierNodes.Node node,
            String country,
            String theme,
            String begins,
            String ends,
            String amount) {
        return node.opened(
                "capacity-project",
                Map.of(
                        "serves", "p36.s1",
                        "country", country,
                        "theme", theme,
                        "project", "EXERCISE",
                        "begins", begins,
                        "ends", ends,
                        "amount", amount));
    }

    private static Registers registers() {
        return nodes.no.rooms().door(Registers.class);
    }

    private static RegisterFilter filter(
            List<String> words, Optional<Integer> year, String order, boolean descending) {
        return new RegisterFilter(
                "capacity-project",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                year,
                words,
                order,
                descending);
    }

    private static List<ActRef> refs(RegisterFilter filter) {
        var list = registers().page(Sight.NODE, EU_NORWAY, filter, TODAY, 1);
        assertThat(list.count()).isEqualTo(list.lines().size());
        return list.lines().stream().map(line -> line.dossier().ref()).toList();
    }

    @Test
    void aRegisterIsFoundBySmallTextsAndChoicesThatStand() {
        assertThat(refs(filter(List.of("moldo"), Optional.empty(), "number", false)))
                .containsExactly(moldova, ours);
        assertThat(refs(filter(List.of("maritime"), Optional.empty(), "number", false)))
                .containsExactly(ghana);
        assertThat(refs(filter(List.of("maritim", "sikkerhet"), Optional.empty(), "number", false)))
                .containsExactly(ghana);
        assertThat(refs(filter(List.of("moldova", "maritime"), Optional.empty(), "number", false)))
                .isEmpty();
    }

    @Test
    void aRegisterIsSortedByEachColumn() {
        assertThat(refs(filter(List.of(), Optional.empty(), "amount", false)))
                .containsExactly(moldova, ghana, ours);
        assertThat(refs(filter(List.of(), Optional.empty(), "begins", true)))
                .containsExactly(ghana, ours, moldova);
        assertThat(refs(filter(List.of(), Optional.empty(), "ends", false))).startsWith(moldova);
        assertThat(refs(filter(List.of(), Optional.empty(), "next", false)))
                .containsExactly(moldova, ours, ghana);
        for (var column : RegisterFilter.COLUMNS) {
            assertThat(refs(filter(List.of(), Optional.empty(), column, false))).hasSize(3);
        }
    }

    @Test
    void aRegisterShowsTheDossiersOfAYear() {
        assertThat(refs(filter(List.of(), Optional.of(2027), "number", false)))
                .containsExactly(ghana);
        assertThat(refs(filter(List.of(), Optional.of(2026), "number", false))).hasSize(3);
        assertThat(refs(filter(List.of(), Optional.of(2031), "number", false))).isEmpty();
    }

    @Test
    void aLineHoldsWhatStandsTheLastActAndTheNextDay() {
        var line =
                registers()
                        .page(
                                Sight.NODE,
                                EU_NORWAY,
                                filter(List.of(), Optional.empty(), "number", false),
                                TODAY,
                                1)
                        .lines()
                        .getFirst();
        assertThat(line.values("country")).containsExactly("Moldova");
        assertThat(line.values("amount"))
                .containsExactly(Map.of("amount", "90", "currency", "EUR"));
        assertThat(line.last().en()).isEqualTo("entered a project");
        assertThat(line.next()).contains(LocalDate.of(2026, 6, 1));
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverAdded() {
        var totals =
                registers()
                        .totals(
                                Sight.NODE,
                                EU_NORWAY,
                                RegisterFilter.all("capacity-project"),
                                TODAY);
        assertThat(totals)
                .extracting(RegisterTotal::currency, RegisterTotal::amount, RegisterTotal::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("EUR", new BigDecimal("1090"), 2),
                        org.assertj.core.groups.Tuple.tuple("NOK", new BigDecimal("200.50"), 1));
    }

    @Test
    void projectsOfBothPartiesInOnePlaceThemeAndTimeOverlap() {
        var matrix =
                registers()
                        .matrix(
                                Sight.NODE,
                                EU_NORWAY,
                                RegisterFilter.all("capacity-project"),
                                TODAY)
                        .orElseThrow();
        assertThat(matrix.rows()).containsOnlyKeys("Ghana", "Moldova");
        assertThat(matrix.columns()).contains("cyber", "maritime", "police");
        assertThat(matrix.overlaps()).hasSize(1);
        var overlap = matrix.overlaps().getFirst();
        assertThat(List.of(overlap.one().dossier().ref(), overlap.other().dossier().ref()))
                .containsExactly(moldova, ours);
        assertThat(overlap.from()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(overlap.to()).contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void alignmentIsCountedByYearByTheLatestAnswer() {
        var one = statement();
        nodes.toNorway();
        nodes.no.acted(one, "align", Map.of());
        var other = statement();
        nodes.bothWays();
        nodes.no.acted(other, "align", Map.of());
        nodes.no.acted(other, "not-align", Map.of());
        nodes.bothWays();
        var filter = RegisterFilter.all("statement-alignment");
        for (var node : List.of(nodes.eu, nodes.no)) {
            assertThat(
                            node.rooms()
                                    .door(Registers.class)
                                    .rates(Sight.NODE, EU_NORWAY, filter, TODAY))
                    .containsExactly(new RegisterRate(2026, 1, 1));
        }
        assertThat(new RegisterRate(2026, 1, 2).percent()).isEqualTo(33);
        var board = registers().board(Sight.NODE, EU_NORWAY, filter, TODAY);
        assertThat(
                        board.stream()
                                .filter(stack -> stack.count() > 0)
                                .map(stack -> stack.state().name()))
                .containsExactly("aligned", "not-aligned");
    }

    private static ActRef statement() {
        return nodes.eu.opened(
                "statement-alignment",
                Map.of(
                        "serves", "p42.s1",
                        "forum", "EXERCISE",
                        "subject", "EXERCISE",
                        "statement", "EXERCISE",
                        "answer-by", "5.3.2026"));
    }

    @Test
    void whatAnOfficerMayNotSeeIsNeitherShownNorCountedNorAddedUp() {
        var desk = nodes.no.desk();
        var sight =
                nodes.no.sight(
                        DossierNodes.limited(
                                desk, DossierNodes.areas("ukraine"), desk.clearance()));
        var filter = RegisterFilter.all("capacity-project");
        assertThat(registers().page(sight, EU_NORWAY, filter, TODAY, 1).count()).isZero();
        assertThat(registers().totals(sight, EU_NORWAY, filter, TODAY)).isEmpty();
        assertThat(registers().counts(sight, EU_NORWAY, "")).isEmpty();
        assertThat(registers().board(sight, EU_NORWAY, filter, TODAY))
                .allMatch(stack -> stack.count() == 0 && stack.latest().isEmpty());
        assertThat(registers().matrix(sight, EU_NORWAY, filter, TODAY).orElseThrow().rows())
                .isEmpty();
        assertThat(
                        nodes.no
                                .rooms()
                                .door(Years.class)
                                .of(sight, EU_NORWAY, 2026, ZoneId.of("Europe/Oslo"), ""))
                .isEmpty();
    }

    @Test
    void dossiersOfAKindAreCountedUpToAThousand() {
        assertThat(registers().counts(Sight.NODE, EU_NORWAY, ""))
                .allMatch(count -> count.all() > 0 && count.open() <= count.all())
                .anyMatch(count -> count.procedure().equals("capacity-project"));
        assertThat(RegisterCount.said(999)).isEqualTo("999");
        assertThat(RegisterCount.said(RegisterCount.MOST)).isEqualTo("1000+");
    }

    @Test
    void theYearHoldsWhatWasOpenedWhatWasDoneAndTheDaysToCome() {
        var lines =
                nodes.no
                        .rooms()
                        .door(Years.class)
                        .of(Sight.NODE, EU_NORWAY, 2026, ZoneId.of("Europe/Oslo"), "");
        assertThat(lines)
                .filteredOn(line -> line.dossier().equals(moldova))
                .extracting(YearLine::kind, YearLine::on, YearLine::party)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(YearLine.Kind.OPENED, TODAY, "EU"),
                        org.assertj.core.groups.Tuple.tuple(
                                YearLine.Kind.AGREED, LocalDate.of(2026, 6, 1), ""));
        assertThat(lines).isSortedAccordingTo(java.util.Comparator.comparing(YearLine::on));
        assertThat(
                        nodes.no
                                .rooms()
                                .door(Years.class)
                                .of(Sight.NODE, EU_NORWAY, 2025, ZoneId.of("Europe/Oslo"), ""))
                .isEmpty();
    }

    @Test
    void aMonthOfTheYearIsReadByItselfAndSaysWhetherItHoldsMore() {
        var years = nodes.no.rooms().door(Years.class);
        var zone = ZoneId.of("Europe/Oslo");
        var month = YearMonth.from(TODAY);
        var lines = years.of(Sight.NODE, EU_NORWAY, month, zone, "");
        assertThat(lines)
                .isNotEmpty()
                .isEqualTo(
                        years.of(Sight.NODE, EU_NORWAY, 2026, zone, "").stream()
                                .filter(line -> YearMonth.from(line.on()).equals(month))
                                .toList());
        assertThat(years.of(Sight.NODE, EU_NORWAY, month.minusYears(1), zone, "")).isEmpty();
        assertThat(years.of(Sight.NODE, EU_NORWAY, month, zone, "none' or ''='")).isEmpty();
        var opened = lines.stream().filter(line -> line.kind() == YearLine.Kind.OPENED).count();
        assertThat(Years.full(lines, (int) opened)).isTrue();
        assertThat(Years.full(lines, lines.size() + 1)).isFalse();
    }
}
