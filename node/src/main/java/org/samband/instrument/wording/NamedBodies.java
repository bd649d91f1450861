// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sorts the names of a sentence: the forum in which it is done, and the programmes, bodies and
/// acts that it names.
final class NamedBodies {
    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final Set<String> forumNouns = lexicon.words("forums", "nouns");
    private final Set<String> plain = lexicon.words("forums", "plain");
    private final Set<String> bodies = lexicon.words("forums", "bodies");
    private final Set<String> before = lexicon.words("forums", "before");
    private final Set<String> mechanisms = lexicon.words("forums", "mechanisms");
    private final Set<String> not = lexicon.words("names", "not");
    private final Mentions mentions;
    private final NameReading names;
    private final String title;

    /// @param title of the instrument, which is not named in itself
    NamedBodies(Mentions mentions, String title) {
        this.mentions = mentions;
        this.names = new NameReading(mentions);
        this.title = title.toLowerCase(Locale.ROOT);
    }

    record Found(@Nullable String forum, List<String> named) {}

    Found of(Tokens tokens) {
        var all = names.of(tokens);
        @Nullable Name forum = forum(tokens, all);
        var named = new LinkedHashSet<String>();
        int lastEnd = -2;
        int lastPlace = -1;
        for (var name : all) {
            boolean shortForm =
                    tokens.is(name.from() - 1, "(")
                            && lastEnd == name.from() - 1
                            && tokens.is(name.to(), ")");
            boolean place = isPlace(tokens, name, lastPlace);
            lastPlace = place ? name.to() : -1;
            if (!shortForm && !place && !isForum(tokens, name)) {
                named.addAll(bodiesIn(tokens, name));
            }
            lastEnd = name.to();
        }
        return new Found(forum == null ? null : forum.words(), List.copyOf(named));
    }

    /// "in Strelsau and Zenda": a single capital after such a word, and what "and" adds to it.
    private boolean isPlace(Tokens tokens, Name name, int lastPlace) {
        var word = tokens.at(name.from());
        if (name.to() > name.from() + 1 || word.acronym()) {
            return false;
        }
        boolean added = tokens.is(name.from() - 1, "and") || tokens.is(name.from() - 1, "or");
        return lexicon.places.contains(tokens.at(name.from() - 1).lower())
                || (added && lastPlace == name.from() - 1);
    }

    private @Nullable Name forum(Tokens tokens, List<Name> all) {
        int place = tokens.size();
        @Nullable Name found = null;
        for (var name : all) {
            if (isForum(tokens, name) && !isInstrument(name.words())) {
                found = withoutCadence(tokens, name);
                place = name.from();
                break;
            }
        }
        for (int at = 0; at < place; at++) {
            var token = tokens.at(at);
            boolean lower = !token.capital() || at == 0;
            if (lower && plain.contains(token.lower()) && !isGerund(tokens, at)) {
                int from = at;
                while (from > 0 && isModifier(tokens, from - 1)) {
                    from--;
                }
                int to = end(tokens, at);
                return new Name(tokens.words(from, to), from, to);
            }
        }
        return found;
    }

    private boolean isGerund(Tokens tokens, int at) {
        return tokens.is(at, "meeting") && lexicon.fillers.contains(tokens.at(at + 1).lower());
    }

    private boolean isModifier(Tokens tokens, int at) {
        if (tokens.is(at, "and")) {
            return before.contains(tokens.at(at - 1).lower());
        }
        return before.contains(tokens.at(at).lower()) && (at == 0 || !tokens.at(at).capital());
    }

    private int end(Tokens tokens, int at) {
        int next = at + 1;
        if ((tokens.is(next, "and") || tokens.is(next, "or"))
                && plain.contains(tokens.at(next + 1).lower())
                && mechanisms.contains(tokens.at(next + 2).lower())) {
            return next + 3;
        }
        return mechanisms.contains(tokens.at(next).lower()) ? next + 1 : next;
    }

    private boolean isForum(Tokens tokens, Name name) {
        int last = name.from();
        while (last + 1 < name.to()
                && (tokens.at(last + 1).capital() || tokens.is(last + 1, "and"))) {
            last++;
        }
        var head = tokens.at(last).lower();
        if (!forumNouns.contains(head) || tokens.at(last).acronym()) {
            return false;
        }
        return !bodies.contains(head) || namesParties(tokens, name);
    }

