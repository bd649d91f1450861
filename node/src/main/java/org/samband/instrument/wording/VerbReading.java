// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.List;
import org.samband.instrument.Undertaking;

/// Finds the verb phrases of a sentence that may bind.
final class VerbReading {
    private final Lexicon lexicon = Lexicon.ENGLISH;

    /// In the order of the text, none within brackets.
    List<Verb> of(Tokens tokens) {
        var found = new ArrayList<Verb>();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.at(at).inside() || !tokens.at(at).word()) {
                continue;
            }
            var bare = lexicon.bareModals.get(tokens.at(at).lower());
            if (bare != null && endsAt(tokens, at + 1) && isVerb(tokens, at)) {
                found.add(new Verb(bare, at, at + 1, at, true, false, false));
                continue;
            }
            for (var phrase : lexicon.undertakings.entrySet()) {
                int end = phrase.getKey().match(tokens, at, lexicon);
                if (end > at && isVerb(tokens, at)) {
                    var verb = verb(tokens, phrase.getValue(), at, end);
                    found.add(verb);
                    at = verb.end() - 1;
                    break;
                }
            }
        }
        return found;
    }

    private boolean endsAt(Tokens tokens, int from) {
        int at = skipAdverbs(tokens, from);
        return at >= tokens.size() || tokens.is(at, ":");
    }

    /// "Will" and "may" are also nouns, "plans" and "aim" too.
    private boolean isVerb(Tokens tokens, int at) {
        if (tokens.at(at).capital() && at > 0) {
            return false;
        }
        return !lexicon.notModal.contains(tokens.at(at - 1).lower());
    }

    private Verb verb(Tokens tokens, Undertaking undertaking, int first, int phraseEnd) {
        int end = phraseEnd;
        int main = end - 1;
        if (tokens.is(main, "to") && end - first > 1) {
            int next = skipAdverbs(tokens, end);
            if (isPlainVerb(tokens, next)) {
                main = next;
                end = next + 1;
            }
        } else if (tokens.in(main, lexicon.modals)) {
            main = skipAdverbs(tokens, end);
            end = Math.min(main + 1, tokens.size());
        }
        boolean passive = false;
        int be = beBefore(tokens, first, end);
        int next =
                tokens.is(main, "be") || tokens.is(main, "been") ? skipAdverbs(tokens, end) : main;
        if (be >= 0 && isParticiple(tokens, next)) {
            passive = true;
            main = next;
            end = Math.max(end, next + 1);
        }
        end = passive ? end : afterSecondVerb(tokens, end);
        boolean negative = false;
        for (int at = first; at < end; at++) {
            negative |= tokens.is(at, "not") || tokens.is(at, "never");
        }
        boolean modal =
                tokens.in(first, lexicon.modals)
                        || undertaking == Undertaking.ARE_TO
                        || undertaking == Undertaking.WILL;
        return new Verb(undertaking, first, end, main, modal, passive, negative);
    }

    private static int beBefore(Tokens tokens, int first, int end) {
        for (int at = first; at < end; at++) {
            if (tokens.is(at, "be") || tokens.is(at, "been")) {
                return at;
            }
        }
        return -1;
    }

    /// "will strengthen and expand" is one verb phrase.
    private int afterSecondVerb(Tokens tokens, int end) {
        if (!tokens.is(end, "and") && !tokens.is(end, "or")) {
            return end;
        }
        int next = skipAdverbs(tokens, end + 1);
        return isPlainVerb(tokens, next) && !lexicon.continuations.containsKey(lower(tokens, next))
                ? next + 1
                : end;
    }

    private static String lower(Tokens tokens, int at) {
        return tokens.at(at).lower();
    }

    int skipAdverbs(Tokens tokens, int from) {
        int at = from;
        while (tokens.at(at).word() && lexicon.isAdverb(tokens.at(at))) {
            at++;
        }
        return at;
    }

    /// A bare verb such as "strengthen" or "explore".
    boolean isPlainVerb(Tokens tokens, int at) {
        var word = lower(tokens, at);
        return lexicon.verbs.contains(word) || lexicon.continuations.containsKey(word);
    }

    private boolean isParticiple(Tokens tokens, int at) {
        var word = lower(tokens, at);
        return (word.endsWith("ed") && word.length() > 3 && !word.equals("need"))
                || lexicon.participles.contains(word);
    }
}
