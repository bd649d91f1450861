// SPDX-License-Identifier: EUPL-1.2
package org.samband.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How texts are split into words that a search compares: letters and numbers, in lower case.
public final class SearchWords {
    private static final int LONGEST = 24;
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() {}

    /// The first words of a text, each cut to the length that is compared.
    public static List<String> of(String text, int most) {
        return split(text).limit(most).toList();
    }

    /// All beginnings of all words: a search compares them by plain equality, which row-level
    /// security never has to hold back.
    public static List<String> beginnings(String text) {
        return split(text)
                .flatMap(word ->
                        IntStream.rangeClosed(1, word.length())
                                .mapToObj(end -> word.substring(0, end)))
                .distinct()
                .sorted()
                .toList();
    }

    /// Its words in lower case with one space between them.
    public static String plain(String text) {
        return GAP.matcher(folded(text)).replaceAll(" ");
    }

    private static Stream<String> split(String text) {
        return GAP.splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::cut);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String cut(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }
}