    private boolean namesParties(Tokens tokens, Name name) {
        return mentions.all().stream()
                .allMatch(party -> tokens.at(name.from()).text().contains(party));
    }

    private Name withoutCadence(Tokens tokens, Name name) {
        int from = name.from();
        var first = tokens.at(from).lower();
        boolean cadence =
                first.endsWith("annual") || first.equals("regular") || first.endsWith("ly");
        if ((cadence || lexicon.fillers.contains(first)) && from + 1 < name.to()) {
            from++;
        }
        return new Name(tokens.words(from, name.to()), from, name.to());
    }

    private List<String> bodiesIn(Tokens tokens, Name name) {
        int from = name.from();
        while (from < name.to() && isLeading(tokens, from, name.to())) {
            var mention = mentions.at(tokens, from);
            from = mention == null ? from + 1 : mention.end();
        }
        if (from >= name.to()) {
            return inHyphens(tokens, name);
        }
        int to = name.to();
        var words = withoutPossessive(tokens.words(from, to));
        return isNamed(tokens, from, to, words) ? List.of(words) : List.of();
    }

    /// Words before the name itself: "The", "Ruritania's", the "XU" of "XU CSP".
    private boolean isLeading(Tokens tokens, int at, int to) {
        var token = tokens.at(at);
        if (lexicon.fillers.contains(token.lower())) {
            return true;
        }
        if (mentions.isDemonym(token.base())) {
            return true;
        }
        var mention = mentions.at(tokens, at);
        if (mention != null && mention.body()) {
            return false;
        }
        if (mention == null || mention.parties().isEmpty()) {
            return token.text().matches(".*\\p{Lu}[-–]\\p{Lu}.*") && allStates(token);
        }
        boolean acronymFollows = mention.end() == to - 1 && tokens.at(to - 1).acronym();
        return mention.end() >= to || acronymFollows || mention.possessive();
    }

    private boolean allStates(Token token) {
        for (var part : token.text().split("[-–]", -1)) {
            if (mentions.at(Tokens.of(part), 0) == null) {
                return false;
            }
        }
        return true;
    }

    /// "XU-YATO cooperation" names YATO.
    private List<String> inHyphens(Tokens tokens, Name name) {
        var found = new ArrayList<String>();
        for (var part : tokens.at(name.from()).text().split("[-–]", -1)) {
            var one = Tokens.of(part);
            var mention = mentions.at(one, 0);
            if (mention != null && mention.third() && one.at(0).acronym()) {
                found.add(part);
            }
        }
        return found;
    }

    private static String withoutPossessive(String words) {
        return words.replaceFirst("['’]s$", "");
    }

    private boolean isNamed(Tokens tokens, int from, int to, String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        if (not.contains(lower) || isInstrument(words) || isOfficeOrPlace(tokens, from, to)) {
            return false;
        }
        var mention = mentions.at(tokens, from);
        if (mention != null && mention.end() == to) {
            return mention.body() || (mention.third() && mentions.isOrganisation(words));
        }
        int afterParty = mention != null ? mention.end() : from;
        return !not.contains(tokens.words(afterParty, to).toLowerCase(Locale.ROOT));
    }

    private boolean isInstrument(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        var last = lower.substring(lower.lastIndexOf(' ') + 1);
        return lexicon.instrumentNouns.contains(last)
                && (lower.equals(last)
                        || title.contains(lower)
                        || title.contains(lower.substring(lower.indexOf(' ') + 1)));
    }

    private boolean isOfficeOrPlace(Tokens tokens, int from, int to) {
        int last = from;
        while (last + 1 < to && tokens.at(last + 1).capital()) {
            last++;
        }
        var word = tokens.at(last).lower();
        var head = word.substring(word.lastIndexOf('-') + 1);
        return lexicon.offices.contains(head)
                || lexicon.geographic.contains(head)
                || (head.endsWith("s")
                        && lexicon.offices.contains(head.substring(0, head.length() - 1)));
    }
}
