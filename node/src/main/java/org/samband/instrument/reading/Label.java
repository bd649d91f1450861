// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Number, letter or bullet at the beginning of a block.
///
/// @param printed as it stands, for instance `(iv)`
/// @param key without brackets and stops, for instance `iv`; a bullet has none
/// @param value place in its series, from 1; of a letter that may be a roman number, that of the
///   letter; 0 for a bullet
/// @param roman value as a roman number; 0 where it is none
/// @param style what labels of one list have in common, for instance `(a)`
/// @param length of the text that it takes
record Label(
        Kind kind, String printed, String key, int value, int roman, String style, int length) {

    enum Kind {
        NUMBER,
        DECIMAL,
        SMALL,
        CAPITAL,
        BULLET,
        /// "Part II", "Article 3".
        WORD
    }

    private static final Pattern BULLET =
            Pattern.compile(
                    "((?:[-–—]\\s+)?[•◇◆◦▪▫■□●○◯‣⁃·∙►➢➤✓✔❖\\uE000-\\uF8FF])\\s*(?=\\S)|([-–—*]|o)\\s+(?=\\S)");
    private static final Pattern DECIMAL =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){1,4})[.)]?\\s+(?=\\S)");
    private static final Pattern NUMBER =
            Pattern.compile("(?:§\\s*)?(\\(?)(\\d{1,3})([.)])(?!\\d)\\s*(?=\\S)");
    private static final Pattern SMALL =
            Pattern.compile("(\\(?)([a-z]|[ivxl]{2,6})(\\)\\s*|\\.\\s+)(?=\\S)");
    private static final Pattern CAPITAL =
            Pattern.compile("(\\(?)([A-Z]|[IVXL]{1,6})([.)])\\s+(?=\\S)");

    static Optional<Label> at(String text) {
        var bullet = BULLET.matcher(text);
        if (bullet.lookingAt()) {
            var glyph = bullet.group(1) == null ? bullet.group(2) : bullet.group(1);
            return Optional.of(new Label(Kind.BULLET, glyph, "", 0, 0, glyph, bullet.end()));
        }
        var decimal = DECIMAL.matcher(text);
        if (decimal.lookingAt()) {
            var key = decimal.group(1);
            int last = Integer.parseInt(key.substring(key.lastIndexOf('.') + 1));
            var style = key.replaceAll("\\d+", "1");
            return Optional.of(new Label(Kind.DECIMAL, key, key, last, 0, style, decimal.end()));
        }
        return bracketed(text, NUMBER, Kind.NUMBER, "1")
                .or(() -> bracketed(text, SMALL, Kind.SMALL, "a"))
                .or(() -> bracketed(text, CAPITAL, Kind.CAPITAL, "A"));
    }

    private static Optional<Label> bracketed(String text, Pattern form, Kind kind, String sample) {
        var match = form.matcher(text);
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        var key = match.group(2);
        var close = match.group(3).strip();
        if (!match.group(1).isEmpty() && !close.equals(")")) {
            return Optional.empty();
        }
        int roman = kind == Kind.NUMBER ? 0 : roman(key);
        int value =
                kind == Kind.NUMBER ? Integer.parseInt(key) : key.length() == 1 ? letter(key) : 0;
        if (kind != Kind.NUMBER && value == 0 && roman == 0) {
            return Optional.empty();
        }
        var printed = match.group(1) + key + close;
        var style = match.group(1) + sample + close;
        return Optional.of(new Label(kind, printed, key, value, roman, style, match.end()));
    }

    /// A heading word with its number, or an annex.
    static Optional<Label> word(String text) {
        var words = StructureWords.get();
        var annex = words.opener("annex-words").matcher(text);
        if (annex.lookingAt() && Character.isUpperCase(text.charAt(0))) {
            var rest = text.substring(annex.end());
            var number =
                    Pattern.compile("\\s+([IVXL]+|\\d+|[A-Z])(?![\\p{L}\\p{N}])").matcher(rest);
            int end = annex.end() + (number.lookingAt() ? number.end() : 0);
            return Optional.of(word(text, end, "annex", number.lookingAt() ? number.group(1) : ""));
        }
        var part = words.opener("part-words").matcher(text);
        if (!part.lookingAt() || !Character.isUpperCase(text.charAt(0))) {
            return Optional.empty();
        }
        var number =
                Pattern.compile("\\s+([IVXL]+|\\d{1,3}(?:\\.\\d{1,3})?|[A-Z])(?=[\\s.:–—-]|$)")
                        .matcher(text);
        number.region(part.end(), text.length());
        return number.lookingAt()
                ? Optional.of(
                        word(
                                text,
                                number.end(),
                                part.group().toLowerCase(Locale.ROOT),
                                number.group(1)))
                : Optional.empty();
    }

    private static Label word(String text, int end, String style, String key) {
        int after = end;
        while (after < text.length() && " .:–—-".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        int value =
                key.matches("\\d+") ? Integer.parseInt(key) : key.length() == 1 ? letter(key) : 0;
        return new Label(Kind.WORD, text.substring(0, end), key, value, roman(key), style, after);
    }

    /// "Annex II", "Appendix".
    static boolean isAnnex(@Nullable Label label) {
        return label != null && label.kind() == Kind.WORD && label.style().equals("annex");
    }

    private static int letter(String key) {
        int letter = Character.toLowerCase(key.charAt(0)) - 'a' + 1;
        return letter >= 1 && letter <= 26 ? letter : 0;
    }

    /// Value of a roman number; 0 where it is none.
    static int roman(String key) {
        var form = Pattern.compile("(?i)(x{0,3}|xl|lx{0,3})(ix|iv|v?i{0,3})").matcher(key);
        return key.isEmpty() || !form.matches() ? 0 : tens(form) + ones(form);
    }

    private static int tens(Matcher form) {
        return switch (form.group(1).toLowerCase(Locale.ROOT)) {
            case "xl" -> 40;
            case String t when t.startsWith("l") -> 50 + 10 * (t.length() - 1);
            case String t -> 10 * t.length();
        };
    }

    private static int ones(Matcher form) {
        return switch (form.group(2).toLowerCase(Locale.ROOT)) {
            case "ix" -> 9;
            case "iv" -> 4;
            case String o when o.startsWith("v") -> 5 + o.length() - 1;
            case String o -> o.length();
        };
    }
}
