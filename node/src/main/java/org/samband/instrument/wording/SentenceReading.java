// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Instrument;
import org.samband.instrument.Undertaking;

/// Reads what one sentence binds.
public final class SentenceReading {
    /// A longer sentence is no sentence of an instrument and is not read.
    private static final int MOST_WORDS = 1_000;

    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final VerbReading verbs = new VerbReading();
    private final Conditions conditions = new Conditions();
    private final Cadences cadences = new Cadences();
    private final Mentions mentions;
    private final ClauseReading clauses;
    private final NamedBodies names;

    public SentenceReading(Instrument instrument) {
        mentions = Mentions.of(instrument);
        clauses = new ClauseReading(mentions);
        names = new NamedBodies(mentions, instrument.title());
    }

    /// A sentence that stands by itself.
    ///
    /// @param before what the sentence before binds, for "they" and "this includes"
    public Optional<Proposal> sentence(String words, @Nullable Proposal before) {
        var tokens = Tokens.of(words);
        if (tokens.size() > MOST_WORDS) {
            return Optional.empty();
        }
        var plain = tokens.withoutBrackets();
        Set<String> parties = before == null ? Set.of() : new LinkedHashSet<>(before.parties());
        var found = clauses.of(plain, parties);
        if (!found.isEmpty()) {
            return Optional.of(reading(tokens, plain, found));
        }
        return before == null ? Optional.empty() : continued(tokens, plain, before);
    }

    /// An item that completes the lead-in of its list.
    public Proposal item(String words, Proposal leadIn) {
        var tokens = Tokens.of(words);
        var plain = tokens.withoutBrackets();
        int verb = verbs.skipAdverbs(plain, 0);
        boolean opens = verbs.isPlainVerb(plain, verb);
        var undertaking = leadIn.undertaking();
        var goesOn = lexicon.continuations.get(plain.at(verb).lower());
        if (goesOn != null && undertaking == Undertaking.WILL) {
            undertaking = goesOn;
        }
        var also = opens ? alsoAfter(plain, verb + 1, undertaking) : List.<Undertaking>of();
        int end = opens ? verb + 1 : 0;
        return about(
                tokens,
                -1,
                new Proposal(
                        undertaking,
                        leadIn.parties(),
                        opens ? plain.words(0, end) : leadIn.verb(),
                        object(plain, end),
                        also,
                        leadIn.negative(),
                        leadIn.cadence(),
                        leadIn.condition(),
                        leadIn.conditions(),
                        leadIn.forum(),
                        List.of(),
                        false,
                        false));
    }

    /// An item or paragraph without a subject that begins with a bare verb, as programmes do:
    /// "Explore ...". All parties are bound.
    public Optional<Proposal> programme(String words) {
        var plain = Tokens.of(words).withoutBrackets();
        int verb = verbs.skipAdverbs(plain, 0);
        int next = verbs.skipAdverbs(plain, verb + 1);
        if (!verbs.isPlainVerb(plain, verb)
                || !plain.at(next).word()
                || lexicon.prepositions.contains(plain.at(next).lower())) {
            return Optional.empty();
        }
        var all = List.copyOf(mentions.inOrder(mentions.all()));
        var none = List.<String>of();
        return Optional.of(
                item(
                        words,
                        new Proposal(
                                Undertaking.WILL,
                                all,
                                "",
                                "",
                                List.of(),
                                false,
                                null,
                                null,
                                none,
                                null,
                                none,
                                true,
                                true)));
    }

    private Optional<Proposal> continued(Tokens tokens, Tokens plain, Proposal before) {
        int at = verbs.skipAdverbs(plain, 0);
        if (!lexicon.continues.contains(plain.at(at).lower())) {
            return Optional.empty();
        }
        int verb = at + 1;
        while (verb < at + 4 && !lexicon.continuing.contains(plain.at(verb).lower())) {
            verb++;
        }
        if (!lexicon.continuing.contains(plain.at(verb).lower())) {
            return Optional.empty();
        }
        return Optional.of(
                about(
                        tokens,
                        -1,
                        new Proposal(
                                before.undertaking(),
                                before.parties(),
                                plain.words(verb, verb + 1),
                                object(plain, verb + 1),
                                List.of(),
                                before.negative(),
                                null,
                                null,
                                List.of(),
                                null,
                                List.of(),
                                isBare(plain, verb + 1),
                                true)));
    }

