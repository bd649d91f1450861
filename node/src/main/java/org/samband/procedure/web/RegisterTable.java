// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.procedure.Field;
import org.samband.procedure.Procedure;
import org.samband.procedure.RegisterForm;
import org.samband.procedure.RegisterLine;
import org.samband.procedure.RegisterMatrix;
import org.samband.web.Choice;
import org.samband.web.LineTable;

/// The lines of a register as they are read: titles of the columns and texts of the cells, for
/// pages and for exports alike.
public final class RegisterTable {
    /// Values of one field that stand in a cell.
    private static final int SHOWN = 3;

    private final Map<String, Field> fields;
    private final PartyWords parties;

    RegisterTable(Procedure procedure, PartyWords parties) {
        this.fields =
                procedure.registered().stream().collect(Collectors.toMap(Field::name, one -> one));
        this.parties = parties;
    }

    /// The form, filled in, by which our party opens a dossier to propose something about two
    /// dossiers that overlap.
    ///
    /// @return path and query below the partnership; empty where the procedure has none
    public Optional<String> proposal(RegisterMatrix matrix, RegisterMatrix.Overlap overlap) {
        return matrix.form().proposes().map(form -> proposal(form, matrix, overlap));
    }

    private String proposal(
            RegisterForm.Proposes form, RegisterMatrix matrix, RegisterMatrix.Overlap overlap) {
        var ours = overlap.other().dossier().ref().party().equals(parties.own());
        var one = ours ? overlap.other() : overlap.one();
        var other = ours ? overlap.one() : overlap.other();
        var words = parties.words();
        var period =
                overlap.to()
                        .map(to ->
                                words.of(
                                        "procedure.register.matrix.period",
                                        words.day(overlap.from()),
                                        words.day(to)))
                        .orElseGet(() ->
                                words.of(
                                        "procedure.register.matrix.since",
                                        words.day(overlap.from())));
        var says =
                words.of(
                        "procedure.register.matrix.says",
                        overlap.row(),
                        value(matrix.form().columns(), overlap.column()),
                        period);
        return "/open/%s?area=%s&%s=%s&%s=%s&%s=%s"
                .formatted(
                        form.opens(),
                        one.dossier().area(),
                        form.one(),
                        one.dossier().ref(),
                        form.other(),
                        other.dossier().ref(),
                        form.says(),
                        FormParts.inQuery(says));
    }

    public String head(String column) {
        var field = fields.get(column);
        return field == null
                ? parties.words().of("procedure.register.column." + column)
                : parties.words().in(field.title());
    }

    List<Choice> choices(List<String> columns) {
        return columns.stream().map(one -> new Choice(one, head(one))).toList();
    }

    /// What stands in one cell; empty where nothing does.
    public String cell(RegisterLine line, String column) {
        var dossier = line.dossier();
        var words = parties.words();
        return switch (column) {
            case "number" -> dossier.ref().toString();
            case "title" -> dossier.title();
            case "area" -> parties.area(dossier.area());
            case "state" -> words.in(dossier.standing());
            case "turn" -> dossier.last() ? "" : parties.turn(dossier.turn());
            case "last" ->
                    words.in(line.last()) + ", " + words.shortDay(words.dayOf(dossier.changed()));
            case "next" -> line.next().map(words::shortDay).orElse("");
            default -> values(line, column);
        };
    }

    /// What stands in one cell of a file: a number or a day where it is one.
    LineTable.Cell typed(RegisterLine line, String column) {
        var text = cell(line, column);
        var field = fields.get(column);
        var values = field == null ? List.<Object>of() : line.values(column);
        if (column.equals("next") && line.next().isPresent()) {
            return new LineTable.Cell.Day(text, line.next().get());
        }
        if (field == null || values.size() != 1) {
            return new LineTable.Cell.Words(text);
        }
        return switch (field.type()) {
            case DATE ->
                    new LineTable.Cell.Day(
                            text, LocalDate.parse(String.valueOf(values.getFirst())));
            case NUMBER, ORDINAL, YEAR ->
                    new LineTable.Cell.Count(
                            text, Long.parseLong(String.valueOf(values.getFirst())));
            default -> new LineTable.Cell.Words(text);
        };
    }

    private String values(RegisterLine line, String column) {
        var field = fields.get(column);
        var values = line.values(column);
        if (field == null || values.isEmpty()) {
            return "";
        }
        var more = values.size() > SHOWN ? Stream.of("…") : Stream.<String>empty();
        return Stream.concat(
                        more,
                        values.stream()
                                .skip(Math.max(0, values.size() - SHOWN))
                                .map(value -> text(field, value)))
                .collect(Collectors.joining("; "));
    }

    private String text(Field field, Object value) {
        var said = Said.of(field, value, parties, "");
        return said.items().isEmpty() ? said.text() : String.join(", ", said.items());
    }

    /// A value of a field, as it is read.
    public String value(String field, String value) {
        var known = fields.get(field);
        return known == null || value.isEmpty() ? value : text(known, value);
    }

    /// The first value that stands in a field.
    public String said(RegisterLine line, String field) {
        return values(line, field);
    }
}
