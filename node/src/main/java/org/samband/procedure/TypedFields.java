// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.AttachmentRule;
import org.samband.parties.Party;
import org.samband.proof.Digest;

/// Reads what an officer typed into the fields of an act. All that is wrong is found at once, so
/// that the form can say it at once.
///
/// @param fields values as they will stand in the entry
/// @param refusals in the order of the fields; the act can be made only if there is none
public record TypedFields(Map<String, Object> fields, List<Refusal> refusals) {
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})\\.\\s?([0-9]{1,2})\\.\\s?([0-9]{4})");

    public TypedFields {
        fields = Map.copyOf(fields);
        refusals = List.copyOf(refusals);
    }

    /// @param standing the dossier as it stands; empty when the act opens it
    static TypedFields read(
            ActForm act,
            Map<String, String> typed,
            Optional<DossierState> standing,
            List<Party> parties) {
        var reading = new Reader(standing, parties);
        for (var field : act.fields()) {
            reading.read(field, typed.getOrDefault(field.name(), ""));
        }
        reading.refusals.addAll(StatedTogether.refusals(act, reading.fields.keySet(), typed));
        return new TypedFields(reading.fields, reading.refusals);
    }

    /// A day as officers write it: 2027-12-31 or 31.12.2027.
    public static Optional<LocalDate> day(String typed) {
        var dayFirst = DAY_FIRST.matcher(typed.strip());
        if (dayFirst.matches()) {
            try {
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(dayFirst.group(3)),
                                Integer.parseInt(dayFirst.group(2)),
                                Integer.parseInt(dayFirst.group(1))));
            } catch (DateTimeException noDay) {
                return Optional.empty();
            }
        }
        return FieldForm.date(typed.strip());
    }

    private static final class Reader {
        private final Optional<DossierState> standing;
        private final List<Party> parties;
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final List<Refusal> refusals = new ArrayList<>();

        Reader(Optional<DossierState> standing, List<Party> parties) {
            this.standing = standing;
            this.parties = parties;
        }

        void read(Field field, String raw) {
            var typed = raw.replace("\r\n", "\n").replace('\r', '\n').strip();
            if (typed.isEmpty()) {
                if (field.required()) {
                    refuse(field, ProcedureRule.FIELD_MISSING);
                }
                return;
            }
            if (FieldForm.cannotBeShown(typed)) {
                refuse(field, ProcedureRule.CONTROL_CHARACTER);
                return;
            }
            var value = value(field, typed);
            if (value != null) {
                fields.put(field.name(), value);
            }
        }

        private @Nullable Object value(Field field, String typed) {
            return switch (field.type()) {
                case TEXT, REFERENCE -> text(field, typed.replace('\n', ' '));
                case MULTILINE -> text(field, typed);
                case DATE -> date(field, typed);
                case MOMENT -> moment(field, typed);
                case DATES -> dates(field, typed);
                case CHOICE ->
                        FieldForm.wellFormed(field, typed)
                                ? typed
                                : refuse(field, ProcedureRule.NOT_A_CHOICE);
                case NUMBER -> number(field, typed, ProcedureRule.NOT_A_NUMBER);
                case ORDINAL -> number(field, typed, ProcedureRule.NOT_AN_ORDINAL);
                case YEAR -> number(field, typed, ProcedureRule.NOT_A_YEAR);
                case FOLLOW_UPS -> followUps(field, typed);
                case FOLLOW_UP -> followUp(field, typed);
                case MONEY -> money(field, typed);
                case DOSSIER -> dossier(field, typed.toUpperCase(Locale.ROOT));
                case COMMITMENTS -> commitments(field, typed);
                case HASH ->
                        FieldForm.wellFormed(field, typed)
                                ? typed
                                : refuse(field, ProcedureRule.NOT_A_HASH);
                case ATTACHMENTS -> attachments(field, typed);
            };
        }

        private @Nullable Object text(Field field, String typed) {
            var length = typed.codePointCount(0, typed.length());
            return length <= field.most()
                    ? typed
                    : refuse(
                            at(field, ProcedureRule.FIELD_TOO_LONG)
                                    .with("most", field.most())
                                    .with("length", length));
        }

        private @Nullable Object date(Field field, String typed) {
            var day = day(typed).map(LocalDate::toString);
            if (day.isEmpty()) {
                return refuse(at(field, ProcedureRule.NOT_A_DATE).with("typed", cut(typed)));
            }
            var among = field.among().flatMap(name -> standing.map(state -> state.dates(name)));
            return among.isPresent() && !among.get().contains(day.get())
                    ? refuse(at(field, ProcedureRule.NOT_AMONG).with("typed", day.get()))
                    : day.get();
        }

        private @Nullable Object moment(Field field, String typed) {
            var moment = Minute.typed(typed);
            return moment.isPresent()
                    ? moment.get().toString()
                    : refuse(at(field, ProcedureRule.NOT_A_MOMENT).with("typed", cut(typed)));
        }

        private @Nullable Object dates(Field field, String typed) {
            var days = new TreeSet<String>();
            for (var line : lines(typed, "[\n,;]")) {
                var day = day(line);
                if (day.isEmpty()) {
                    return refuse(at(field, ProcedureRule.NOT_A_DATE).with("typed", cut(line)));
                }
                days.add(day.get().toString());
            }
            return counted(field, List.copyOf(days));
        }

        private @Nullable Object counted(Field field, List<?> items) {
            return items.size() <= field.most()
                    ? items
                    : refuse(
                            at(field, ProcedureRule.TOO_MANY)
                                    .with("most", field.most())
                                    .with("length", items.size()));
        }

        private @Nullable Object number(Field field, String typed, ProcedureRule otherwise) {
            if (typed.matches("[0-9]{1,10}") && FieldForm.wellFormed(field, Long.valueOf(typed))) {
                return Long.valueOf(typed);
            }
            return refuse(
                    at(field, otherwise).with("typed", cut(typed)).with("most", field.most()));
        }

        /// A form names the files that were put on it; whether the officer put them there is asked
        /// by {@link ActCheck}.
        private @Nullable Object attachments(Field field, String typed) {
            var files = new LinkedHashMap<Digest, Map<String, Object>>();
            for (var line : lines(typed, "\n")) {
                var file = Attachment.typed(line);
                if (file.isEmpty()) {
                    return refuse(
                            Refusal.at(AttachmentRule.NOT_UPLOADED, field.name())
                                    .with("name", cut(line)));
                }
                files.putIfAbsent(file.get().blob(), file.get().reference());
            }
            return counted(field, List.copyOf(files.values()));
        }

        private @Nullable Object money(Field field, String typed) {
            var money = Money.typed(typed);
            return money.isPresent()
                    ? money.get().entry()
                    : refuse(at(field, ProcedureRule.NOT_MONEY).with("typed", cut(typed)));
        }

        /// Whether the officer may name it is asked by {@link Links}.
        private @Nullable Object dossier(Field field, String number) {
            return ActRef.of(number).isPresent()
                    ? number
                    : refuse(at(field, ProcedureRule.NO_SUCH_DOSSIER).with("typed", cut(number)));
        }

        private @Nullable Object commitments(Field field, String typed) {
            var ids = new TreeSet<>(lines(typed, "[\\s,;]"));
            for (var id : ids) {
                if (!FieldForm.commitment(id)) {
                    return refuse(at(field, ProcedureRule.NOT_A_COMMITMENT).with("typed", cut(id)));
                }
            }
            return counted(field, List.copyOf(ids));
        }

        private @Nullable Object followUps(Field field, String typed) {
            var items = new ArrayList<Map<String, Object>>();
            for (var line : lines(typed, "\n")) {
                switch (FollowUpLines.read(line, parties)) {
                    case Outcome.Accepted<Map<String, Object>>(var item) -> items.add(item);
                    case Outcome.Refused<Map<String, Object>>(var why) -> {
                        var said = at(field, why).with("line", items.size() + 1);
                        return refuse(said);
                    }
                }
            }
            return counted(field, List.copyOf(items));
        }

        private @Nullable Object followUp(Field field, String typed) {
            var open =
                    standing.map(DossierState::followUps).orElse(List.of()).stream()
                            .filter(field::isAbout)
                            .anyMatch(one -> one.id().equals(typed));
            return open
                    ? typed
                    : refuse(at(field, ProcedureRule.NO_SUCH_FOLLOW_UP).with("typed", cut(typed)));
        }

        private static List<String> lines(String typed, String separator) {
            return Pattern.compile(separator)
                    .splitAsStream(typed)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        private @Nullable Object refuse(Field field, ProcedureRule rule) {
            return refuse(at(field, rule));
        }

        private @Nullable Object refuse(Refusal refusal) {
            refusals.add(refusal);
            return null;
        }

        private static Refusal at(Field field, ProcedureRule rule) {
            return at(field, Refusal.of(rule));
        }

        private static Refusal at(Field field, Refusal why) {
            return ProcedureRule.named(
                    new Refusal(why.rule(), field.name(), why.facts()), "field", field.title());
        }
    }

    /// What an officer typed, short enough to stand in a sentence.
    static String cut(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40) + "…";
    }
}
