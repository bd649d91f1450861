// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;

/// What a register shows of one dossier: the values that stand, how they sort, the words by which
/// it is found and the years to which it belongs. A pure function of the dossier.
///
/// @param values standing values by name of the field, oldest first; long texts are cut
/// @param sorts text by which the dossier is sorted by that field, compared by code points
/// @param words short texts by which the dossier is found
/// @param years in which it was opened, something was done or a day lies
record RegisterCells(
        Map<String, List<Object>> values,
        Map<String, String> sorts,
        List<String> words,
        List<Integer> years) {
    /// Name of the cell that holds the answer of {@link RegisterForm.Rate}; no field has it,
    /// because names of fields hold no dots.
    static final String RATE = "register.rate";

    static final String YES = "yes";
    static final String NO = "no";

    private static final int LONGEST = 300;

    /// Of what is gathered the latest are kept, of amounts all, because they are added up.
    private static final int MOST = 20;

    private static final int LONGEST_SORT = 60;
    private static final int LONGEST_WORDS = 200;

    /// @param state without what the counterpart has taken back
    static RegisterCells of(DossierState state, List<Coming> days) {
        var values = new TreeMap<String, List<Object>>();
        var sorts = new TreeMap<String, String>();
        var words = new ArrayList<String>();
        for (var field : state.procedure().registered()) {
            var all = state.values().getOrDefault(field.name(), List.of());
            var few = field.type() == Field.Type.MONEY ? 0 : Math.max(0, all.size() - MOST);
            var standing = all.stream().skip(few).map(one -> cut(one.value())).toList();
            if (!standing.isEmpty()) {
                values.put(field.name(), standing);
                sorts.put(field.name(), sort(field, standing.getLast()));
                words.addAll(words(field, standing));
            }
        }
        rate(state).ifPresent(answer -> values.put(RATE, List.of(answer)));
        return new RegisterCells(values, sorts, words, years(state, days));
    }

    private static Object cut(Object value) {
        return value instanceof String text && text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
                : value;
    }

    private static String sort(Field field, Object value) {
        return switch (field.type()) {
            case NUMBER, ORDINAL, YEAR -> padded(String.valueOf(value));
            case MONEY ->
                    Money.of(value)
                            .map(money -> money.currency() + padded(money.cents()))
                            .orElse("");
            case CHOICE -> padded(String.valueOf(place(field, value)));
            case DATES, COMMITMENTS ->
                    value instanceof List<?> list && !list.isEmpty()
                            ? String.valueOf(list.getFirst())
                            : "";
            case TEXT,
                    MULTILINE,
                    DATE,
                    MOMENT,
                    REFERENCE,
                    FOLLOW_UP,
                    FOLLOW_UPS,
                    HASH,
                    ATTACHMENTS,
                    DOSSIER -> {
                var text = String.valueOf(value).toLowerCase(Locale.ROOT);
                yield text.length() <= LONGEST_SORT ? text : text.substring(0, LONGEST_SORT);
            }
        };
    }

    private static String padded(String digits) {
        return "0".repeat(Math.max(0, 20 - digits.length())) + digits;
    }

    private static int place(Field field, Object value) {
        for (int i = 0; i < field.choices().size(); i++) {
            if (field.choices().get(i).value().equals(value)) {
                return i;
            }
        }
        return field.choices().size();
    }

    /// Short texts and the titles of what was chosen, in both languages.
    private static List<String> words(Field field, List<Object> standing) {
        return switch (field.type()) {
            case TEXT, REFERENCE ->
                    standing.stream()
                            .map(String::valueOf)
                            .map(text -> text.substring(0, Math.min(text.length(), LONGEST_WORDS)))
                            .toList();
            case CHOICE ->
                    standing.stream()
                            .map(String::valueOf)
                            .flatMap(value ->
                                    Stream.of(
                                            field.choiceTitle(value, "en"),
                                            field.choiceTitle(value, "nb")))
                            .toList();
            case MULTILINE,
                    DATE,
                    MOMENT,
                    DATES,
                    NUMBER,
                    ORDINAL,
                    YEAR,
                    FOLLOW_UPS,
                    FOLLOW_UP,
                    HASH,
                    ATTACHMENTS,
                    MONEY,
                    COMMITMENTS,
                    DOSSIER ->
                    List.of();
        };
    }

    private static java.util.Optional<String> rate(DossierState state) {
        return state.procedure()
                .register()
                .rate()
                .flatMap(rate ->
                        state.acts().stream()
                                .filter(DossierState.Folded::effective)
                                .map(one -> one.act().act())
                                .filter(act -> rate.yes().contains(act) || rate.no().contains(act))
                                .reduce((one, next) -> next)
                                .map(act -> rate.yes().contains(act) ? YES : NO));
    }

    private static List<Integer> years(DossierState state, List<Coming> days) {
        var years = new TreeSet<Integer>();
        state.acts().forEach(one -> years.add(one.act().at().atOffset(ZoneOffset.UTC).getYear()));
        days.stream().map(Coming::on).map(LocalDate::getYear).forEach(years::add);
        return List.copyOf(years);
    }

    String valuesText() {
        return CanonicalJson.text(values);
    }

    String sortsText() {
        return CanonicalJson.text(sorts);
    }

    /// The values of a row as {@link #valuesText} wrote them, however the database spells them.
    static Map<String, List<Object>> read(String json) {
        try {
            var read = new HashMap<String, List<Object>>();
            ProcedureFile.map(CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8)))
                    .forEach((name, list) -> read.put(name, list(list)));
            return read;
        } catch (JsonRefused broken) {
            throw new IllegalStateException("cells of a dossier cannot be read", broken);
        }
    }

    private static List<Object> list(Object value) {
        return value instanceof List<?> list ? List.copyOf(list) : List.of();
    }
}
