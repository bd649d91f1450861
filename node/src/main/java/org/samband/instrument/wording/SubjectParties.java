// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.LinkedHashSet;
import java.util.Set;

/// Tells which parties a subject names: its heads count, what follows a preposition counts only
/// where the head is a body ("the Minister of Ruritania", not "cooperation with Ruritania").
final class SubjectParties {
    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final Mentions mentions;

    SubjectParties(Mentions mentions) {
        this.mentions = mentions;
    }

    Subject of(Tokens subject) {
        var first = subject.at(0).lower();
        boolean negative = lexicon.negatives.contains(first);
        var head = head(subject);
        if (subject.size() == 1 && lexicon.pronouns.contains(first)) {
            return new Subject(Subject.Kind.PRONOUN, Set.of(), false, false, first, negative);
        }
        if (subject.size() == 1 && lexicon.everyone.contains(first)) {
            return new Subject(Subject.Kind.PARTIES, mentions.all(), true, false, first, negative);
        }
        if (subject.size() == 1 && lexicon.continues.contains(first)) {
            return new Subject(Subject.Kind.CONTINUES, Set.of(), false, false, first, negative);
        }
        var walk = new Walk(subject);
        walk.go();
        if (!walk.parties.isEmpty()) {
            return new Subject(
                    Subject.Kind.PARTIES,
                    walk.parties,
                    tail(subject) == 0,
                    walk.ownedThing,
                    head,
                    negative);
        }
        return new Subject(kind(walk, head), Set.of(), false, false, head, negative);
    }

    private Subject.Kind kind(Walk walk, String head) {
        if (walk.third) {
            return Subject.Kind.THIRD;
        }
        if (lexicon.purposes.contains(head)) {
            return Subject.Kind.PURPOSE;
        }
        return lexicon.instrumentNouns.contains(head)
                ? Subject.Kind.INSTRUMENT
                : Subject.Kind.MATTER;
    }

    /// Where the names of parties or states begin that reach to the end of these words; -1 where
    /// there are none: 3 for "In 2025 , the League and Ruritania".
    int tail(Tokens words) {
        for (int from = 0; from < words.size(); from++) {
            if (isNames(words, from)) {
                return from;
            }
        }
        return -1;
    }

    /// Index after the names of parties with which these words begin; 0 where there are none.
    int lead(Tokens words) {
        for (int to = words.size() - 1; to > 0; to--) {
            if (isNames(words.part(0, to), 0)) {
                return to;
            }
        }
        return 0;
    }

    private boolean isNames(Tokens words, int from) {
        int at = from;
        while (true) {
            at = skipFillers(words, at);
            var mention = mentions.at(words, at);
            if (mention == null
                    || mention.kind() == Mention.Kind.ADJECTIVE
                    || mention.possessive()) {
                return false;
            }
            at = mention.end();
            if (at == words.size()) {
                return true;
            }
            int next = afterJoin(words, at);
            if (next == at) {
                return false;
            }
            at = next;
        }
    }

    private int skipFillers(Tokens words, int from) {
        int at = from;
        while (words.in(at, lexicon.fillers) && mentions.at(words, at) == null) {
            at++;
        }
        return at;
    }

    private static int afterJoin(Tokens words, int from) {
        int at = from;
        if (words.is(at, ",")) {
            at++;
        }
        if (words.is(at, "and") || words.is(at, "or")) {
            return at + 1;
        }
        if (words.is(at, "as") && words.is(at + 1, "well") && words.is(at + 2, "as")) {
            return at + 3;
        }
        return at;
    }

    private String head(Tokens subject) {
        int end = 1;
        while (end < subject.size()
                && !lexicon.prepositions.contains(subject.at(end).lower())
                && !subject.is(end, ",")
                && !(subject.at(end).lower().endsWith("ed")
                        && lexicon.prepositions.contains(subject.at(end + 1).lower()))) {
            end++;
        }
        return subject.at(end - 1).lower();
    }

    /// One pass over the words of a subject.
    private final class Walk {
        private final Tokens words;
        private final Set<String> parties = new LinkedHashSet<>();
        private boolean third;
        private boolean ownedThing;
        private boolean afterPreposition;
        private boolean headIsBody;
        private boolean bareInPhrase;
        private boolean between;

        Walk(Tokens words) {
            this.words = words;
        }

        void go() {
            int at = 0;
            while (at < words.size()) {
                int joined = afterJoin(words, at);
                var mention = mentions.at(words, at);
                if (mention != null && (mention.end() > at + 1 || joined == at)) {
                    see(mention, at);
                    at = mention.end();
                } else if (joined > at) {
                    begin(joined);
                    at = joined;
                } else {
                    see(at);
                    at++;
                }
            }
        }

        private void see(Mention mention, int at) {
            boolean counts = !afterPreposition || headIsBody;
            if (counts && mention.third()) {
                third |= at <= 1 && (mention.possessive() || mention.end() == words.size());
            } else if (counts) {
                parties.addAll(mention.parties());
                ownedThing |= mention.possessive();
            }
            bareInPhrase = afterPreposition && isEdge(mention.end());
        }

        private boolean isEdge(int at) {
            return at >= words.size() || afterJoin(words, at) > at;
        }

        private void see(int at) {
            var token = words.at(at);
            var word = token.lower();
            if (lexicon.prepositions.contains(word)) {
                headIsBody = !afterPreposition && headIsBody && isOwner(word);
                afterPreposition = true;
                between |= word.equals("between");
            } else if (!afterPreposition) {
                headIsBody |=
                        lexicon.bodyNouns.contains(word)
                                || (token.capital()
                                        && !lexicon.fillers.contains(word)
                                        && (at > 0 || words.at(1).capital()));
            }
        }

        private static boolean isOwner(String preposition) {
            return preposition.equals("of") || preposition.equals("from");
        }

        /// After "and": "between Ruritania and the League" stays within its phrase.
        private void begin(int at) {
            int name = skipFillers(words, at);
            var mention = mentions.at(words, name);
            boolean stays =
                    between
                            || (bareInPhrase
                                    && mention != null
                                    && isEdge(mention.end())
                                    && !headIsBody);
            if (!stays) {
                afterPreposition = false;
                headIsBody = false;
            }
            bareInPhrase = false;
            between = false;
        }
    }
}
