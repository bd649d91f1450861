// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A phrase of the lexicon: words in their order, each one of several, `*` any word, `N` a number.
///
/// @param slots what may stand at each place; empty for any word
record Phrase(List<Set<String>> slots) {
    private static final int LONGEST_ASIDE = 16;
    private static final String NUMBER = "n";

    Phrase {
        slots = List.copyOf(slots);
    }

    /// @param numbers words that count as a number
    static Phrase of(String text, Set<String> numbers) {
        var slots = new ArrayList<Set<String>>();
        for (var slot : text.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (slot.equals("*")) {
                slots.add(Set.of());
            } else {
                var any = new HashSet<>(List.of(slot.split("\\|", -1)));
                if (any.contains(NUMBER)) {
                    any.addAll(numbers);
                }
                slots.add(Set.copyOf(any));
            }
        }
        return new Phrase(slots);
    }

    /// Index after the phrase where it stands word by word at this place, or -1.
    int matchTight(Tokens tokens, int from) {
        for (int at = 0; at < slots.size(); at++) {
            if (!fits(tokens.at(from + at), slots.get(at))) {
                return -1;
            }
        }
        return from + slots.size();
    }

    /// Index after the phrase where it stands at this place with adverbs, and words between two
    /// commas, after its first word; or -1.
    int match(Tokens tokens, int from, Lexicon lexicon) {
        if (!fits(tokens.at(from), slots.get(0))) {
            return -1;
        }
        int next = from + 1;
        for (int at = 1; at < slots.size(); at++) {
            next = afterAsides(tokens, next, lexicon, slots.get(at));
            if (!fits(tokens.at(next), slots.get(at))) {
                return -1;
            }
            next++;
        }
        return next;
    }

    private static int afterAsides(Tokens tokens, int from, Lexicon lexicon, Set<String> wanted) {
        int at = from;
        while (true) {
            if (!wanted.isEmpty() && wanted.contains(tokens.at(at).lower())) {
                return at;
            }
            if (tokens.at(at).word() && lexicon.isAdverb(tokens.at(at))) {
                at++;
            } else if (tokens.is(at, ",") && afterComma(tokens, at) > 0) {
                at = afterComma(tokens, at);
            } else if (Conditions.fixed(tokens, at) > at) {
                at = Conditions.fixed(tokens, at);
            } else {
                return at;
            }
        }
    }

    private static int afterComma(Tokens tokens, int comma) {
        for (int at = comma + 1; at <= comma + LONGEST_ASIDE && at < tokens.size(); at++) {
            if (tokens.is(at, ",")) {
                return at + 1;
            }
        }
        return -1;
    }

    private static boolean fits(Token token, Set<String> slot) {
        if (!token.word()) {
            return false;
        }
        return slot.isEmpty()
                || slot.contains(token.lower())
                || (slot.contains(NUMBER) && Character.isDigit(token.text().charAt(0)));
    }
}
