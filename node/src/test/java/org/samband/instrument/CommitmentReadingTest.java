// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Precision and recall of the proposed commitments against what a careful reader found, per class,
/// printed as a table.
class CommitmentReadingTest {
    private static final Path TEXTS = Path.of("src/test/resources/instrument");
    private static final Path EU_NORWAY = Path.of("../spec/instrument/eu-norway-2024/source.txt");
    private static final List<String> CLASSES =
            List.of(
                    "commitment",
                    "parties",
                    "undertaking",
                    "also",
                    "cadence",
                    "condition",
                    "forum",
                    "named");
    private static final double FLOOR_OF_THE_FIRST = 0.95;
    private static final double FLOOR_OF_OTHERS = 0.90;

    private static final class Count {
        private int right;
        private int proposed;
        private int expected;

        double precision() {
            return proposed == 0 ? 1 : (double) right / proposed;
        }

        double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }
    }

    private final Map<String, Map<String, Count>> table = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void theCommitmentsOfTheFirstInstrumentAreThoseOfACarefulReader() throws IOException {
        measure("eu-norway-2024", EU_NORWAY);
        print();
        hold(FLOOR_OF_THE_FIRST);
    }

    @Test
    void theCommitmentsOfOtherInstrumentsOfTheClassAreFoundAsWell() throws IOException {
        for (var text : texts()) {
            var file = String.valueOf(text.getFileName());
            measure(file.substring(0, file.indexOf('.')), text);
        }
        print();
        hold(FLOOR_OF_OTHERS);
    }

    @Test
    void everyCommitmentShowsItsExactWords() throws IOException {
        var all = new ArrayList<>(texts());
        all.add(EU_NORWAY);
        for (var file : all) {
            var imported = imported(file);
            var texts = new LinkedHashMap<String, String>();
            for (var paragraph : imported.instrument().paragraphs()) {
                texts.put(paragraph.id(), paragraph.text());
                paragraph.items().forEach(item -> texts(item, texts));
            }
            for (var one : imported.commitments()) {
                var place = one.id().substring(0, one.id().lastIndexOf(".s"));
                var text = Objects.requireNonNull(texts.get(place), one.id());
                assertThat(text.substring(one.start(), one.end())).isEqualTo(one.words());
            }
            assertThat(imported.commitments()).extracting(Commitment::id).doesNotHaveDuplicates();
        }
    }

    private static void texts(Item item, Map<String, String> texts) {
        texts.put(item.id(), item.text());
        item.items().forEach(nested -> texts(nested, texts));
    }

    /// Files of the corpus whose expectation says which commitments they hold.
    private static List<Path> texts() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files.filter(file -> !file.toString().endsWith(".yaml"))
                    .filter(CommitmentReadingTest::hasCommitments)
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasCommitments(Path text) {
        var file = String.valueOf(text.getFileName());
        var expected = TEXTS.resolve(file.substring(0, file.indexOf('.')) + ".expected.yaml");
        try {
            return Files.exists(expected) && load(expected).containsKey("commitments");
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    static Imported imported(Path file) throws IOException {
        var outcome = InstrumentImport.read(Files.readAllBytes(file), file.toString());
        assertThat(outcome).as(file.toString()).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<Imported>) outcome).value();
    }

    private static Map<?, ?> load(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(file, StandardCharsets.UTF_8));
    }

    private void measure(String name, Path text) throws IOException {
        var counts = new LinkedHashMap<String, Count>();
        CLASSES.forEach(each -> counts.put(each, new Count()));
        table.put(name, counts);
        var proposed = new LinkedHashMap<String, Commitment>();
        imported(text)
                .commitments()
                .forEach(one -> proposed.put(one.paragraph() + " s" + one.sentence(), one));
        var expected = load(TEXTS.resolve(name + ".expected.yaml")).get("commitments");
        for (var each : (List<?>) Objects.requireNonNull(expected)) {
            var row = (Map<?, ?>) each;
            var place = row.get("paragraph") + " s" + row.get("sentence");
            var one = proposed.remove(place);
            of(counts, "commitment").expected++;
            if (one == null) {
                faults.add(name + " " + place + ": not found");
                continue;
            }
            of(counts, "commitment").right++;
            of(counts, "commitment").proposed++;
            compare(name + " " + place, counts, row, one);
        }
        proposed.forEach((place, one) -> {
            of(counts, "commitment").proposed++;
            faults.add(name + " " + place + ": not expected: " + one.words());
        });
    }

    private static Count of(Map<String, Count> counts, String kind) {
        return Objects.requireNonNull(counts.get(kind));
    }

    private void compare(String place, Map<String, Count> counts, Map<?, ?> row, Commitment one) {
        count(place, counts, "parties", row.get("parties"), one.boundParties());
        count(place, counts, "undertaking", row.get("undertaking"), one.undertaking().name());
        count(
                place,
                counts,
                "also",
                row.get("also"),
                one.also().stream().map(Undertaking::name).toList());
        count(place, counts, "cadence", row.get("cadence"), one.cadence());
        count(place, counts, "condition", row.get("condition"), one.condition());
        count(place, counts, "forum", row.get("forum"), one.forum());
        count(place, counts, "named", row.get("named"), one.named());
        if (Boolean.TRUE.equals(row.get("frame")) != one.frame()) {
            faults.add(place + ": frame " + one.frame());
        }
        if (Boolean.TRUE.equals(row.get("negative")) != one.negative()) {
            faults.add(place + ": negative " + one.negative());
        }
    }

    private void count(
            String place,
            Map<String, Count> counts,
            String kind,
            @Nullable Object expected,
            @Nullable Object found) {
        var wanted = values(expected);
        var given = values(found);
        var count = of(counts, kind);
        count.expected += wanted.size();
        count.proposed += given.size();
        count.right += (int) given.stream().filter(wanted::contains).count();
        if (!wanted.equals(given)) {
            faults.add(place + ": " + kind + " is " + given + ", expected " + wanted);
        }
    }

    private static List<String> values(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private void print() {
        var out = new StringBuilder("\nprecision / recall (expected)\n");
        out.append(String.format("%-26s", "instrument"));
        CLASSES.forEach(each -> out.append(String.format("%-20s", each)));
        table.forEach((name, counts) -> {
            out.append(String.format("%n%-26s", name));
            counts.values()
                    .forEach(count ->
                            out.append(
                                    String.format(
                                            "%.2f / %.2f (%d)%5s",
                                            count.precision(),
                                            count.recall(),
                                            count.expected,
                                            "")));
        });
        out.append('\n');
        faults.forEach(fault -> out.append("  ").append(fault).append('\n'));
        System.out.println(out);
    }

    private void hold(double floor) {
        table.forEach((name, counts) ->
                counts.forEach((kind, count) -> {
                    assertThat(count.precision())
                            .as(name + ": precision of " + kind)
                            .isGreaterThanOrEqualTo(floor);
                    assertThat(count.recall())
                            .as(name + ": recall of " + kind)
                            .isGreaterThanOrEqualTo(floor);
                }));
    }
}
