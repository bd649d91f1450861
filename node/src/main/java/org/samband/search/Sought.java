// SPDX-License-Identifier: EUPL-1.2
package org.samband.search;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What was typed into a search.
///
/// @param words each with its stems, at least the word itself
public record Sought(List<List<String>> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /// Letters shown before a word that was found.
    private static final int BEFORE = 60;

    public Sought {
        words = List.copyOf(words);
    }

    /// Whether each word begins a word of a text.
    public boolean fits(String text) {
        var said = SearchWords.of(text, Integer.MAX_VALUE);
        return !words.isEmpty()
                && words.stream()
                        .allMatch(word -> said.stream().anyMatch(one -> begins(word, one)));
    }

    /// A piece of a text in which a word of it stands; of a short text all.
    ///
    /// @param most letters at most
    public String around(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int found =
                WORD.matcher(text)
                        .results()
                        .filter(one -> words.stream().anyMatch(word -> begins(word, one.group())))
                        .mapToInt(MatchResult::start)
                        .findFirst()
                        .orElse(0);
        int from = found <= BEFORE ? 0 : text.indexOf(' ', found - BEFORE) + 1;
        int until = Math.min(text.length(), from + most);
        return (from > 0 ? "… " : "")
                + text.substring(from, until).strip()
                + (until < text.length() ? " …" : "");
    }

    private static boolean begins(List<String> word, String one) {
        var plain = SearchWords.plain(one);
        return word.stream().anyMatch(plain::startsWith);
    }
}
