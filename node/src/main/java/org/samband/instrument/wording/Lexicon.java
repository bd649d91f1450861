// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.samband.instrument.Undertaking;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `spec/instrument/lexicon.yaml` and `countries.yaml`: which words of English mean what.
final class Lexicon {
    static final Lexicon ENGLISH = new Lexicon();

    private final Map<?, ?> lexicon = load("lexicon.yaml");
    private final Map<?, ?> countries = load("countries.yaml");

    /// Verb phrases with their class; the first that matches is taken.
    final Map<Phrase, Undertaking> undertakings = undertakings();

    final Map<String, Undertaking> continuations = classes(map(lexicon, "continuations"));
    final Set<String> verbs = words("verbs");
    final Set<String> adverbs = words("adverbs");
    final Set<String> notAdverbs = words("notAdverbs");
    final Set<String> negatives = words("negatives");
    final Set<String> consequences = words("consequences");
    final Set<String> effects = words("effects");
    final Set<String> instrumentNouns = words("instrumentNouns");
    final Set<String> purposes = words("purposes");
    final Set<String> given = words("given");
    final Set<String> adverbial = words("adverbial");
    final Set<String> conjunctions = words("conjunctions");
    final Set<String> relative = words("relative");
    final Set<String> performative = words("performative");
    final Set<String> reporting = words("reporting");
    final Set<String> prepositions = words("prepositions");
    final Set<String> fillers = words("fillers");
    final Set<String> pronouns = words("pronouns");
    final Set<String> bodyNouns = words("bodyNouns");
    final Set<String> offices = words("offices");
    final Set<String> participles = words("participles");
    final Set<String> notModal = words("notModal");
    final Set<String> effectsOfIt = words("effectsOfIt");
    final Set<String> geographic = words("geographic");
    final Set<String> places = words("places");
    final Map<String, Undertaking> bareModals = classes(map(lexicon, "bareModals"));
    final Set<String> rulePassives = words("rulePassives");
    final Set<String> jointNouns = words("jointNouns");
    final Set<String> everyone = words("everyone");
    final Set<String> continues = words("continues", "subjects");
    final Set<String> continuing = words("continues", "verbs");
    final Set<String> forumNouns = words("forums", "nouns");
    final Set<String> modals = words("modals");
    final Set<Undertaking> needsParty = classes("needsParty");
    final List<List<String>> collective = phrases(list(lexicon, "collective"));

    private Lexicon() {}

    private static Map<?, ?> load(String name) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream in = Lexicon.class.getResourceAsStream("/spec/instrument/" + name)) {
            return new Yaml(new SafeConstructor(options))
                    .load(Objects.requireNonNull(in, "spec/instrument/" + name + " is missing"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<Phrase, Undertaking> undertakings() {
        var all = new LinkedHashMap<Phrase, Undertaking>();
        for (var each : list(lexicon, "undertakings")) {
            var entry = (Map<?, ?>) each;
            var undertaking = Undertaking.valueOf(String.valueOf(entry.get("class")));
            for (var phrase : list(entry, "phrases")) {
                all.put(Phrase.of(String.valueOf(phrase), Set.of()), undertaking);
            }
        }
        return all;
    }

    private static Map<String, Undertaking> classes(Map<?, ?> byWord) {
        var all = new LinkedHashMap<String, Undertaking>();
        byWord.forEach((word, name) ->
                all.put(String.valueOf(word), Undertaking.valueOf(String.valueOf(name))));
        return all;
    }

    private Set<Undertaking> classes(String name) {
        var all = new LinkedHashSet<Undertaking>();
        list(lexicon, name).forEach(each -> all.add(Undertaking.valueOf(String.valueOf(each))));
        return all;
    }

    /// A list of words at the top of the lexicon.
    Set<String> words(String name) {
        return lower(list(lexicon, name));
    }

    /// A list of words under a heading of the lexicon.
    Set<String> words(String heading, String name) {
        return lower(list(map(lexicon, heading), name));
    }

    /// The members under a heading of the lexicon, for instance the cadences that can be counted.
    Map<?, ?> under(String heading, String name) {
        return map(map(lexicon, heading), name);
    }

    List<?> listed(String heading, String name) {
        return list(map(lexicon, heading), name);
    }

    List<?> listed(String name) {
        return list(lexicon, name);
    }

    /// Rows of names: states and organisations.
    List<List<String>> names(String kind) {
        return list(countries, kind).stream()
                .map(row -> ((List<?>) row).stream().map(String::valueOf).toList())
                .toList();
    }

    /// Bodies by the name of the organisation to which they belong.
    List<String> bodies(String organisation) {
        var bodies = map(countries, "bodies").get(organisation);
        return bodies instanceof List<?> some
                ? some.stream().map(String::valueOf).toList()
                : List.of();
    }

    boolean isAdverb(Token token) {
        var word = token.lower();
        return adverbs.contains(word)
                || (word.endsWith("ly") && word.length() > 4 && !notAdverbs.contains(word));
    }

    static List<List<String>> phrases(List<?> texts) {
        var all = new ArrayList<List<String>>();
        texts.forEach(text ->
                all.add(List.of(String.valueOf(text).toLowerCase(Locale.ROOT).split(" ", -1))));
        return all;
    }

    private static Set<String> lower(List<?> words) {
        var all = new LinkedHashSet<String>();
        for (var word : words) {
            if (!(word instanceof String text)) {
                throw new IllegalStateException("quote the word " + word + " in the lexicon");
            }
            all.add(text.toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(all);
    }

    private static List<?> list(Map<?, ?> map, String name) {
        return (List<?>) Objects.requireNonNull(map.get(name), "the lexicon lacks " + name);
    }

    private static Map<?, ?> map(Map<?, ?> map, String name) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(name), "the lexicon lacks " + name);
    }
}
