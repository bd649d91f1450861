// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.samband.instrument.Sentence;

/// Cuts a healed text into sentences. Abbreviations, brackets and quotations hold together; a
/// semicolon ends nothing; a line break does, unless the next line begins small.
final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?]+[\"'”’»)\\]]*(?=\\s|$)");

    private Sentences() {}

    static List<Sentence> of(String text) {
        var sentences = new ArrayList<Sentence>();
        int start = 0;
        int from = 0;
        for (var row : text.split("\n", -1)) {
            if (from > 0 && !Endings.beginsSmall(row)) {
                start = add(sentences, text, start, from - 1);
            }
            var end = END.matcher(text).region(from, from + row.length());
            while (end.find()) {
                if (end.end() < from + row.length() && ends(text, end.start(), end.end())) {
                    start = add(sentences, text, start, end.end());
                }
            }
            from += row.length() + 1;
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    private static int add(List<Sentence> sentences, String text, int start, int end) {
        int first = start;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        int last = end;
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (last > first) {
            sentences.add(new Sentence(sentences.size() + 1, first, last));
        }
        return end;
    }

    private static boolean ends(String text, int stop, int end) {
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next >= text.length()) {
            return false;
        }
        int first = next;
        while (first < text.length() && "\"'“‘«([".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        boolean begins =
                first < text.length()
                        && (Character.isUpperCase(text.codePointAt(first))
                                || Character.isDigit(text.charAt(first)));
        return begins && open(text, stop) == 0 && !abbreviation(text, stop, first);
    }

    /// Brackets that are open at a place; those of the whole text, never below none.
    private static int open(String text, int at) {
        int open = 0;
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                open++;
            } else if (c == ')' || c == ']') {
                open = Math.max(0, open - 1);
            }
        }
        return closes(text, at) ? open : 0;
    }

    /// A bracket that never closes holds nothing together.
    private static boolean closes(String text, int at) {
        return text.indexOf(')', at) >= 0 || text.indexOf(']', at) >= 0;
    }

    private static boolean abbreviation(String text, int stop, int next) {
        if (text.charAt(stop) != '.') {
            return false;
        }
        int from = stop;
        while (from > 0
                && !Character.isWhitespace(text.charAt(from - 1))
                && "(\"'“‘[".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        var word = text.substring(from, stop + 1);
        if (word.matches("\\d{1,3}\\.") && beginsThere(text, from)) {
            return true;
        }
        if (word.matches("\\p{Lu}\\.") || word.matches("(?:\\p{L}\\.){2,}")) {
            return !(word.matches("(?:\\p{Lu}\\.){2,}") && StartsSentence.at(text, next));
        }
        return StructureWords.get().list("abbreviations").contains(word.toLowerCase(Locale.ROOT))
                && !(Character.isUpperCase(text.charAt(next))
                        && word.matches("(?i)etc\\.|p\\.m\\.|a\\.m\\."));
    }

    /// A number that stands where a sentence begins is no sentence.
    private static boolean beginsThere(String text, int from) {
        var before = text.substring(0, from).stripTrailing();
        return before.isEmpty() || Endings.full(before);
    }

    /// Words with which a sentence begins after an abbreviation such as "U.S.".
    private static final class StartsSentence {
        private static final Pattern OPENER =
                Pattern.compile(
                        "(?:The|This|These|Those|It|They|We|In|On|For|Both|Each|As|To|If|Where|When|Such|Any|All)\\b");

        static boolean at(String text, int at) {
            return OPENER.matcher(text).region(at, text.length()).lookingAt();
        }
    }
}
