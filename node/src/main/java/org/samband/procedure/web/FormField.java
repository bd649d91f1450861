// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samband.attachment.Attachment;
import org.samband.procedure.ActForm;
import org.samband.procedure.DossierState;
import org.samband.procedure.Field;
import org.samband.procedure.FollowUpText;
import org.samband.procedure.Money;
import org.samband.web.Choice;
import org.samband.web.Words;
import org.springframework.util.MultiValueMap;

/// One field of an act's form.
///
/// @param kind of control: `text`, `textarea`, `date`, `choice`, `checks`, `rows` or `files`
/// @param value as it was typed
/// @param rows of a table of follow-ups
public record FormField(
        String name,
        String label,
        String hint,
        String kind,
        boolean required,
        String value,
        List<Choice> choices,
        List<Row> rows) {
    private static final int EMPTY_ROWS = 2;
    private static final int MORE_ROWS = 4;

    /// One follow-up as it is typed.
    public record Row(String owner, String what, String paragraph, String due) {
        boolean blank() {
            return (what + paragraph + due).isBlank();
        }
    }

    /// Whether one of several values was ticked.
    public boolean ticked(Choice choice) {
        return value.lines().map(String::strip).anyMatch(choice.value()::equals);
    }

    public FormField {
        choices = List.copyOf(choices);
        rows = List.copyOf(rows);
    }

    /// How a form with these fields is sent.
    public static String encoding(List<FormField> fields) {
        return fields.stream().anyMatch(field -> field.kind().equals("files"))
                ? "multipart/form-data"
                : "application/x-www-form-urlencoded";
    }

    /// The files that are on the form.
    public List<Attachment> files() {
        return value.lines().flatMap(line -> Attachment.typed(line).stream()).toList();
    }

    /// The fields of an act.
    ///
    /// @param typed by name of the field
    /// @param nameable dossiers that the officer may name in a field
    /// @param more whether the officer asked for more rows
    static List<FormField> of(
            ActForm form,
            Map<String, String> typed,
            Optional<DossierState> standing,
            PartyWords parties,
            List<Choice> subjects,
            Function<Field, List<Choice>> nameable,
            boolean more) {
        return form.fields().stream()
                .map(field ->
                        of(
                                field,
                                typed.getOrDefault(field.name(), ""),
                                standing,
                                parties,
                                subjects,
                                nameable,
                                more))
                .toList();
    }

    private static FormField of(
            Field field,
            String typed,
            Optional<DossierState> standing,
            PartyWords parties,
            List<Choice> subjects,
            Function<Field, List<Choice>> nameable,
            boolean more) {
        var words = parties.words();
        var choices = FieldChoices.of(field, standing, parties, subjects, nameable);
        return new FormField(
                field.name(),
                words.in(field.title()),
                hint(field, words),
                kind(field, choices),
                field.required(),
                typed,
                choices,
                field.type() == Field.Type.FOLLOW_UPS
                        ? rows(typed, parties.own().value(), more ? MORE_ROWS : EMPTY_ROWS)
                        : List.of());
    }

    private static String kind(Field field, List<Choice> choices) {
        return switch (field.type()) {
            case TEXT, REFERENCE, HASH, NUMBER, ORDINAL, YEAR, MONEY, MOMENT -> "text";
            case COMMITMENTS -> "checks";
            case MULTILINE, DATES -> "textarea";
            case DATE -> choices.isEmpty() ? "date" : "choice";
            case CHOICE, FOLLOW_UP -> "choice";
            case DOSSIER -> "dossier";
            case FOLLOW_UPS -> "rows";
            case ATTACHMENTS -> "files";
        };
    }

    /// A table of follow-ups says in its heads what the hint says for lines.
    private static String hint(Field field, Words words) {
        var given = field.help().map(words::in).orElse("");
        return switch (field.type()) {
            case DATE -> given.isEmpty() ? words.of("procedure.hint.date") : given;
            case MOMENT -> given.isEmpty() ? words.of("procedure.hint.moment") : given;
            case FOLLOW_UPS -> words.of("procedure.hint.follow-ups");
            case ATTACHMENTS ->
                    given.isEmpty() ? words.of("procedure.hint.attachments", field.most()) : given;
            case MONEY -> given.isEmpty() ? words.of("procedure.hint.money") : given;
            case DOSSIER -> given.isEmpty() ? words.of("procedure.hint.dossier") : given;
            case COMMITMENTS -> given.isEmpty() ? words.of("procedure.hint.commitments") : given;
            case CHOICE,
                    DATES,
                    FOLLOW_UP,
                    HASH,
                    MULTILINE,
                    NUMBER,
                    ORDINAL,
                    YEAR,
                    REFERENCE,
                    TEXT ->
                    given;
        };
    }

    private static List<Row> rows(String typed, String own, int empty) {
        var rows = new ArrayList<Row>();
        typed.lines().filter(line -> !line.isBlank()).forEach(line -> rows.add(row(line)));
        for (int i = 0; i < empty; i++) {
            rows.add(new Row(own, "", "", ""));
        }
        return rows;
    }

    private static Row row(String line) {
        var parted = FollowUpText.of(line);
        return new Row(parted.owner(), parted.what(), parted.paragraph(), parted.due());
    }

    /// What an officer sent, by name of the field; rows of follow-ups become lines.
    static Map<String, String> typed(ActForm form, MultiValueMap<String, String> sent) {
        var typed = new LinkedHashMap<String, String>();
        for (var field : form.fields()) {
            var plain = sent.getFirst(field.name());
            var many =
                    field.type() == Field.Type.ATTACHMENTS
                            || field.type() == Field.Type.COMMITMENTS;
            if (plain != null && many) {
                typed.put(
                        field.name(),
                        String.join("\n", sent.getOrDefault(field.name(), List.of())));
            } else if (plain != null) {
                typed.put(field.name(), plain);
            } else if (field.type() == Field.Type.FOLLOW_UPS) {
                typed.put(field.name(), lines(field.name(), sent));
            }
        }
        return typed;
    }

    private static String lines(String name, MultiValueMap<String, String> sent) {
        var owners = sent.getOrDefault(name + ".owner", List.of());
        var whats = sent.getOrDefault(name + ".what", List.of());
        var paragraphs = sent.getOrDefault(name + ".paragraph", List.of());
        var dues = sent.getOrDefault(name + ".due", List.of());
        var lines = new ArrayList<String>();
        for (int i = 0; i < Math.min(whats.size(), Math.min(owners.size(), dues.size())); i++) {
            var row =
                    new Row(
                            owners.get(i),
                            oneLine(whats.get(i)),
                            i < paragraphs.size() ? oneLine(paragraphs.get(i)) : "",
                            oneLine(dues.get(i)));
            if (!row.blank()) {
                lines.add(
                        new FollowUpText(row.owner(), row.what(), row.paragraph(), row.due())
                                .text());
            }
        }
        return String.join("\n", lines);
    }

    private static String oneLine(String typed) {
        return typed.replaceAll("\\R", " ");
    }

    /// What a form begins with: the text that both parties are to agree where the act sends it back
    /// with changes, what stands where the act says all of it anew or like it, and the agreed day
    /// where the act says that it was kept.
    static Map<String, String> proposed(ActForm form, DossierState standing) {
        var typed = new LinkedHashMap<String, String>();
        var begun =
                standing.procedure().acts().stream()
                        .flatMap(act -> act.confirms().stream())
                        .collect(Collectors.toSet());
        if (saysAnew(form, standing)) {
            form.fields().stream()
                    .filter(field -> !field.gathers())
                    .map(Field::name)
                    .forEach(begun::add);
            standing.state().answer().ifPresent(begun::remove);
        }
        for (var field : form.fields()) {
            Optional.of(field.name())
                    .filter(begun::contains)
                    .flatMap(standing::value)
                    .or(() -> field.like().flatMap(standing::value))
                    .ifPresent(value -> typed.put(field.name(), text(value)));
        }
        form.evidence()
                .flatMap(ActForm.Evidencing::date)
                .flatMap(name -> standing.state().day().flatMap(standing::value))
                .filter(String.class::isInstance)
                .ifPresent(day ->
                        typed.put(
                                form.evidence().flatMap(ActForm.Evidencing::date).orElseThrow(),
                                String.valueOf(day)));
        return typed;
    }

    /// Whether all that the act must say stands already, in more than one field: an update, a
    /// change, a grade given anew.
    private static boolean saysAnew(ActForm form, DossierState standing) {
        var wanted =
                form.fields().stream()
                        .filter(field -> field.required() && !field.gathers())
                        .map(Field::name)
                        .toList();
        return wanted.size() > 1
                && wanted.stream().allMatch(name -> standing.value(name).isPresent());
    }

    private static String text(Object value) {
        var money = Money.of(value);
        return money.isPresent() ? money.get().toString() : plain(value);
    }

    private static String plain(Object value) {
        return value instanceof List<?> list
                ? String.join("\n", list.stream().map(FormField::line).toList())
                : String.valueOf(value);
    }

    private static String line(Object item) {
        return item instanceof Map<?, ?> members
                ? FollowUpText.of(members).text()
                : String.valueOf(item);
    }
}
