// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds capitalised names with the small words inside them: "Centre of Excellence for ...".
final class NameReading {
    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final Set<String> inside = lexicon.words("names", "inside");
    private final Set<String> afterHead = lexicon.words("names", "afterHead");
    private final Set<String> heads = lexicon.words("names", "heads");
    private final Set<String> acts = lexicon.words("names", "acts");
    private final Mentions mentions;

    NameReading(Mentions mentions) {
        this.mentions = mentions;
    }

    /// All capitalised names, the parties' too, in the order of the text.
    List<Name> of(Tokens tokens) {
        var found = new ArrayList<Name>();
        int at = 0;
        while (at < tokens.size()) {
            int end = isName(tokens, at) ? end(tokens, at) : at;
            if (end > at) {
                found.add(new Name(tokens.words(at, end), at, end));
            }
            at = Math.max(end, at + 1);
        }
        return found;
    }

    private boolean isName(Tokens tokens, int at) {
        var token = tokens.at(at);
        if (!token.capital()) {
            return false;
        }
        boolean opens = at == 0 || tokens.is(at - 1, ":");
        if (!opens || token.acronym()) {
            return true;
        }
        var mention = mentions.at(tokens, at);
        return mention != null
                || (tokens.at(at + 1).capital() && !isSmall(token))
                || (inside.contains(tokens.at(at + 1).lower()) && heads.contains(token.lower()));
    }

    private boolean isSmall(Token token) {
        var word = token.lower();
        return lexicon.fillers.contains(word)
                || lexicon.adverbial.contains(word)
                || lexicon.pronouns.contains(word)
                || lexicon.isAdverb(token);
    }

    private int end(Tokens tokens, int from) {
        int series = seriesEnd(tokens, from);
        if (series > from) {
            return series;
        }
        int at = from;
        while (true) {
            at = capitals(tokens, at);
            if (tokens.at(at - 1).possessive()) {
                return at;
            }
            int next = afterSmallWords(tokens, from, at);
            if (next == at) {
                return citedEnd(tokens, at);
            }
            at = next;
        }
    }

    private int capitals(Tokens tokens, int from) {
        int at = from + 1;
        while (tokens.at(at).capital() && !tokens.at(at - 1).possessive()) {
            at++;
        }
        while ((isHead(tokens.at(at - 1)) || acts.contains(tokens.at(at - 1).lower()))
                && at < tokens.size()
                && Character.isDigit(
                        tokens.at(at).text().isEmpty() ? ' ' : tokens.at(at).text().charAt(0))
                && !tokens.at(at).text().contains("-")) {
            at += tokens.is(at + 1, "/") ? 2 : 1;
            if (tokens.is(at - 1, "/")) {
                return at + 1;
            }
        }
        return at;
    }

    /// "Water, Land and Air agenda": a series that a small noun makes one name.
    private int seriesEnd(Tokens tokens, int from) {
        int at = from;
        while (tokens.at(at).capital() && tokens.is(at + 1, ",") && tokens.at(at + 2).capital()) {
            at += 2;
        }
        boolean series =
                at > from
                        && tokens.is(at + 1, "and")
                        && tokens.at(at + 2).capital()
                        && !tokens.at(at + 3).capital()
                        && heads.contains(tokens.at(at + 3).lower());
        return series && mentions.at(tokens, from) == null ? at + 3 : from;
    }

    /// Index of the capital after "of the", "for", "and"; the same index where the name ends.
    private int afterSmallWords(Tokens tokens, int from, int at) {
        var word = tokens.at(at).lower();
        if (word.equals("and") || word.equals("&")) {
            return joins(tokens, at) ? at + 1 : at;
        }
        if (!inside.contains(word)) {
            return at;
        }
        var left = tokens.at(at - 1);
        boolean headed = isHead(left);
        boolean office = lexicon.offices.contains(left.lower());
        int next = tokens.is(at + 1, "the") && !word.equals("through") ? at + 2 : at + 1;
        if (afterHead.contains(word) && !headed && !word.equals("through")) {
            return at;
        }
        if (tokens.at(next).capital()
                && !isOwner(tokens, next, office || (at - from > 1 && headed))) {
            return next;
        }
        boolean through =
                word.equals("through")
                        && tokens.at(next).word()
                        && !lexicon.fillers.contains(tokens.at(next).lower());
        return through && tokens.at(next + 1).capital() && endsWithHead(tokens, next + 1)
                ? next + 1
                : at;
    }

    /// "Ministry of Ruritania": the name of a state does not belong to the name before it, except
    /// in "Assistance Mission for Iraq".
    private boolean isOwner(Tokens tokens, int at, boolean headed) {
        var mention = mentions.at(tokens, at);
        return mention != null && !headed && !tokens.at(mention.end()).capital();
    }

    private boolean joins(Tokens tokens, int and) {
        var left = tokens.at(and - 1);
        return tokens.at(and + 1).capital()
                && !left.acronym()
                && !isHead(left)
                && mentions.at(tokens, and - 1) == null
                && mentions.at(tokens, and + 1) == null
                && endsWithHead(tokens, and + 1);
    }

    private boolean endsWithHead(Tokens tokens, int from) {
        return isHead(tokens.at(capitals(tokens, from) - 1));
    }

    private boolean isHead(Token token) {
        return heads.contains(token.lower());
    }

    /// An act is cited in full: "Agreement between ... on ...", "Council recommendation on ...".
    private int citedEnd(Tokens tokens, int end) {
        boolean act = acts.contains(tokens.at(end - 1).lower());
        if (act && tokens.is(end, "between")) {
            return clauseEnd(tokens, end);
        }
        if (acts.contains(tokens.at(end).lower()) && isHead(tokens.at(end - 1))) {
            return tokens.is(end + 1, "on") ? clauseEnd(tokens, end + 1) : end + 1;
        }
        return end;
    }

    private int clauseEnd(Tokens tokens, int from) {
        int at = from;
        while (at < tokens.size()
                && (tokens.at(at).word() || tokens.is(at, "/"))
                && !lexicon.modals.contains(tokens.at(at).lower())) {
            at++;
        }
        return at;
    }
}
