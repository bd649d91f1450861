// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who does what where and when: dossiers by two of their fields, such as partner country and
/// theme, with what overlaps and what nobody does. Nothing is decided by it; it shows where to
/// look.
///
/// @param rows lines by the value of the first field as it was typed first, and by the value of the
///   second
/// @param columns values of the second field, in order
/// @param overlaps open dossiers of both parties with the same two values whose periods meet
public record RegisterMatrix(
        RegisterForm.Matrix form,
        Map<String, Map<String, List<RegisterLine>>> rows,
        List<String> columns,
        List<Overlap> overlaps) {

    /// So many are found; who has more asks for fewer dossiers.
    private static final int MOST_OVERLAPS = 200;

    /// A dossier of each party that meet.
    ///
    /// @param from first common day
    /// @param to last common day; empty where no end is known
    public record Overlap(
            String row,
            String column,
            RegisterLine one,
            RegisterLine other,
            LocalDate from,
            Optional<LocalDate> to) {}

    /// @param from empty where the period is not known: then it meets no other
    private record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
        Optional<Period> common(Period other) {
            if (from.isEmpty() || other.from.isEmpty()) {
                return Optional.empty();
            }
            var begins = later(from.get(), other.from.get());
            var ends =
                    to.isEmpty()
                            ? other.to
                            : other.to.isEmpty()
                                    ? to
                                    : Optional.of(earlier(to.get(), other.to.get()));
            return ends.filter(end -> end.isBefore(begins)).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Period(Optional.of(begins), ends));
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }

    static RegisterMatrix of(
            Procedure procedure, RegisterForm.Matrix form, List<RegisterLine> lines) {
        var names = new LinkedHashMap<String, String>();
        var rows = new TreeMap<String, Map<String, List<RegisterLine>>>();
        for (var line : lines) {
            var row = value(line, form.rows());
            if (row.isPresent()) {
                var name = names.computeIfAbsent(folded(row.get()), _ -> row.get());
                rows.computeIfAbsent(name, _ -> new TreeMap<>())
                        .computeIfAbsent(
                                value(line, form.columns()).orElse(""), _ -> new ArrayList<>())
                        .add(line);
            }
        }
        return new RegisterMatrix(form, rows, columns(procedure, form, rows), overlaps(form, rows));
    }

    /// All that can be chosen, so that a gap is seen; else what occurs.
    private static List<String> columns(
            Procedure procedure,
            RegisterForm.Matrix form,
            Map<String, Map<String, List<RegisterLine>>> rows) {
        var choices =
                procedure.field(form.columns()).stream()
                        .flatMap(field -> field.choices().stream())
                        .map(Field.Choice::value)
                        .toList();
        return choices.isEmpty()
                ? rows.values().stream()
                        .flatMap(row -> row.keySet().stream())
                        .distinct()
                        .sorted()
                        .toList()
                : choices;
    }

    private static List<Overlap> overlaps(
            RegisterForm.Matrix form, Map<String, Map<String, List<RegisterLine>>> rows) {
        var found = new ArrayList<Overlap>();
        rows.forEach((row, cells) ->
                cells.forEach((column, lines) -> {
                    for (int i = 0; i < lines.size() && found.size() < MOST_OVERLAPS; i++) {
                        for (int j = i + 1; j < lines.size(); j++) {
                            overlap(form, row, column, lines.get(i), lines.get(j))
                                    .ifPresent(found::add);
                        }
                    }
                }));
        return found;
    }

    private static Optional<Overlap> overlap(
            RegisterForm.Matrix form,
            String row,
            String column,
            RegisterLine one,
            RegisterLine other) {
        if (one.dossier().last()
                || other.dossier().last()
                || one.dossier().ref().party().equals(other.dossier().ref().party())) {
            return Optional.empty();
        }
        return period(form, one)
                .common(period(form, other))
                .map(period ->
                        new Overlap(
                                row, column, one, other, period.from().orElseThrow(), period.to()));
    }

    private static Period period(RegisterForm.Matrix form, RegisterLine line) {
        return new Period(
                value(line, form.from()).flatMap(FieldForm::date),
                value(line, form.to()).flatMap(FieldForm::date));
    }

    private static Optional<String> value(RegisterLine line, String field) {
        var values = line.values(field);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(values.getLast()));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
