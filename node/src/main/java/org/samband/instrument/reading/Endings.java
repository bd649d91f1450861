// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.Locale;

/// How a text ends and begins, as far as that tells whether it goes on.
final class Endings {
    private static final String CLOSERS = "\"'”’»)]";

    private Endings() {}

    /// Ends a sentence, a clause of a list or a lead-in.
    static boolean complete(String text) {
        var bare = bare(text);
        if (bare.isEmpty()) {
            return false;
        }
        return ".;:?!".indexOf(bare.charAt(bare.length() - 1)) >= 0
                || bare.endsWith("; and")
                || bare.endsWith("; or")
                || bare.endsWith(", and")
                || bare.endsWith(", or");
    }

    /// Ends a sentence.
    static boolean full(String text) {
        var bare = bare(text);
        return !bare.isEmpty() && ".?!".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }

    static boolean leadsIn(String text) {
        return bare(text).endsWith(":");
    }

    /// Ends so that it must go on: with a word like "the", a comma, a hyphen, an open bracket.
    static boolean runsOn(String text) {
        var bare = text.stripTrailing();
        if (bare.isEmpty() || complete(bare)) {
            return false;
        }
        return ",-–(".indexOf(bare.charAt(bare.length() - 1)) >= 0
                || StructureWords.get().is("runs-on", lastWord(bare));
    }

    static String lastWord(String text) {
        int space = text.lastIndexOf(' ');
        return text.substring(space + 1).toLowerCase(Locale.ROOT);
    }

    static boolean beginsSmall(String text) {
        var bare = text.stripLeading();
        return !bare.isEmpty() && Character.isLowerCase(bare.codePointAt(0));
    }

    static boolean capitals(String text) {
        return text.chars().noneMatch(Character::isLowerCase)
                && text.chars().filter(Character::isUpperCase).count() > 1;
    }

    private static String bare(String text) {
        int end = text.length();
        while (end > 0
                && (Character.isWhitespace(text.charAt(end - 1))
                        || CLOSERS.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return text.substring(0, end);
    }
}
