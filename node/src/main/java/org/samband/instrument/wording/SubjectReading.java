// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the subject in the words before a verb: past fronted clauses ("If ..., the Parties will"),
/// past words set off by commas, past relative clauses.
final class SubjectReading {
    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final Mentions mentions;
    private final SubjectParties parties;

    SubjectReading(Mentions mentions) {
        this.mentions = mentions;
        this.parties = new SubjectParties(mentions);
    }

    /// @param before the words from the beginning of the clause up to its verb
    Subject of(Tokens before) {
        var pieces = withoutAsides(withoutEdgeAdverbs(before));
        if (pieces.isEmpty()) {
            return Subject.NONE;
        }
        var first = pieces.get(0);
        if (!isFronted(first)) {
            return inMainClause(join(pieces));
        }
        if (pieces.size() > 1) {
            int start = pieces.size() - 1;
            while (start > 1 && goesOn(pieces.get(start))) {
                start--;
            }
            return inMainClause(join(pieces.subList(start, pieces.size())));
        }
        return afterOpener(first);
    }

    private static boolean goesOn(Tokens piece) {
        return piece.is(0, "and") || piece.is(0, "or") || piece.is(0, "as");
    }

    /// A fronted phrase without a comma: "In 2025 the League and Ruritania will".
    private Subject afterOpener(Tokens piece) {
        int fixed = Conditions.fixed(piece, 0);
        if (fixed > 0 && fixed < piece.size()) {
            return inMainClause(piece.from(fixed));
        }
        if (lexicon.conjunctions.contains(piece.at(0).lower())) {
            return Subject.NONE;
        }
        int tail = parties.tail(piece);
        if (tail > 0 && !piece.in(tail - 1, lexicon.prepositions)) {
            return parties.of(piece.from(tail));
        }
        return tail >= 0 || piece.size() < 2
                ? Subject.NONE
                : new Subject(Subject.Kind.MATTER, Set.of(), false, false, "", false);
    }

    private Subject inMainClause(Tokens words) {
        var clean = withoutEdgeAdverbs(words);
        if (clean.isEmpty()) {
            return Subject.NONE;
        }
        if (clean.is(clean.size() - 1, "and") || clean.is(clean.size() - 1, "but")) {
            return beforeOtherPredicate(clean.part(0, clean.size() - 1));
        }
        int relative = lastRelative(clean);
        if (relative <= 0) {
            return parties.of(clean);
        }
        var rest = withoutEdgeAdverbs(clean.from(relative + 1));
        if (clean.in(relative - 1, lexicon.performative)) {
            return rest.isEmpty() ? Subject.NONE : of(rest);
        }
        if (rest.isEmpty()
                || clean.in(relative - 1, lexicon.reporting)
                || parties.tail(rest) == 0
                || rest.in(0, lexicon.pronouns)) {
            return Subject.NONE;
        }
        return parties.of(clean.part(0, relative));
    }

    /// "Ruritania welcomed the offer and will": the subject is the names at the beginning.
    private Subject beforeOtherPredicate(Tokens words) {
        int lead = parties.lead(words);
        return lead > 0 ? parties.of(words.part(0, lead)) : inMainClause(words);
    }

    private int lastRelative(Tokens words) {
        for (int at = words.size() - 1; at > 0; at--) {
            if (words.in(at, lexicon.relative)) {
                return at;
            }
        }
        return -1;
    }

    /// Pieces between commas, without those that are set off: ", in close coordination with its
    /// members,".
    private List<Tokens> withoutAsides(Tokens before) {
        var pieces = before.split(",");
        var kept = new ArrayList<Tokens>();
        for (int at = 0; at < pieces.size(); at++) {
            var piece = withoutLeadingAdverbs(pieces.get(at));
            boolean edge = at == 0 || at == pieces.size() - 1;
            if (!piece.isEmpty() && (edge || !isAside(piece))) {
                kept.add(at == 0 || edge ? piece : pieces.get(at));
            }
        }
        return kept;
    }

    private boolean isAside(Tokens piece) {
        return isFronted(piece)
                || piece.in(0, lexicon.relative)
                || Conditions.fixed(piece, 0) == piece.size();
    }

    private boolean isFronted(Tokens piece) {
        if (mentions.at(piece, 0) != null) {
            return false;
        }
        var word = piece.at(0).lower();
        return lexicon.adverbial.contains(word)
                || lexicon.prepositions.contains(word)
                || (word.endsWith("ing") && piece.size() > 2 && !isNounBefore(piece));
    }

    /// "Training activities in Ukraine will": a noun in -ing with a noun after it.
    private boolean isNounBefore(Tokens piece) {
        return !lexicon.prepositions.contains(piece.at(1).lower())
                && !lexicon.fillers.contains(piece.at(1).lower());
    }

    private static Tokens join(List<Tokens> pieces) {
        var all = pieces.get(0);
        for (var piece : pieces.subList(1, pieces.size())) {
            all = all.and(piece);
        }
        return all;
    }

    private Tokens withoutEdgeAdverbs(Tokens words) {
        int end = words.size();
        while (end > 0 && isLoose(words, end - 1)) {
            end--;
        }
        return withoutLeadingAdverbs(words.part(0, end));
    }

    private boolean isLoose(Tokens words, int at) {
        return words.is(at, ",")
                || (words.at(at).word()
                        && lexicon.isAdverb(words.at(at))
                        && !lexicon.fillers.contains(words.at(at).lower()));
    }

    private Tokens withoutLeadingAdverbs(Tokens words) {
        int from = 0;
        while (from < words.size()
                && (isLoose(words, from) || words.is(from, "and") || words.is(from, "but"))) {
            from++;
        }
        return words.from(from);
    }
}
