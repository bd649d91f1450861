// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;
import org.samband.proof.JsonWalk;

/// What an act says in one place, and whether a value is of its form. Source: `spec/procedure/`,
/// section "Fields".
///
/// @param most characters of a text, items of a list or the largest number
/// @param gathers whether each act adds to what stands
record FieldText(
        String name, Type type, boolean required, long most, boolean gathers, Set<String> choices) {
    private static final long SHORT = 400;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_OWNER = 8;
    private static final int LONGEST_FOLLOW_UP = 1_000;
    private static final Set<String> FOLLOW_UP =
            Set.of("owner", "authority", "text", "paragraph", "due");
    private static final Pattern AUTHORITY = Pattern.compile("[A-Z][A-Z0-9-]{0,19}");
    private static final Pattern PARAGRAPH = Pattern.compile("[1-9][0-9]{0,2}(\\.[1-9][0-9]?)?");

    private static final Set<String> MONEY = Set.of("amount", "currency");
    private static final Pattern AMOUNT =
            Pattern.compile("(0|[1-9][0-9]{0,14})(\\.(?!00)[0-9]{2})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern DOSSIER_NUMBER = Pattern.compile("[A-Z]{2,8}-[1-9][0-9]{0,14}");
    private static final Pattern MINUTE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00Z");
    private static final Pattern COMMITMENT = Pattern.compile("p[0-9a-z.]{1,30}");
    private static final Set<String> REFERENCE = Set.of("blob", "length", "name", "media-type");
    private static final long LARGEST_FILE = 1L << 31;
    private static final int LONGEST_FILE_NAME = 200;
    private static final String NOT_IN_A_FILE_NAME = "/\\\n\t\u2028\u2029";
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");

    /// The characters that change the direction of writing.
    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// The first byte in UTF-8 of U+0080 to U+009F, and of all characters of {@link #TURNING}.
    private static final byte LEAD_OF_CONTROLS = (byte) 0xc2;

    private static final byte LEAD_OF_TURNING = (byte) 0xe2;

    private static final char FIRST_TURNING = TURNING.charAt(0);

    /// The types of section "Fields".
    enum Type {
        TEXT("text", SHORT),
        MULTILINE("multiline", 20_000),
        DATE("date", SHORT),
        MOMENT("moment", SHORT),
        DATES("dates", 50),
        CHOICE("choice", SHORT),
        NUMBER("number", 1_000_000_000),
        ORDINAL("ordinal", 1_000_000_000),
        YEAR("year", SHORT),
        FOLLOW_UPS("follow-ups", 50),
        FOLLOW_UP("follow-up", SHORT),
        REFERENCE("reference", SHORT),
        HASH("hash", SHORT),
        ATTACHMENTS("attachments", 10),
        MONEY("money", SHORT),
        COMMITMENTS("commitments", 50),
        DOSSIER("dossier", SHORT);

        private final String word;
        private final long most;

        Type(String word, long most) {
            this.word = word;
            this.most = most;
        }

        static Type of(String word) {
            for (var type : values()) {
                if (type.word.equals(word)) {
                    return type;
                }
            }
            throw new IllegalArgumentException(
                    "a field of a procedure has the type \""
                            + word
                            + "\", which this program does not know: take a newer one");
        }
    }

    static FieldText of(Map<?, ?> field) {
        var type = Type.of(ProcedureText.string(field, "type"));
        return new FieldText(
                ProcedureText.string(field, "name"),
                type,
                Boolean.TRUE.equals(field.get("required")),
                field.get("most") instanceof Long most ? most : type.most,
                Boolean.TRUE.equals(field.get("gathers")),
                ProcedureText.list(field, "choices").stream()
                        .map(choice -> ProcedureText.string(ProcedureText.map(choice), "value"))
                        .collect(Collectors.toSet()));
    }

    /// Whether canonical JSON is a value of this field.
    ///
    /// @param isMarked whether it is not known for sure to be a string without {@link
    ///   JsonWalk#MARK}
    boolean fits(byte[] json, int from, int to, boolean isMarked) {
        if (isMarked) {
            return (json[from] == '"' && isEasyText(json, from + 1, to - 1))
                    || fits(read(json, from, to));
        }
        boolean isText = isOfText() && to - from - 2 <= most && isInk(json, from + 1, to - 1);
        return isText || fits(read(json, from, to));
    }

    private boolean isOfText() {
        return type == Type.TEXT
                || type == Type.MULTILINE
                || type == Type.REFERENCE
                || type == Type.FOLLOW_UP;
    }

    /// Whether a character of ASCII can be seen; nothing is escaped.
    private static boolean isInk(byte[] json, int from, int to) {
        for (int at = from; at < to; at++) {
            if (json[at] > ' ') {
                return true;
            }
        }
        return false;
    }

    /// Whether a string is a text of this field for sure; if not, it may still be one.
    private boolean isEasyText(byte[] json, int from, int to) {
        if (!isOfText() || to - from > most) {
            return false;
        }
        boolean isBlank = true;
        for (int at = from; at < to; at++) {
            byte unit = json[at];
            if (unit > ' ' && unit < 0x7f && unit != '\\') {
                isBlank = false;
            } else if (unit == '\\') {
                if (type != Type.MULTILINE || "nt\"\\".indexOf(json[++at]) < 0) {
                    return false;
                }
            } else if (unit == 0x7f
                    || (unit == LEAD_OF_CONTROLS && (json[at + 1] & 0xff) < 0xa0)
                    || (unit == LEAD_OF_TURNING && turns(json[at + 1], json[at + 2]))) {
                return false;
            }
        }
        return !isBlank;
    }

    /// Whether a character of three bytes, the first one known, is one of {@link #TURNING}.
    private static boolean turns(byte second, byte third) {
        int low = third & 0xff;
        return (second == (byte) 0x80 && low >= 0xaa && low <= 0xae)
                || (second == (byte) 0x81 && low >= 0xa6 && low <= 0xa9);
    }

    static @Nullable Object read(byte[] json, int from, int to) {
        try {
            return CanonicalJson.read(Arrays.copyOfRange(json, from, to));
        } catch (JsonRefused broken) {
            throw new IllegalStateException("what was walked over is no JSON", broken);
        }
    }

    private boolean fits(@Nullable Object value) {
        return switch (type) {
            case TEXT, REFERENCE, FOLLOW_UP ->
                    value instanceof String text && isText(text, most) && isOneLine(text);
            case MULTILINE -> value instanceof String text && isText(text, most);
            case DATE -> isDay(value);
            case MOMENT -> isMinute(value);
            case DATES -> isListOf(value, FieldText::isDay);
            case CHOICE -> value instanceof String text && choices.contains(text);
            case NUMBER -> value instanceof Long number && number >= 0 && number <= most;
            case ORDINAL -> value instanceof Long number && number >= 1 && number <= most;
            case YEAR -> value instanceof Long year && year >= 1900 && year <= 2199;
            case FOLLOW_UPS -> isListOf(value, FieldText::isFollowUp);
            case HASH -> value instanceof String text && HASH.matcher(text).matches();
            case MONEY -> isMoney(value);
            case DOSSIER -> value instanceof String text && DOSSIER_NUMBER.matcher(text).matches();
            case COMMITMENTS -> isListOf(value, FieldText::isCommitment);
            case ATTACHMENTS ->
                    isListOf(value, FieldText::isReference)
                            && value instanceof List<?> files
                            && files.stream().map(FieldText::blob).distinct().count()
                                    == files.size();
        };
    }

    private static boolean isMinute(@Nullable Object value) {
        return value instanceof String text
                && MINUTE.matcher(text).matches()
                && Integer.parseInt(text.substring(11, 13)) < 24
                && Integer.parseInt(text.substring(14, 16)) < 60
                && isDay(text.substring(0, 10));
    }

    private static boolean isMoney(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                && map.keySet().equals(MONEY)
                && map.get("amount") instanceof String amount
                && AMOUNT.matcher(amount).matches()
                && map.get("currency") instanceof String currency
                && CURRENCY.matcher(currency).matches();
    }

    /// LEDGER-16.
    private static boolean isReference(@Nullable Object item) {
        return item instanceof Map<?, ?> map
                && map.keySet().equals(REFERENCE)
                && map.get("blob") instanceof String blob
                && HASH.matcher(blob).matches()
                && map.get("length") instanceof Long length
                && length >= 1
                && length <= LARGEST_FILE
                && map.get("name") instanceof String name
                && isFileName(name)
                && map.get("media-type") instanceof String type
                && MEDIA_TYPE.matcher(type).matches();
    }

    private static boolean isFileName(String name) {
        return isText(name, LONGEST_FILE_NAME)
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(unit -> NOT_IN_A_FILE_NAME.indexOf(unit) >= 0);
    }

    private static @Nullable Object blob(Object reference) {
        return ProcedureText.map(reference).get("blob");
    }

    private static boolean isCommitment(Object id) {
        return id instanceof String text && COMMITMENT.matcher(text).matches();
    }

    private boolean isListOf(@Nullable Object value, Predicate<Object> fitting) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.size() <= most
                && list.stream().allMatch(item -> item != null && fitting.test(item));
    }

    private static boolean isText(String text, long most) {
        if (text.length() > 2 * most
                || text.codePointCount(0, text.length()) > most
                || text.isBlank()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean isControl = unit < ' ' || (unit >= 0x7f && unit <= 0x9f);
            if ((isControl && unit != '\n' && unit != '\t')
                    || (unit >= FIRST_TURNING && TURNING.indexOf(unit) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneLine(String text) {
        return text.lines().count() == 1;
    }

    private static boolean isDay(@Nullable Object value) {
        if (!(value instanceof String text) || !DAY.matcher(text).matches()) {
            return false;
        }
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean isOrIsNot(@Nullable Object value, Pattern form) {
        return value == null || (value instanceof String text && form.matcher(text).matches());
    }

    private static boolean isFollowUp(@Nullable Object item) {
        return item instanceof Map<?, ?> map
                && FOLLOW_UP.containsAll(map.keySet())
                && map.get("owner") instanceof String owner
                && isText(owner, LONGEST_OWNER)
                && map.get("text") instanceof String text
                && isText(text, LONGEST_FOLLOW_UP)
                && isOrIsNot(map.get("authority"), AUTHORITY)
                && isOrIsNot(map.get("paragraph"), PARAGRAPH)
                && (!map.containsKey("due") || isDay(map.get("due")));
    }
}
