// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Instrument;
import org.samband.instrument.Item;
import org.samband.instrument.Party;

/// How the parties of one instrument are named in it: by their names, other names of the same
/// state, adjectives, bodies, and words such as "both sides".
public final class Mentions {
    private static final Pattern STATE_FORM =
            Pattern.compile(
                    "^(?:Kingdom|Republic|State|Principality|Federation) of (?:the )?(.+)$");
    private static final Pattern ADJECTIVE_ENDING =
            Pattern.compile(".*(?:an|ese|ish|ic|i|ch|er|ene)s?");
    private static final int SHORTEST_STEM = 4;

    private record Name(List<String> words, Set<String> parties, Mention.Kind kind, boolean body) {}

    private final Lexicon lexicon = Lexicon.ENGLISH;
    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final Set<String> all;
    private final Set<String> demonyms = new LinkedHashSet<>();

    private Mentions(Instrument instrument) {
        all = new LinkedHashSet<>();
        instrument.parties().forEach(party -> all.add(party.name()));
        var text = text(instrument);
        for (var party : instrument.parties()) {
            addParty(party, text);
        }
        lexicon.names("states").forEach(row -> demonyms.add(row.get(1)));
        addThird(lexicon.names("states"), true);
        addThird(lexicon.names("organisations"), false);
        for (var words : lexicon.collective) {
            add(new Name(words, all, Mention.Kind.COLLECTIVE, false));
        }
        byFirstWord
                .values()
                .forEach(names ->
                        names.sort(Comparator.comparingInt((Name name) -> -name.words().size())));
    }

    public static Mentions of(Instrument instrument) {
        return new Mentions(instrument);
    }

    /// Names of all parties in the order of the title.
    Set<String> all() {
        return all;
    }

    /// Some parties in the order of the title.
    List<String> inOrder(Set<String> some) {
        return all.stream().filter(some::contains).toList();
    }

    /// An adjective of a state that is no party.
    boolean isDemonym(String word) {
        return demonyms.contains(word) && at(Tokens.of(word), 0) == null;
    }

    boolean isOrganisation(String words) {
        return lexicon.names("organisations").stream().anyMatch(row -> row.contains(words));
    }

    /// The longest mention that begins at this token.
    @Nullable Mention at(Tokens tokens, int index) {
        var first = tokens.at(index);
        if (!first.word()) {
            return null;
        }
        for (var key : List.of(first.text(), first.base(), first.lower())) {
            for (var name : byFirstWord.getOrDefault(key, List.of())) {
                var mention = match(tokens, index, name);
                if (mention != null) {
                    return mention;
                }
            }
        }
        return bodyByAcronym(first, index);
    }

    /// Bodies and missions of a party with a short name begin with it: XUMIL of the XU.
    private @Nullable Mention bodyByAcronym(Token token, int index) {
        if (!token.acronym() || token.base().length() < SHORTEST_STEM) {
            return null;
        }
        for (var party : all) {
            if (party.length() > 1
                    && party.equals(party.toUpperCase(Locale.ROOT))
                    && token.base().startsWith(party)
                    && !token.base().contains("-")) {
                return new Mention(
                        Set.of(party), index + 1, Mention.Kind.NAME, token.possessive(), true);
            }
        }
        return null;
    }

    private static @Nullable Mention match(Tokens tokens, int index, Name name) {
        boolean collective = name.kind() == Mention.Kind.COLLECTIVE;
        int last = name.words().size() - 1;
        for (int at = 0; at <= last; at++) {
            var token = tokens.at(index + at);
            var word = at == last ? token.base() : token.text();
            if (!(collective ? word.toLowerCase(Locale.ROOT) : word).equals(name.words().get(at))) {
                return null;
            }
        }
        boolean ofOthers = !tokens.at(index).capital() || tokens.is(index + 1, "to");
        if (collective && last == 0 && ofOthers) {
            return null;
        }
        if (collective && (tokens.is(index - 1, "third") || tokens.is(index - 1, "other"))) {
            return null;
        }
        var end = tokens.at(index + last);
        boolean genitive = end.possessive() && !name.words().get(last).equals(end.text());
        return new Mention(name.parties(), index + last + 1, name.kind(), genitive, name.body());
    }

    private void addParty(Party party, String text) {
        var one = Set.of(party.name());
        var forms = new LinkedHashSet<String>(List.of(party.name(), party.fullName()));
        var adjectives = new LinkedHashSet<String>();
        var state = STATE_FORM.matcher(party.fullName());
        if (state.matches()) {
            forms.add(state.group(1));
        }
        boolean known = rowOf(forms, lexicon.names("states"), forms, adjectives, one);
        known |= rowOf(forms, lexicon.names("organisations"), forms, null, one);
        if (!known) {
            forms.forEach(form -> adjectives.addAll(adjectivesOf(form, text)));
        }
        for (var form : List.copyOf(forms)) {
            forms.addAll(definedAs(form, text));
        }
        if (!known) {
            List.copyOf(forms).forEach(form -> forms.addAll(lastWord(form, text)));
        }
        forms.forEach(form -> add(form, one, Mention.Kind.NAME, false));
        adjectives.forEach(form -> add(form, one, Mention.Kind.ADJECTIVE, false));
    }

