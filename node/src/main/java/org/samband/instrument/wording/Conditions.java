// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The conditions of a sentence: "where appropriate", "If ...,", "in accordance with ...".
final class Conditions {
    private static final String OPEN = "...";

    /// A condition that stood in the text.
    ///
    /// @param rank 0 for the strongest
    record Condition(int rank, int from, int to, String words) {}

    /// @param opening true where the phrase goes on to the end of its clause
    private record Marker(Phrase phrase, int rank, boolean opening) {}

    private static final List<Marker> MARKERS = markers();

    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final Set<String> goesOn = lexicon.words("conditionGoesOn");
    private final Set<String> onlyAtEdge = lexicon.words("conditionsAtEdge");
    private final Set<String> onlyFirst = lexicon.words("conditionsFirst");

    private static List<Marker> markers() {
        var numbers = new HashSet<>(Lexicon.ENGLISH.words("cadences", "numbers"));
        numbers.add("one");
        var markers = new ArrayList<Marker>();
        int rank = 0;
        for (var group : Lexicon.ENGLISH.listed("conditions")) {
            for (var each : (List<?>) group) {
                var text = String.valueOf(each);
                boolean opening = text.endsWith(OPEN);
                var words = opening ? text.substring(0, text.length() - OPEN.length()) : text;
                markers.add(new Marker(Phrase.of(words.strip(), numbers), rank, opening));
            }
            rank++;
        }
        markers.sort(
                Comparator.comparingInt((Marker marker) -> -marker.phrase().slots().size())
                        .thenComparing(Marker::opening));
        return List.copyOf(markers);
    }

    /// Index after a condition without words of its own, such as "where appropriate", that stands
    /// at this place; the same index where there is none.
    static int fixed(Tokens tokens, int at) {
        for (var marker : MARKERS) {
            int end = marker.opening() ? -1 : marker.phrase().matchTight(tokens, at);
            if (end > at) {
                return end;
            }
        }
        return at;
    }

    /// In the order of the text.
    ///
    /// @param notHere indexes at which none begins
    /// @param subject offset of the main clause's subject, at which a fronted condition ends; -1
    ///   where it is not known
    List<Condition> of(Tokens tokens, Set<Integer> notHere, int subject) {
        var found = new ArrayList<Condition>();
        int at = 0;
        while (at < tokens.size()) {
            var here = notHere.contains(at) ? Optional.<Condition>empty() : at(tokens, at, subject);
            here.ifPresent(found::add);
            at = here.map(Condition::to).orElse(at + 1);
        }
        return found;
    }

    private Optional<Condition> at(Tokens tokens, int at, int subject) {
        for (var marker : MARKERS) {
            int end = marker.phrase().matchTight(tokens, at);
            if (end > at && mayStand(tokens, at, marker)) {
                int to = marker.opening() ? clauseEnd(tokens, end, subject) : end;
                if (to > end || !marker.opening()) {
                    return Optional.of(new Condition(marker.rank(), at, to, tokens.words(at, to)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean mayStand(Tokens tokens, int at, Marker marker) {
        if (!marker.opening()) {
            return true;
        }
        var word = tokens.at(at).lower();
        if (onlyFirst.contains(word)) {
            return at == 0;
        }
        return !onlyAtEdge.contains(word)
                || at == 0
                || !tokens.at(at - 1).word()
                || tokens.is(at - 1, "and")
                || lexicon.isAdverb(tokens.at(at - 1));
    }

    private int clauseEnd(Tokens tokens, int from, int subject) {
        int at = from;
        while (at < tokens.size()) {
            var token = tokens.at(at);
            if (token.start() == subject || (token.is(",") && !goesOn(tokens, at + 1))) {
                return at;
            }
            if (!token.word() && !token.is(",") && isStop(tokens, at)) {
                return at;
            }
            if (token.is("and") && startsOther(tokens, at + 1)) {
                return at;
            }
            at++;
        }
        return at;
    }

    private boolean goesOn(Tokens tokens, int at) {
        return goesOn.contains(tokens.at(at).lower())
                && (!tokens.is(at, "in") || tokens.is(at + 1, "particular"));
    }

    private static boolean isStop(Tokens tokens, int at) {
        return List.of(".", ";", ":", "–", "—", "(", "-").contains(tokens.at(at).lower());
    }

    private boolean startsOther(Tokens tokens, int at) {
        return lexicon.modals.contains(tokens.at(at).lower())
                || MARKERS.stream().anyMatch(marker -> marker.phrase().matchTight(tokens, at) > at);
    }

    static Optional<Condition> strongest(List<Condition> conditions) {
        return conditions.stream().min(Comparator.comparingInt(Condition::rank));
    }
}
