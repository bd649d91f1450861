// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.procedure.Field;
import org.samband.procedure.Procedure;
import org.samband.procedure.RegisterChain;
import org.samband.procedure.RegisterLine;
import org.samband.procedure.RegisterMatrix;
import org.samband.procedure.RegisterRate;
import org.samband.procedure.RegisterTotal;
import org.samband.procedure.Registers;

/// What a register adds up to: money by field and currency, answers by year, who does what where,
/// days that follow each other.
public record RegisterSummary(
        List<RegisterTotal> totals,
        List<RegisterRate> rates,
        Optional<RegisterMatrix> matrix,
        Map<String, List<RegisterLine>> parties,
        Optional<RegisterChain> chain) {

    public RegisterSummary {
        totals = List.copyOf(totals);
        rates = List.copyOf(rates);
        parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
    }

    /// Whether there is anything to add up.
    static boolean has(Procedure procedure) {
        return procedure.register().rate().isPresent()
                || procedure.register().matrix().isPresent()
                || procedure.register().parties().isPresent()
                || procedure.register().chain().isPresent()
                || procedure.registered().stream()
                        .anyMatch(field -> field.type() == Field.Type.MONEY);
    }

    static RegisterSummary of(
            Registers registers,
            Sight sight,
            PartnershipId partnership,
            Procedure procedure,
            RegisterQuery query,
            LocalDate today) {
        var filter = query.filter();
        return new RegisterSummary(
                registers.totals(sight, partnership, filter, today),
                procedure.register().rate().isPresent()
                        ? registers.rates(sight, partnership, filter, today)
                        : List.of(),
                registers.matrix(sight, partnership, filter, today),
                parties(registers, sight, partnership, procedure, query, today),
                registers.chain(sight, partnership, filter, today));
    }

    /// By the value of the field that says what a line is about, the greatest first.
    private static Map<String, List<RegisterLine>> parties(
            Registers registers,
            Sight sight,
            PartnershipId partnership,
            Procedure procedure,
            RegisterQuery query,
            LocalDate today) {
        var lines = new TreeMap<String, List<RegisterLine>>(Comparator.reverseOrder());
        procedure
                .register()
                .parties()
                .ifPresent(form ->
                        registers
                                .all(sight, partnership, query.filter(), today)
                                .forEach(line ->
                                        line.values(form.by()).stream()
                                                .map(String::valueOf)
                                                .forEach(about ->
                                                        lines.computeIfAbsent(
                                                                        about,
                                                                        _ -> new ArrayList<>())
                                                                .add(line))));
        return lines;
    }

    /// The dossiers that are named.
    List<RegisterLine> lines() {
        return Stream.of(
                        parties.values().stream().flatMap(List::stream),
                        matrixed(),
                        chain.stream().flatMap(one -> one.rows().stream()).map(row -> row.line()))
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<RegisterLine> matrixed() {
        return matrix.stream()
                .flatMap(one -> one.rows().values().stream())
                .flatMap(row -> row.values().stream())
                .flatMap(List::stream);
    }
}
