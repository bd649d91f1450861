// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Undertaking;

/// Finds the main clauses of a sentence that bind a party.
final class ClauseReading {
    private static final int LONGEST_EFFECT = 3;
    private static final Set<String> CAN = Set.of("can", "could", "might");
    private static final String WOULD = "would";

    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final VerbReading verbs = new VerbReading();
    private final Conditions conditions = new Conditions();
    private final Mentions mentions;
    private final SubjectReading subjects;
    private final SubjectParties names;

    ClauseReading(Mentions mentions) {
        this.mentions = mentions;
        this.subjects = new SubjectReading(mentions);
        this.names = new SubjectParties(mentions);
    }

    /// @param tokens the sentence without brackets
    /// @param before parties of the sentence before
    List<Clause> of(Tokens tokens, Set<String> before) {
        var found = new ArrayList<Clause>();
        int from = 0;
        @Nullable Clause last = null;
        boolean subordinate = false;
        for (var verb : verbs.of(tokens)) {
            int mark = lastMark(tokens, from, verb.first());
            if (mark >= from && (last == null || mark >= last.verb().end())) {
                from = mark + 1;
                last = null;
            }
            var clause =
                    last == null
                            ? first(tokens, from, verb, before)
                            : later(tokens, last, verb, subordinate, before);
            subordinate = clause == null;
            if (clause != null) {
                found.add(clause);
                last = clause;
            }
        }
        return found;
    }

