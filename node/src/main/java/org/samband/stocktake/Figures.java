// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samband.parties.PartyCode;
import org.samband.procedure.AnswerTime;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierState;
import org.samband.procedure.Money;
import org.samband.procedure.Procedure;

/// What the dossiers of one area add up to in a period. Days are those of the acting party's zone.
///
/// @param opened dossiers that were opened in the period
/// @param finished dossiers that came to their end in the period
/// @param open dossiers that are open at the end of the period
/// @param acts effective acts by party
/// @param months effective acts by month; months without one are not there
/// @param sums amounts of money, and numbers of people and things, that stand and were said in the
///   period
/// @param answers half of the answers of a party took no longer
public record Figures(
        int opened,
        int finished,
        int open,
        SortedMap<PartyCode, Integer> acts,
        SortedMap<YearMonth, Integer> months,
        List<Sum> sums,
        SortedMap<PartyCode, Answers> answers) {

    /// Amounts of one field of one procedure. Different currencies are never added.
    ///
    /// @param field name of the field in the procedure
    /// @param currency empty for a number that is no money
    public record Sum(String procedure, String field, String currency, BigDecimal amount) {
        public boolean isMoney() {
            return !currency.isEmpty();
        }
    }

    /// @param count from 1
    /// @param median of the times
    public record Answers(int count, Duration median) {}

    public Figures {
        acts = Collections.unmodifiableSortedMap(new TreeMap<>(acts));
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        sums = List.copyOf(sums);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public int allActs() {
        return acts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// The period, and the zones in which its days are counted.
    record Period(LocalDate from, LocalDate to, Map<PartyCode, ZoneId> zones) {
        Period {
            zones = Map.copyOf(zones);
        }

        LocalDate day(PartyCode party, Instant at) {
            return LocalDate.ofInstant(at, zones.getOrDefault(party, ZoneOffset.UTC));
        }

        boolean holds(DossierState.Folded one) {
            return holds(day(one.act().ref().party(), one.act().at()));
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    static Figures of(List<Dossier> dossiers, Period period) {
        var acts = new TreeMap<PartyCode, Integer>();
        var months = new TreeMap<YearMonth, Integer>();
        var times = new TreeMap<PartyCode, List<Duration>>();
        int opened = 0;
        int finished = 0;
        int open = 0;
        for (var dossier : dossiers) {
            var state = dossier.state();
            opened += period.holds(state.acts().getFirst()) ? 1 : 0;
            open += state.state().last() ? 0 : 1;
            finished += state.state().last() && movedIn(dossier, period) ? 1 : 0;
            state.acts().stream()
                    .filter(one -> one.effective() && period.holds(one))
                    .forEach(one -> {
                        var party = one.act().ref().party();
                        acts.merge(party, 1, Integer::sum);
                        months.merge(
                                YearMonth.from(period.day(party, one.act().at())), 1, Integer::sum);
                    });
            AnswerTime.of(state, List.copyOf(period.zones().keySet())).stream()
                    .filter(answer -> dossier.act(answer.act()).filter(period::holds).isPresent())
                    .forEach(answer ->
                            times.computeIfAbsent(answer.by(), _ -> new ArrayList<>())
                                    .add(answer.took()));
        }
        var answers = new TreeMap<PartyCode, Answers>();
        times.forEach((party, took) -> answers.put(party, new Answers(took.size(), median(took))));
        return new Figures(opened, finished, open, acts, months, sums(dossiers, period), answers);
    }

    private static boolean movedIn(Dossier dossier, Period period) {
        return dossier.act(dossier.state().moved()).filter(period::holds).isPresent();
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().skip((times.size() - 1) / 2).findFirst().orElseThrow();
    }

    private record Key(String procedure, String field, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return java.util.Comparator.comparing(Key::procedure)
                    .thenComparing(Key::field)
                    .thenComparing(Key::currency)
                    .compare(this, other);
        }
    }

    /// Of values that stand, so that an amount that was said again counts once.
    private static List<Sum> sums(List<Dossier> dossiers, Period period) {
        var sums = new TreeMap<Key, BigDecimal>();
        for (var dossier : dossiers) {
            dossier.state()
                    .values()
                    .forEach((field, values) ->
                            values.stream()
                                    .filter(value ->
                                            dossier.act(value.by())
                                                    .filter(period::holds)
                                                    .isPresent())
                                    .flatMap(
                                            value -> sum(dossier.procedure(), field, value.value()))
                                    .forEach(one ->
                                            sums.merge(
                                                    new Key(
                                                            one.procedure(),
                                                            one.field(),
                                                            one.currency()),
                                                    one.amount(),
                                                    BigDecimal::add)));
        }
        return sums.entrySet().stream()
                .map(one ->
                        new Sum(
                                one.getKey().procedure(),
                                one.getKey().field(),
                                one.getKey().currency(),
                                one.getValue()))
                .toList();
    }

    /// Of the fields that say how many or how much.
    private static Stream<Sum> sum(Procedure procedure, String name, Object value) {
        return procedure.field(name).stream()
                .flatMap(field ->
                        switch (field.type()) {
                            case NUMBER ->
                                    Stream.of(
                                            new Sum(
                                                    procedure.id(),
                                                    name,
                                                    "",
                                                    new BigDecimal(String.valueOf(value))));
                            case MONEY ->
                                    Money.of(value).stream()
                                            .map(money ->
                                                    new Sum(
                                                            procedure.id(),
                                                            name,
                                                            money.currency(),
                                                            new BigDecimal(money.amount())));
                            default -> Stream.<Sum>empty();
                        });
    }
}
