// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How often: a word of the text, of which no number is made. One that can be counted goes before
/// one that cannot.
final class Cadences {
    /// @param word for instance `annual`
    record Cadence(String word, int from, int to, boolean counted) {}

    private record Named(Phrase phrase, String word, boolean counted) {}

    private final List<Named> named = new ArrayList<>();

    /// Longer phrases that are kept as they stand.
    private final List<Phrase> phrases = new ArrayList<>();

    Cadences() {
        var lexicon = Lexicon.ENGLISH;
        add(lexicon.under("cadences", "counted"), true);
        add(lexicon.under("cadences", "vague"), false);
        Set<String> numbers = new HashSet<>(lexicon.words("cadences", "numbers"));
        lexicon.listed("cadences", "phrases")
                .forEach(text -> phrases.add(Phrase.of(String.valueOf(text), numbers)));
    }

    private void add(Map<?, ?> words, boolean counted) {
        words.forEach((word, forms) -> {
            for (var form : (List<?>) forms) {
                var phrase = Phrase.of(String.valueOf(form), Set.of());
                named.add(new Named(phrase, String.valueOf(word), counted));
            }
        });
    }

    Optional<Cadence> of(Tokens tokens) {
        Optional<Cadence> vague = Optional.empty();
        for (int at = 0; at < tokens.size(); at++) {
            var here = at(tokens, at);
            if (here.isPresent() && here.get().counted()) {
                return here;
            }
            vague = vague.or(() -> here);
        }
        return vague;
    }

    private Optional<Cadence> at(Tokens tokens, int at) {
        for (var phrase : phrases) {
            int end = phrase.matchTight(tokens, at);
            if (end > at) {
                var words = tokens.words(at, end).toLowerCase(Locale.ROOT);
                return Optional.of(new Cadence(words, at, end, true));
            }
        }
        for (var each : named) {
            int end = each.phrase().matchTight(tokens, at);
            if (end > at) {
                return Optional.of(new Cadence(each.word(), at, end, each.counted()));
            }
        }
        return Optional.empty();
    }
}