    private static int lastMark(Tokens tokens, int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            if (tokens.is(at, ";") || tokens.is(at, ":")) {
                return at;
            }
        }
        return -1;
    }

    private @Nullable Clause first(Tokens tokens, int from, Verb verb, Set<String> before) {
        var words = tokens.part(from, verb.first());
        return clause(tokens, verb, subjects.of(words), words, before);
    }

    /// After a first main clause: "... and will ensure", "... and Ruritania will provide".
    private @Nullable Clause later(
            Tokens tokens, Clause last, Verb verb, boolean subordinate, Set<String> before) {
        int at = verb.first() - 1;
        while (at > last.verb().end()
                && (tokens.is(at, ",") || lexicon.isAdverb(tokens.at(at)))
                && !tokens.is(at, "then")) {
            at--;
        }
        if (tokens.is(at, "and") || tokens.is(at, "or") || tokens.is(at, "but")) {
            boolean set = tokens.is(at - 1, ",");
            boolean infinitive =
                    verb.undertaking() == Undertaking.TAKES_PLACE
                            && last.verb().modal()
                            && !tokens.at(verb.first()).lower().endsWith("s");
            return infinitive || (subordinate && !set)
                    ? null
                    : new Clause(verb, -1, last.parties(), verb.negative() || last.negative());
        }
        var between = tokens.part(last.verb().end(), at + 1);
        int tail = names.tail(between);
        if (tail <= 0 || !opensClause(between, tail)) {
            return null;
        }
        return clause(tokens, verb, names.of(between.from(tail)), between, before);
    }

    private static boolean opensClause(Tokens between, int tail) {
        return List.of("and", "but", "while", "whereas", "whilst", ",", "then")
                .contains(between.at(tail - 1).lower());
    }

    private @Nullable Clause clause(
            Tokens tokens, Verb verb, Subject subject, Tokens words, Set<String> before) {
        if (subject.is(Subject.Kind.NONE)
                || describes(tokens, verb, subject)
                || !canBind(tokens, verb, subject)) {
            return null;
        }
        int tail = subjectStart(words);
        return new Clause(
                verb,
                tail < 0 ? -1 : verb.first() - words.size() + tail,
                bound(tokens, verb, subject, words, before),
                verb.negative() || subject.negative());
    }

    /// Where the parties' names before the verb begin: after the comma of a fronted clause.
    private int subjectStart(Tokens words) {
        int tail = names.tail(words);
        for (int at = tail; tail >= 0 && at < words.size(); at++) {
            if (words.is(at, ",") && lexicon.adverbial.contains(words.at(0).lower())) {
                tail = at + 1;
            }
        }
        return tail;
    }

    /// Sentences that say what something is for, what comes of it, or which effect the text has.
    private boolean describes(Tokens tokens, Verb verb, Subject subject) {
        var main = tokens.at(verb.main()).lower();
        return switch (subject.kind()) {
            case PURPOSE -> !verb.passive();
            case THIRD -> !verb.passive();
            case INSTRUMENT -> isEffect(tokens, verb, lexicon.effects);
            case CONTINUES, PRONOUN ->
                    (!subject.head().equals("they")
                                    && lexicon.consequences.contains(main)
                                    && !verb.passive())
                            || isEffect(tokens, verb, lexicon.effectsOfIt);
            case MATTER -> isDetermined(tokens) && lexicon.consequences.contains(main);
            case PARTIES, NONE -> false;
        };
    }

    private boolean isDetermined(Tokens tokens) {
        return lexicon.continues.contains(tokens.at(0).lower());
    }

    private static boolean isEffect(Tokens tokens, Verb verb, Set<String> effects) {
        var words = new StringBuilder(verb.passive() ? "be-" : "");
        for (int at = verb.main(); at < verb.main() + LONGEST_EFFECT; at++) {
            words.append(tokens.at(at).lower());
            if (effects.contains(words.toString())) {
                return true;
            }
            words.append('-');
        }
        return false;
    }

    private boolean canBind(Tokens tokens, Verb verb, Subject subject) {
        boolean named = subject.is(Subject.Kind.PARTIES) || subject.is(Subject.Kind.PRONOUN);
        boolean forum = lexicon.forumNouns.contains(subject.head());
        if (verb.undertaking() == Undertaking.TAKES_PLACE) {
            return named || forum || tokens.in(verb.main(), lexicon.rulePassives);
        }
        if (tokens.in(verb.first(), CAN)) {
            return named
                    || forum
                    || subject.is(Subject.Kind.CONTINUES)
                    || lexicon.jointNouns.contains(subject.head())
                    || (verb.passive() && isAgreed(tokens));
        }
        if (tokens.is(verb.first(), WOULD)) {
            return named;
        }
        return named || verb.modal() || !lexicon.needsParty.contains(verb.undertaking());
    }

    /// "can be adapted at the request of either side": what can be done is agreed, not described.
    private boolean isAgreed(Tokens tokens) {
        return conditions.of(tokens, Set.of(), -1).stream().anyMatch(one -> one.rank() <= 1);
    }

    private Set<String> bound(
            Tokens tokens, Verb verb, Subject subject, Tokens words, Set<String> before) {
        if (verb.passive()) {
            var agent = agent(tokens, verb.end());
            if (!agent.isEmpty()) {
                return agent;
            }
        }
        return switch (subject.kind()) {
            case PARTIES -> verb.passive() ? inPassive(tokens, verb, subject) : subject.parties();
            case PRONOUN -> antecedent(subject, words, before);
            case CONTINUES -> before.isEmpty() ? mentions.all() : before;
            default -> mentions.all();
        };
    }

    /// "Ruritania will be invited" binds the one who invites; "Ruritania's part will be defined"
    /// both.
    private Set<String> inPassive(Tokens tokens, Verb verb, Subject subject) {
        if (subject.ownedThing()) {
            return mentions.all();
        }
        if (subject.bare()
                && verb.modal()
                && lexicon.given.contains(tokens.at(verb.main()).lower())) {
            var others = new LinkedHashSet<>(mentions.all());
            others.removeAll(subject.parties());
            return others.isEmpty() ? mentions.all() : others;
        }
        return subject.parties();
    }

    private Set<String> agent(Tokens tokens, int from) {
        for (int at = from; at < tokens.size() && !tokens.at(at).is(";"); at++) {
            if (tokens.is(at, "by")) {
                int stop = at + 1;
                while (stop < tokens.size()
                        && tokens.at(stop).word()
                        && !lexicon.modals.contains(tokens.at(stop).lower())) {
                    stop++;
                }
                var by = names.of(tokens.part(at + 1, stop));
                return by.parties();
            }
        }
        return Set.of();
    }

    /// "If Ruritania so decides, it will"; "They will".
    private Set<String> antecedent(Subject subject, Tokens words, Set<String> before) {
        var mentioned = mentions.mentioned(words, 0, words.size()).keySet();
        boolean one = subject.head().equals("it") || subject.head().endsWith("he");
        if (!mentioned.isEmpty()) {
            return one && mentioned.size() < mentions.all().size()
                    ? Set.of(mentioned.iterator().next())
                    : Set.copyOf(mentioned);
        }
        if (one) {
            return before.isEmpty() ? mentions.all() : before;
        }
        return before.size() > 1 ? before : mentions.all();
    }
}
