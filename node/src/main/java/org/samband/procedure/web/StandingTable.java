// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samband.procedure.ActForm;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierState;
import org.samband.procedure.Field;
import org.samband.procedure.Minute;

/// What acts of one kind gathered in a dossier, one line for each: counts by place, options,
/// positions of both parties side by side. Nothing is added up.
///
/// @param id name of the act
/// @param title what its lines are called
/// @param heads titles of the fields
public record StandingTable(String id, String title, List<String> heads, List<Line> lines) {
    private static final int FEWEST = 2;

    /// @param act reference of the act in the timeline
    /// @param side `ours` or `theirs`
    /// @param cells in the order of the heads; empty where nothing was said
    public record Line(String act, String side, String party, String when, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    public StandingTable {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
    }

    /// Of a form that gathers at least two fields that stand.
    private static List<Field> columns(ActForm form) {
        var fields =
                form.fields().stream()
                        .filter(field -> field.gathers() && field.stands())
                        .filter(field -> field.type() != Field.Type.ATTACHMENTS)
                        .toList();
        return fields.size() < FEWEST ? List.of() : fields;
    }

    /// Names of the fields that stand in tables.
    static Set<String> fields(Dossier dossier) {
        return dossier.procedure().acts().stream()
                .flatMap(form -> columns(form).stream())
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    /// Whether both parties' lines stand next to each other, see {@link BesideTable}.
    private static boolean isBeside(Dossier dossier, ActForm form) {
        return dossier.procedure().besides().stream().anyMatch(beside -> beside.shows(form.name()));
    }

    static List<StandingTable> of(Dossier dossier, PartyWords parties) {
        var tables = new ArrayList<StandingTable>();
        for (var form : dossier.procedure().acts()) {
            var columns = isBeside(dossier, form) ? List.<Field>of() : columns(form);
            var lines =
                    dossier.state().acts().stream()
                            .filter(DossierState.Folded::effective)
                            .filter(one -> one.act().act().equals(form.name()))
                            .map(one -> line(one, columns, parties))
                            .toList();
            if (!columns.isEmpty() && !lines.isEmpty()) {
                tables.add(
                        new StandingTable(
                                form.name(),
                                parties.words().in(form.table().orElse(form.title())),
                                columns.stream()
                                        .map(field -> parties.words().in(field.title()))
                                        .toList(),
                                lines));
            }
        }
        return tables;
    }

    private static Line line(DossierState.Folded folded, List<Field> columns, PartyWords parties) {
        var act = folded.act();
        return new Line(
                act.ref().toString(),
                act.ref().party().equals(parties.own()) ? "ours" : "theirs",
                parties.party(act.ref().party()),
                parties.words().shortMoment(act.at()),
                columns.stream()
                        .map(field ->
                                Optional.ofNullable(act.fields().get(field.name()))
                                        .map(value -> cell(field, value, parties))
                                        .orElse(""))
                        .toList());
    }

    private static String cell(Field field, Object value, PartyWords parties) {
        var said = Said.of(field, value, parties, "");
        return Minute.of(value)
                .filter(_ -> field.type() == Field.Type.MOMENT)
                .map(parties.words()::shortMoment)
                .orElse(said.items().isEmpty() ? said.text() : String.join("; ", said.items()));
    }
}
