// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;

/// The form of a field's value as it stands in an entry. What the counterpart sends is held against
/// this alone; what our officers type goes through {@link TypedFields} first.
public final class FieldForm {
    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /// Identity of a commitment in its instrument: `p20.s1`.
    private static final Pattern COMMITMENT = Pattern.compile("p[0-9a-z.]{1,30}");

    /// ISO 8601 calendar date as entries hold it. A looser reader would let two spellings stand for
    /// one day.
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /// Longest code of a party, and longest text of one follow-up.
    private static final int OWNER = 8;

    static final int FOLLOW_UP = 1_000;

    private static final Set<String> FOLLOW_UP_MEMBERS =
            Set.of("owner", "authority", "text", "paragraph", "due");

    /// Code of an authority of a party, and number of a paragraph or item.
    private static final Pattern AUTHORITY = Pattern.compile("[A-Z][A-Z0-9-]{0,19}");

    private static final Pattern PARAGRAPH = Pattern.compile("[1-9][0-9]{0,2}(\\.[1-9][0-9]?)?");

    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static final char DELETE = 0x7f;

    /// After the control characters above ASCII.
    private static final char FIRST_OF_LATIN = 0xa0;

    /// The characters that turn the direction of writing stand behind.
    private static final char FIRST_OF_PUNCTUATION = 0x2000;

    private FieldForm() {}

    static Optional<Refusal> malformed(ActForm act, Map<String, Object> fields) {
        for (var name : fields.keySet()) {
            if (act.field(name).isEmpty()) {
                return Optional.of(
                        Refusal.at(ProcedureRule.UNKNOWN_FIELD, "/fields/" + name)
                                .with("field", name));
            }
        }
        for (var field : act.fields()) {
            var value = fields.get(field.name());
            if (value == null ? field.required() : !wellFormed(field, value)) {
                return Optional.of(
                        Refusal.at(ProcedureRule.MALFORMED, "/fields/" + field.name())
                                .with("member", "fields/" + field.name()));
            }
        }
        return Optional.empty();
    }

    static boolean wellFormed(Field field, Object value) {
        return switch (field.type()) {
            case TEXT, REFERENCE, FOLLOW_UP ->
                    value instanceof String text
                            && within(text, field.most())
                            && text.lines().count() == 1;
            case MULTILINE -> value instanceof String text && within(text, field.most());
            case DATE -> day(value);
            case MOMENT -> Minute.of(value).isPresent();
            case DATES ->
                    value instanceof List<?> days
                            && !days.isEmpty()
                            && days.size() <= field.most()
                            && days.stream().allMatch(FieldForm::day);
            case CHOICE ->
                    value instanceof String text
                            && field.choices().stream().anyMatch(one -> one.value().equals(text));
            case NUMBER -> value instanceof Long number && number >= 0 && number <= field.most();
            case ORDINAL -> value instanceof Long number && number >= 1 && number <= field.most();
            case YEAR ->
                    value instanceof Long year
                            && year >= Field.FIRST_YEAR
                            && year <= Field.LAST_YEAR;
            case FOLLOW_UPS ->
                    value instanceof List<?> items
                            && !items.isEmpty()
                            && items.size() <= field.most()
                            && items.stream().allMatch(FieldForm::followUp);
            case MONEY -> Money.of(value).isPresent();
            case DOSSIER -> value instanceof String text && ActRef.of(text).isPresent();
            case COMMITMENTS ->
                    value instanceof List<?> ids
                            && !ids.isEmpty()
                            && ids.size() <= field.most()
                            && ids.stream().allMatch(FieldForm::commitment);
            case HASH -> value instanceof String text && HASH.matcher(text).matches();
            case ATTACHMENTS ->
                    value instanceof List<?> files
                            && !files.isEmpty()
                            && files.size() <= field.most()
                            && files.stream().allMatch(file -> Attachment.of(file).isPresent())
                            && files.size() == blobs(files);
        };
    }

    private static long blobs(List<?> files) {
        return files.stream()
                .flatMap(file -> Attachment.of(file).stream())
                .map(Attachment::blob)
                .distinct()
                .count();
    }

    private static boolean within(String text, int most) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= most
                && !cannotBeShown(text);
    }

    /// Whether a text holds a control character, half a character, or one that turns the direction
    /// of writing and could so make a page say something else.
    public static boolean cannotBeShown(String text) {
        return !isPlain(text) && hasUnshown(text);
    }

    /// Whether all characters are of those that most texts have alone, which can be shown.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean plain =
                    (unit >= ' ' && unit < DELETE)
                            || (unit >= FIRST_OF_LATIN && unit < FIRST_OF_PUNCTUATION)
                            || unit == '\n';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasUnshown(String text) {
        return text.codePoints()
                .anyMatch(point ->
                        (Character.isISOControl(point) && point != '\n' && point != '\t')
                                || Character.getType(point) == Character.SURROGATE
                                || TURNING.indexOf(point) >= 0);
    }

    private static boolean day(Object value) {
        return value instanceof String text && date(text).isPresent();
    }

    static Optional<LocalDate> date(String text) {
        try {
            return DAY.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    static boolean commitment(Object id) {
        return id instanceof String text && COMMITMENT.matcher(text).matches();
    }

    /// Whether it is the number of a paragraph or item as entries hold it: `23`, `11.3`.
    public static boolean isParagraph(String number) {
        return PARAGRAPH.matcher(number).matches();
    }

    private static boolean matches(@Nullable Object value, Pattern form) {
        return value == null || (value instanceof String text && form.matcher(text).matches());
    }

    private static boolean followUp(Object item) {
        return item instanceof Map<?, ?> map
                && map.get("owner") instanceof String owner
                && within(owner, OWNER)
                && map.get("text") instanceof String text
                && within(text, FOLLOW_UP)
                && FOLLOW_UP_MEMBERS.containsAll(map.keySet())
                && matches(map.get("authority"), AUTHORITY)
                && matches(map.get("paragraph"), PARAGRAPH)
                && (!map.containsKey("due") || day(String.valueOf(map.get("due"))));
    }
}