    /// Adds the other names of a state or organisation that goes by one of these forms.
    private boolean rowOf(
            Set<String> forms,
            List<List<String>> rows,
            Set<String> names,
            @Nullable Set<String> adjectives,
            Set<String> party) {
        for (var row : rows) {
            if (row.stream().noneMatch(forms::contains)) {
                continue;
            }
            for (int at = 0; at < row.size(); at++) {
                (at == 1 && adjectives != null ? adjectives : names).add(row.get(at));
            }
            lexicon.bodies(row.get(0)).forEach(body -> add(body, party, Mention.Kind.NAME, true));
            return true;
        }
        return false;
    }

    /// A capitalised word of the text that begins as the name does and ends as adjectives do.
    private static Set<String> adjectivesOf(String form, String text) {
        var found = new LinkedHashSet<String>();
        if (form.contains(" ") || form.length() < SHORTEST_STEM) {
            return found;
        }
        var stem = form.substring(0, Math.max(SHORTEST_STEM, form.length() * 2 / 3));
        var matcher = Pattern.compile("\\b" + Pattern.quote(stem) + "\\p{L}{1,6}\\b").matcher(text);
        while (matcher.find()) {
            if (!matcher.group().equals(form)
                    && ADJECTIVE_ENDING.matcher(matcher.group()).matches()) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    /// Short forms that the text defines: `the Republic of X (hereinafter "the Republic")`.
    private static Set<String> definedAs(String form, String text) {
        var found = new LinkedHashSet<String>();
        var matcher =
                Pattern.compile(
                                Pattern.quote(form)
                                        + "\\s*\\((?:herein)?(?:after|hereafter)?,?\\s*(?:referred"
                                        + " to as\\s*)?(?:the\\s+)?[\"“”'‘]?(?:the\\s+)?(\\p{Lu}[\\p{L}.]*(?:"
                                        + " \\p{Lu}\\p{L}*){0,3})[\"“”'’]?\\)")
                        .matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /// "the League" for the Northern League, where the text says so.
    private static Set<String> lastWord(String form, String text) {
        var last = form.substring(form.lastIndexOf(' ') + 1);
        boolean said =
                form.contains(" ")
                        && Pattern.compile("\\b[Tt]he " + Pattern.quote(last) + "\\b")
                                .matcher(text)
                                .find();
        return said ? Set.of(last) : Set.of();
    }

    private void addThird(List<List<String>> rows, boolean adjectives) {
        for (var row : rows) {
            for (int at = 0; at < row.size(); at++) {
                if (!(at == 1 && adjectives) && !isTaken(row.get(at))) {
                    add(row.get(at), Set.of(), Mention.Kind.THIRD, false);
                }
            }
        }
    }

    private boolean isTaken(String form) {
        var words = List.of(form.split(" ", -1));
        return byFirstWord.getOrDefault(words.get(0), List.of()).stream()
                .anyMatch(name -> name.words().equals(words));
    }

    private void add(String form, Set<String> parties, Mention.Kind kind, boolean body) {
        var bare = form.startsWith("the ") || form.startsWith("The ") ? form.substring(4) : form;
        if (!bare.isBlank()) {
            add(new Name(List.of(bare.strip().split("\\s+", -1)), parties, kind, body));
        }
    }

    private void add(Name name) {
        byFirstWord.computeIfAbsent(name.words().get(0), key -> new ArrayList<>()).add(name);
    }

    private static String text(Instrument instrument) {
        var text = new StringBuilder(instrument.title());
        for (var paragraph : instrument.paragraphs()) {
            text.append('\n').append(paragraph.text());
            items(paragraph.items(), text);
        }
        return text.toString();
    }

    private static void items(List<Item> items, StringBuilder text) {
        for (var item : items) {
            text.append('\n').append(item.text());
            items(item.items(), text);
        }
    }

    /// Which parties the mentions between two tokens name, whatever they are in the sentence.
    Map<String, Integer> mentioned(Tokens tokens, int from, int to) {
        var found = new LinkedHashMap<String, Integer>();
        for (int at = from; at < to; at++) {
            var mention = at(tokens, at);
            if (mention != null) {
                int first = at;
                mention.parties().forEach(party -> found.putIfAbsent(party, first));
                at = mention.end() - 1;
            }
        }
        return found;
    }
}
