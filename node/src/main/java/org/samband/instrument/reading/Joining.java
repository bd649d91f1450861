// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.samband.instrument.source.Characters;
import org.samband.instrument.source.Line;

/// Joins broken lines. A hyphen at the end of a line stays where the text elsewhere has the word
/// with it, and goes where it has the word without.
final class Joining {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*");

    private final Set<String> words = new HashSet<>();

    Joining(List<Line> lines) {
        for (var line : lines) {
            var match = WORD.matcher(line.text());
            while (match.find()) {
                words.add(match.group().toLowerCase(Locale.ROOT));
            }
        }
    }

    String join(List<Line> lines) {
        var text = "";
        for (var line : lines) {
            text = join(text, Characters.spaced(line.text()));
        }
        return text;
    }

    String join(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before + after;
        }
        boolean broken =
                before.length() > 1
                        && before.endsWith("-")
                        && Character.isLetterOrDigit(before.charAt(before.length() - 2))
                        && Character.isLetterOrDigit(after.charAt(0));
        if (!broken) {
            return before + " " + after;
        }
        return keepsHyphen(before, after)
                ? before + after
                : before.substring(0, before.length() - 1) + after;
    }

    private boolean keepsHyphen(String before, String after) {
        var left = lastPart(before.substring(0, before.length() - 1));
        var match = WORD.matcher(after);
        var right = match.lookingAt() ? match.group() : "";
        if (!Endings.beginsSmall(after) || left.chars().anyMatch(Character::isDigit)) {
            return true;
        }
        if (words.contains((left + "-" + right).toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (words.contains((left + right).toLowerCase(Locale.ROOT))) {
            return false;
        }
        return StructureWords.get().is("keeps-hyphen", left)
                || (left.length() > 1 && Endings.capitals(left));
    }

    private static String lastPart(String text) {
        int at = text.length();
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at);
    }
}
