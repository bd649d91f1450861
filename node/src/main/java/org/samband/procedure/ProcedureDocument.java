// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A procedure as a page of documentation: `docs/procedures/`.
final class ProcedureDocument {
    private final Procedure procedure;
    private final StringBuilder page = new StringBuilder();

    private ProcedureDocument(Procedure procedure) {
        this.procedure = procedure;
    }

    static String of(Procedure procedure) {
        return new ProcedureDocument(procedure).write();
    }

    private String write() {
        page.append(
                "<!-- Made from spec/procedure/%s.yaml; do not edit. -->\n"
                        .formatted(procedure.id()));
        page.append("# %s\n\n".formatted(procedure.title().en()));
        page.append("%s\n\n".formatted(procedure.summary().en()));
        page.append(
                "Norwegian: *%s*. Version %d.\n\n"
                        .formatted(procedure.title().nb(), procedure.version()));
        page.append("![States and acts](%s.svg)\n\n".formatted(procedure.id()));
        sources();
        states();
        acts();
        fields();
        crossings();
        return page.toString();
    }

    private void sources() {
        page.append("## Sources\n\n");
        table(
                List.of("source", "mark", "says"),
                procedure.sources().stream()
                        .map(one -> List.of(one.ref(), one.mark(), one.says()))
                        .toList());
        page.append(
                "S: read in a public source. K: known from the published legal text, not read"
                        + " again. ?: not established.\n\n");
    }

    private void states() {
        page.append("## States\n\n");
        table(
                List.of("state", "Norwegian", "whose turn", "answer by", "day"),
                procedure.states().stream()
                        .filter(state -> !state.initial())
                        .map(state ->
                                List.of(
                                        state.title().en() + (state.last() ? " (final)" : ""),
                                        state.title().nb(),
                                        state.turn().map(this::role).orElse(""),
                                        until(state),
                                        state.day()
                                                .map(this::field)
                                                .or(() ->
                                                        state.remind()
                                                                .map(this::field)
                                                                .map(one -> one + " (reminder)"))
                                                .orElse("")))
                        .toList());
    }

    private String until(State state) {
        return Stream.concat(
                        state.answer().map(this::field).stream(),
                        state.clock().map(this::clock).stream())
                .collect(Collectors.joining("; "));
    }

    private String clock(AnswerClock clock) {
        return "within %s %s of %s%s (%s)"
                .formatted(
                        clock.number(),
                        clock.unit(),
                        clock.from().map(this::word).orElse("the last step"),
                        clock.wanted().isPresent() ? ", if wanted" : "",
                        clock.source());
    }

    private void acts() {
        page.append("## Acts\n\n");
        table(
                List.of("act", "Norwegian", "by", "officers", "from", "to", "evidence", "source"),
                procedure.acts().stream().map(this::act).toList());
    }

    private List<String> act(ActForm act) {
        return List.of(
                act.title().en(),
                act.title().nb(),
                role(act.by()),
                act.officers().stream()
                        .sorted()
                        .map(role -> role.word())
                        .collect(Collectors.joining(", ")),
                act.from().stream().map(this::state).collect(Collectors.joining(", ")),
                act.to().map(this::state).orElse("stays"),
                act.evidence().map(ActForm.Evidencing::type).orElse(""),
                act.source());
    }

    private void fields() {
        page.append("## What each act says\n\n");
        for (var act : procedure.acts()) {
            var says = new ArrayList<>(act.fields().stream().map(ProcedureDocument::says).toList());
            if (!act.confirms().isEmpty()) {
                says.add("agrees " + names(act.confirms()) + " over the same bytes");
            }
            act.reads().ifPresent(form -> says.add("can be filled in from a document: " + form));
            if (!act.clears().isEmpty()) {
                says.add("takes back " + names(act.clears()));
            }
            page.append("- **%s**: %s\n".formatted(act.title().en(), String.join("; ", says)));
        }
        page.append('\n');
    }

    private String names(List<String> fields) {
        return fields.stream().map(this::field).collect(Collectors.joining(", "));
    }

    private static String says(Field field) {
        return field.title().en()
                + " ("
                + field.type().word()
                + (field.required() ? "" : ", may be left out")
                + ")";
    }

    private void crossings() {
        page.append("## Acts that cross\n\n");
        page.append(
                "Two acts cross when each party acts without knowing of the other's act. The first"
                        + " line that fits decides.\n\n");
        table(
                List.of("in", "acts", "prevails", "because"),
                procedure.crossings().stream()
                        .map(one ->
                                List.of(
                                        one.states().stream()
                                                .map(this::state)
                                                .collect(Collectors.joining(", ")),
                                        one.acts().stream()
                                                .map(this::word)
                                                .collect(Collectors.joining(" and ")),
                                        word(one.prevails()),
                                        one.because().en()))
                        .toList());
    }

    private String word(String name) {
        return switch (name) {
            case "any" -> "any other act";
            case "same" -> "one act by both";
            default -> procedure.act(name).map(act -> act.title().en()).orElseGet(() -> role(name));
        };
    }

    private String role(String role) {
        var own = procedure.roles().get(role);
        return own != null
                ? own.en()
                : switch (role) {
                    case "any" -> "either party";
                    case "opener" -> "the party that opened";
                    case "answerer" -> "the party that did not open";
                    case "mover" -> "the party that acted last";
                    case "other" -> "the other party";
                    default -> role;
                };
    }

    private String state(String name) {
        return procedure
                .state(name)
                .map(state -> state.initial() ? "(start)" : state.title().en())
                .orElse(name);
    }

    private String field(String name) {
        return procedure.field(name).map(field -> field.title().en()).orElse(name);
    }

    private void table(List<String> head, List<List<String>> rows) {
        line(head);
        line(head.stream().map(one -> "---").toList());
        rows.forEach(this::line);
        page.append('\n');
    }

    private void line(List<String> cells) {
        page.append(
                cells.stream()
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
