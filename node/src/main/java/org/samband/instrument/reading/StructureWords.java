// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The words by which the parts of an instrument are told apart: `spec/instrument/structure.yaml`.
final class StructureWords {
    private static final StructureWords OF_THE_CLASS = load();

    private final Map<String, List<String>> lists;
    private final Map<String, Set<String>> sets = new TreeMap<>();
    private final Map<String, Pattern> anywhere = new TreeMap<>();
    private final Map<String, Pattern> openers = new TreeMap<>();

    private StructureWords(Map<String, List<String>> lists) {
        this.lists = lists;
        lists.forEach((name, words) -> {
            sets.put(name, Set.copyOf(words));
            var any =
                    words.stream()
                            .sorted((a, b) -> b.length() - a.length())
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|", "(?:", ")(?![\\p{L}\\p{N}])"));
            int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            anywhere.put(name, Pattern.compile("(?<![\\p{L}\\p{N}])" + any, flags));
            openers.put(name, Pattern.compile(any, flags));
        });
    }

    static StructureWords get() {
        return OF_THE_CLASS;
    }

    private static StructureWords load() {
        try (var in = StructureWords.class.getResourceAsStream("/spec/instrument/structure.yaml")) {
            if (in == null) {
                throw new IllegalStateException("spec/instrument/structure.yaml is not there");
            }
            Map<String, List<Object>> read =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            var lists = new TreeMap<String, List<String>>();
            read.forEach((name, words) ->
                    lists.put(name, words.stream().map(StructureWords::lower).toList()));
            return new StructureWords(lists);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Words such as "on" are no words in YAML unless they stand in quotes.
    private static String lower(Object word) {
        if (!(word instanceof String)) {
            throw new IllegalStateException(
                    "spec/instrument/structure.yaml: put " + word + " in quotes");
        }
        return String.valueOf(word).toLowerCase(Locale.ROOT);
    }

    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /// True where the text is one of the words, without regard to case and final stops.
    boolean is(String name, String text) {
        var bare = text.strip().replaceAll("[.:;,]+$", "").toLowerCase(Locale.ROOT);
        return sets.getOrDefault(name, Set.of()).contains(bare);
    }

    boolean begins(String name, String text) {
        return pattern(openers, name).matcher(text).lookingAt();
    }

    boolean has(String name, String text) {
        return pattern(anywhere, name).matcher(text).find();
    }

    /// The words of a list as a pattern that finds them anywhere as whole words.
    Pattern anywhere(String name) {
        return pattern(anywhere, name);
    }

    /// The words of a list as a pattern that finds them at the beginning.
    Pattern opener(String name) {
        return pattern(openers, name);
    }

    private static Pattern pattern(Map<String, Pattern> patterns, String name) {
        var pattern = patterns.get(name);
        if (pattern == null) {
            throw new IllegalStateException("spec/instrument/structure.yaml lacks " + name);
        }
        return pattern;
    }
}
