// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;
import org.samband.search.SearchWords;

/// Which dossiers a list shows, and which page of it.
///
/// @param procedure short name; empty for all
/// @param area short name; empty for all
/// @param finished true for finished ones, false for open ones; empty for both
/// @param state short name of a state; empty for all
/// @param turn code of the party whose turn it is; empty for all
/// @param words each must begin a word of the title, or be the number of the dossier
/// @param page counted from 1
public record DossierFilter(
        Optional<String> procedure,
        Optional<String> area,
        Optional<Boolean> finished,
        Optional<String> state,
        Optional<String> turn,
        List<String> words,
        int page) {
    /// Dossiers on one page of a list.
    public static final int PAGE = 50;

    /// Lists are counted so far; a longer one is "at least so many", and is asked more narrowly.
    public static final int COUNTED = 10_000;

    public static final DossierFilter ALL =
            new DossierFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    1);

    /// All of a procedure.
    public static DossierFilter of(Optional<String> procedure) {
        return new DossierFilter(
                procedure,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                1);
    }

    private static final int MOST_WORDS = 10;

    public DossierFilter {
        words = List.copyOf(words);
        if (page < 1) {
            throw new IllegalArgumentException("a page is counted from 1, not " + page);
        }
    }

    /// The words that an officer typed into the search field.
    public static List<String> words(String typed) {
        return SearchWords.of(typed, MOST_WORDS);
    }

    /// All beginnings of all words of a title and of the dossier's number.
    ///
    /// @param more short texts by which the dossier is found besides
    public static List<String> beginnings(ActRef ref, String title, List<String> more) {
        return SearchWords.beginnings(ref + " " + title + " " + String.join(" ", more));
    }
}
