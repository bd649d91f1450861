// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Dossiers by days that follow each other, such as act of the Council, alignment, declaration and
/// national act in force, with what is open between them and whom a list leaves out. Nothing is
/// decided by it. Source: SDP §3 and §42; spec/procedure/README.md, PROC-75.
///
/// @param rows the latest first
/// @param absent dossiers by what their lists leave out, what is left out most often first
public record RegisterChain(
        RegisterForm.Chain form, List<Row> rows, Map<String, List<RegisterLine>> absent) {

    /// @param links one for each day of the chain, in order
    public record Row(RegisterLine line, List<Link> links) {
        public Row {
            links = List.copyOf(links);
        }

        /// The field whose day is the next to come; empty where all stand or the dossier is closed.
        public Optional<String> gap() {
            return line.dossier().last()
                    ? Optional.empty()
                    : links.stream()
                            .filter(link -> link.on().isEmpty())
                            .map(Link::field)
                            .findFirst();
        }

        /// The latest day that stands.
        public Optional<LocalDate> since() {
            return links.stream().flatMap(link -> link.on().stream()).max(LocalDate::compareTo);
        }
    }

    /// @param field name of the field of the day
    /// @param days from the day before it in the chain; empty for the first one
    public record Link(String field, Optional<LocalDate> on, Optional<Long> days) {}

    public RegisterChain {
        rows = List.copyOf(rows);
    }

    static RegisterChain of(RegisterForm.Chain form, List<RegisterLine> lines) {
        var rows =
                lines.stream()
                        .map(line -> new Row(line, links(form, line)))
                        .sorted(
                                Comparator.comparing(
                                        (Row row) -> row.since().orElse(LocalDate.MIN),
                                        Comparator.reverseOrder()))
                        .toList();
        return new RegisterChain(form, rows, absent(form, lines));
    }

    private static List<Link> links(RegisterForm.Chain form, RegisterLine line) {
        var links = new ArrayList<Link>();
        Optional<LocalDate> before = Optional.empty();
        for (var field : form.dates()) {
            var on = last(line, field).flatMap(FieldForm::date);
            var from = before;
            links.add(
                    new Link(
                            field,
                            on,
                            on.flatMap(day ->
                                    from.map(earlier -> ChronoUnit.DAYS.between(earlier, day)))));
            before = on.or(() -> from);
        }
        return links;
    }

    private static Map<String, List<RegisterLine>> absent(
            RegisterForm.Chain form, List<RegisterLine> lines) {
        var found = new TreeMap<String, List<RegisterLine>>();
        for (var line : lines) {
            form.absent()
                    .flatMap(field -> last(line, field))
                    .ifPresent(names ->
                            names.lines()
                                    .map(String::strip)
                                    .filter(name -> !name.isEmpty())
                                    .forEach(name ->
                                            found.computeIfAbsent(name, _ -> new ArrayList<>())
                                                    .add(line)));
        }
        var sorted = new LinkedHashMap<String, List<RegisterLine>>();
        found.entrySet().stream()
                .sorted(
                        Comparator.comparingInt((Map.Entry<String, List<RegisterLine>> one) ->
                                -one.getValue().size()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    private static Optional<String> last(RegisterLine line, String field) {
        var values = line.values(field);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(values.getLast()));
    }

    /// What is open, waiting longest first.
    public List<Row> gaps() {
        return rows.reversed().stream().filter(row -> row.gap().isPresent()).toList();
    }
}
