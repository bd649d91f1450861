// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.procedure.ActForm;
import org.samband.procedure.Field;
import org.samband.procedure.Minute;
import org.samband.procedure.Money;
import org.samband.procedure.TypedFields;
import org.samband.web.Words;

/// What an act says in one field, as it is shown.
///
/// @param text with its line breaks; empty where there are items
/// @param items of a list
/// @param files that can be fetched
public record Said(String title, String text, List<String> items, List<SaidFile> files) {

    public Said {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }

    private Said(String title, String text, List<String> items) {
        this(title, text, items, List.of());
    }

    /// All that an act says, in the order of its form.
    ///
    /// @param place under which the files of the act are fetched, see {@link SaidFile#place}
    static List<Said> of(
            ActForm form, Map<String, Object> fields, PartyWords parties, String place) {
        var all = new ArrayList<Said>();
        for (var field : form.fields()) {
            Optional.ofNullable(fields.get(field.name()))
                    .ifPresent(value -> all.add(of(field, value, parties, place)));
        }
        return all;
    }

    static Said of(Field field, Object value, PartyWords parties, String place) {
        var words = parties.words();
        var title = words.in(field.title());
        var text = String.valueOf(value);
        return switch (field.type()) {
            case DATE -> new Said(title, day(text, words), List.of());
            case MOMENT ->
                    new Said(title, Minute.of(text).map(words::moment).orElse(text), List.of());
            case DATES ->
                    new Said(title, "", items(value, item -> day(String.valueOf(item), words)));
            case CHOICE -> new Said(title, field.choiceTitle(text, words.language()), List.of());
            case FOLLOW_UPS -> new Said(title, "", items(value, item -> followUp(item, parties)));
            case ATTACHMENTS ->
                    new Said(title, "", List.of(), SaidFile.of(value, parties.words(), place));
            case MONEY ->
                    new Said(
                            title,
                            Money.of(value).map(money -> money.said(words.language())).orElse(text),
                            List.of());
            case COMMITMENTS ->
                    new Said(title, "", items(value, item -> parties.subject(item.toString())));
            case TEXT, MULTILINE, NUMBER, ORDINAL, YEAR, FOLLOW_UP, REFERENCE, HASH, DOSSIER ->
                    new Said(title, text, List.of());
        };
    }

    private static List<String> items(
            Object value, java.util.function.Function<? super Object, String> say) {
        return value instanceof List<?> list ? list.stream().map(say).toList() : List.of();
    }

    static String day(String iso, Words words) {
        return TypedFields.day(iso).map((LocalDate day) -> words.day(day)).orElse(iso);
    }

    private static String followUp(Object item, PartyWords parties) {
        if (!(item instanceof Map<?, ?> members)) {
            return String.valueOf(item);
        }
        var words = parties.words();
        var owner =
                parties.who(
                        String.valueOf(members.get("owner")),
                        Optional.ofNullable(members.get("authority")).map(String::valueOf));
        var text = String.valueOf(members.get("text"));
        var what =
                members.get("paragraph") instanceof String paragraph
                        ? words.of("procedure.follow-up.said-paragraph", text, paragraph)
                        : text;
        return members.get("due") instanceof String due
                ? words.of("procedure.follow-up.said-due", owner, what, day(due, words))
                : words.of("procedure.follow-up.said", owner, what);
    }
}