    private Proposal reading(Tokens tokens, Tokens plain, List<Clause> found) {
        var first = found.get(0);
        var bound = new HashSet<String>();
        var also = new LinkedHashSet<Undertaking>();
        for (var clause : found) {
            bound.addAll(clause.parties());
            also.add(clause.verb().undertaking());
            also.addAll(alsoAfter(plain, clause.verb().end(), clause.verb().undertaking()));
        }
        also.remove(first.verb().undertaking());
        int end = first.verb().end();
        int lastEnd = found.get(found.size() - 1).verb().end();
        return about(
                tokens,
                first.subject() < 0 ? -1 : plain.at(first.subject()).start(),
                new Proposal(
                        first.verb().undertaking(),
                        mentions.inOrder(bound),
                        plain.words(first.verb().first(), end),
                        object(plain, end),
                        List.copyOf(also),
                        first.negative(),
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        isBare(plain, lastEnd),
                        true));
    }

    /// Adds cadence, conditions, forum and names; what the words do not say stays as it was.
    private Proposal about(Tokens tokens, int subject, Proposal one) {
        var cadence = cadences.of(tokens);
        var notHere = new HashSet<Integer>();
        cadence.ifPresent(found -> {
            for (int at = found.from(); at < found.to(); at++) {
                notHere.add(at);
            }
        });
        var held = conditions.of(tokens, notHere, subject);
        var strongest = Conditions.strongest(held).map(Conditions.Condition::words);
        var all = new ArrayList<>(one.conditions());
        held.forEach(condition -> all.add(condition.words()));
        var found = names.of(tokens);
        return new Proposal(
                one.undertaking(),
                one.parties(),
                one.verb(),
                one.object(),
                one.also(),
                one.negative(),
                cadence.map(Cadences.Cadence::word).orElse(one.cadence()),
                strongest.orElse(one.condition()),
                all,
                found.forum() == null ? one.forum() : found.forum(),
                found.named(),
                one.bare(),
                one.whole());
    }

    /// "... and explore" after a firm verb.
    private List<Undertaking> alsoAfter(Tokens tokens, int from, Undertaking first) {
        var found = new ArrayList<Undertaking>();
        int infinitive = -1;
        for (int at = from; at < tokens.size() && !tokens.is(at, ";"); at++) {
            boolean aside = tokens.is(at - 1, "and") || tokens.is(at - 1, "or");
            if (tokens.is(at, ",") && !aside) {
                infinitive = -1;
            } else if (tokens.is(at, "to") && verbs.isPlainVerb(tokens, at + 1)) {
                infinitive = at;
            } else if (tokens.is(at, "and") || tokens.is(at, "or")) {
                int next = verbs.skipAdverbs(tokens, afterAside(tokens, at + 1));
                var goesOn = lexicon.continuations.get(tokens.at(next).lower());
                if (goesOn != null && goesOn != first && infinitive < 0) {
                    found.add(goesOn);
                }
            }
        }
        return found;
    }

    /// After ", if appropriate," or "where appropriate".
    private static int afterAside(Tokens tokens, int from) {
        int at = tokens.is(from, ",") ? from + 1 : from;
        int end = Conditions.fixed(tokens, at);
        if (end == at) {
            return from;
        }
        return tokens.is(end, ",") ? end + 1 : end;
    }

    private static boolean isBare(Tokens tokens, int end) {
        for (int at = end; at < tokens.size(); at++) {
            if (tokens.at(at).word() && !SMALL.contains(tokens.at(at).lower())) {
                return false;
            }
        }
        return tokens.is(tokens.size() - 1, ":") || !tokens.at(tokens.size() - 1).is(".");
    }

    private static final Set<String> SMALL =
            Set.of(
                    "to",
                    "by",
                    "on",
                    "that",
                    "the",
                    "following",
                    "as",
                    "follows",
                    "in",
                    "particular",
                    "inter",
                    "alia",
                    "for",
                    "of",
                    "with",
                    "at",
                    "through");

    private static String object(Tokens tokens, int from) {
        int to = tokens.size();
        while (to > from && (!tokens.at(to - 1).word() || isJoin(tokens, to - 1))) {
            to--;
        }
        return tokens.words(from, to);
    }

    private static boolean isJoin(Tokens tokens, int at) {
        return tokens.is(at, "and") || tokens.is(at, "or");
    }
}
