// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samband.act.Rule;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The sentences of all rooms are whole in both languages.
class WordsTest {
    private static final Path FILES = Path.of("src/main/resources/words");
    private static final Pattern FACT = Pattern.compile("\\{[A-Za-z0-9]+}");
    private static final Pattern ASKED =
            Pattern.compile("\\b(of|count|at|NavigationEntry)\\(\\s*\"([a-z]+\\.[^\"/]*)\"\\s*(.)");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @Test
    void eachSentenceIsThereInBothLanguagesWithTheSameFacts() {
        for (var room : rooms()) {
            var english = sentences(room, "en");
            var norwegian = sentences(room, "nb");
            norwegian.keySet().removeIf(key -> key.startsWith("rule."));
            assertThat(norwegian.keySet()).as("keys of " + room).isEqualTo(english.keySet());
            english.forEach((key, sentence) ->
                    assertThat(facts(norwegian.getOrDefault(key, "")))
                            .as("facts of " + key)
                            .isEqualTo(facts(sentence)));
        }
    }

    @Test
    void eachKeyBeginsWithItsRoom() {
        for (var room : rooms()) {
            assertThat(sentences(room, "en").keySet())
                    .as("keys of " + room)
                    .allMatch(key -> key.startsWith(room + "."));
        }
    }

    @Test
    void eachSentenceForOneHasOneForSeveral() {
        for (var room : rooms()) {
            var keys = sentences(room, "en").keySet();
            assertThat(keys)
                    .filteredOn(key -> key.endsWith(".one"))
                    .allMatch(key -> keys.contains(key.replaceAll("\\.one$", ".other")));
        }
    }

    @Test
    void eachKeyThatAPageAsksForIsThere() {
        var known = new TreeSet<String>();
        rooms().forEach(room -> known.addAll(sentences(room, "en").keySet()));
        var missing = new TreeSet<String>();
        sources()
                .forEach(source -> {
                    var asked = ASKED.matcher(read(source));
                    while (asked.find()) {
                        var key = asked.group(2);
                        if (rooms().contains(key.substring(0, key.indexOf('.')))
                                && !isKnown(
                                        asked.group(1), key, asked.group(3).equals("+"), known)) {
                            missing.add(key + " in " + source.getFileName());
                        }
                    }
                });
        assertThat(missing).as("keys without a sentence").isEmpty();
    }

    private static boolean isKnown(
            String method, String key, boolean beginning, Set<String> known) {
        if (beginning) {
            return known.stream().anyMatch(one -> one.startsWith(key));
        }
        return method.equals("count") ? known.contains(key + ".other") : known.contains(key);
    }

    @Test
    void eachRuleHasANorwegianSentenceWithTheSameFacts() throws Exception {
        var norwegian = new TreeMap<String, String>();
        rooms().forEach(room -> norwegian.putAll(sentences(room, "nb")));
        var wrong = new TreeSet<String>();
        for (var rule : rules()) {
            var sentence = norwegian.get("rule." + rule.id());
            if (sentence == null || !facts(sentence).equals(facts(rule.sentence()))) {
                wrong.add(rule.id() + ": " + rule.sentence());
            }
        }
        assertThat(wrong).as("rules without a whole Norwegian sentence").isEmpty();
    }

    @Test
    void eachRuleIdIsUsedOnceAndEachNorwegianSentenceBelongsToARule() throws Exception {
        var ids = rules().stream().map(Rule::id).toList();
        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
        for (var room : rooms()) {
            assertThat(sentences(room, "nb").keySet())
                    .filteredOn(key -> key.startsWith("rule."))
                    .allMatch(key -> ids.contains(key.substring("rule.".length())));
        }
    }

    @Test
    void daysAndTimesReadAsEachLanguageWritesThem() {
        var english = new Words(Map.of(), "en", OSLO);
        var norwegian = new Words(Map.of(), "nb", OSLO);
        var day = LocalDate.of(2027, 3, 12);
        var moment = Instant.parse("2027-03-12T13:05:00Z");
        assertThat(english.day(day)).isEqualTo("12 March 2027");
        assertThat(norwegian.day(day)).isEqualTo("12. mars 2027");
        assertThat(english.shortDay(day)).isEqualTo("12 Mar 2027");
        assertThat(norwegian.shortDay(day)).isEqualTo("12.03.2027");
        assertThat(english.moment(moment)).isEqualTo("12 March 2027, 14:05 CET");
        assertThat(norwegian.moment(moment)).isEqualTo("12. mars 2027 kl. 14.05 CET");
        assertThat(english.moment(Instant.parse("2027-07-12T22:30:00Z")))
                .isEqualTo("13 July 2027, 00:30 CEST");
    }

    @Test
    void factsArePutInAndNumbersChooseTheirSentence() {
        var words =
                new Words(
                        Map.of(
                                "a", "{0} before {1}",
                                "b.one", "one act in {1}",
                                "b.other", "{0} acts in {1}"),
                        "en",
                        OSLO);
        assertThat(words.of("a", "x", 2)).isEqualTo("x before 2");
        assertThat(words.count("b", 1, "y")).isEqualTo("one act in y");
        assertThat(words.count("b", 0, "y")).isEqualTo("0 acts in y");
        assertThat(words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @Test
    void aFactThatLooksLikeAPlaceStaysAFact() {
        var words = new Words(Map.of("a", "{0} and {1}"), "en", OSLO);
        assertThat(words.of("a", "{1}", "secret")).isEqualTo("{1} and secret");
    }

    private static List<Rule> rules() throws Exception {
        var rules = new ArrayList<Rule>();
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:org/samband/**/*Rule.class")) {
            var path = file.getURL().getPath();
            if (!path.contains("$") && path.contains("/classes/") && !path.contains("/test-")) {
                var name = path.substring(path.lastIndexOf("org/samband/")).replace('/', '.');
                var type = Class.forName(name.replaceAll("\\.class$", ""));
                if (type.isEnum() && Rule.class.isAssignableFrom(type)) {
                    Stream.of(type.getEnumConstants()).map(Rule.class::cast).forEach(rules::add);
                }
            }
        }
        return rules;
    }

    private static Set<String> rooms() {
        try (var files = Files.list(FILES)) {
            var rooms = new TreeSet<String>();
            files.forEach(
                    file -> rooms.add(file.getFileName().toString().replaceFirst("\\..*", "")));
            return rooms;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static java.util.Map<String, String> sentences(String room, String language) {
        var file = FILES.resolve(room + "." + language + ".properties");
        var sentences = new TreeMap<String, String>();
        read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    var cut = line.split("=", 2);
                    assertThat(cut).as(line).hasSize(2);
                    assertThat(sentences.put(cut[0].strip(), cut[1].strip()))
                            .as(cut[0] + " stands twice in " + file)
                            .isNull();
                });
        return sentences;
    }

    private static Stream<Path> sources() {
        var all = new ArrayList<Path>();
        for (var root : List.of("src/main/java", "src/main/jte")) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().matches(".*\\.(java|jte)")).forEach(all::add);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return all.stream();
    }

    private static Set<String> facts(String sentence) {
        var facts = new TreeSet<String>();
        var found = FACT.matcher(sentence);
        while (found.find()) {
            facts.add(found.group());
        }
        return facts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
