// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;

/// Precision and recall of the proposed commitments against what a careful reader found, per class,
/// printed as a table.
class CommitmentReadingTest {
    private static final String FIRST = "eu-norway-2024";
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

        void add(Count other) {
            right += other.right;
            proposed += other.proposed;
            expected += other.expected;
        }

        double precision() {
            return proposed == 0 ? 1 : (double) right / proposed;
        }

        double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }
    }

    private final Map<String, Map<String, Count>> table = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void theCommitmentsOfTheFirstInstrumentAreThoseOfACarefulReader() throws IOException {
        measure(FIRST);
        print();
        table.values().forEach(counts -> hold(counts, FLOOR_OF_THE_FIRST));
    }

    @Test
    void theCommitmentsOfOtherInstrumentsOfTheClassAreFoundAsWell() throws IOException {
        for (var name : names()) {
            measure(name);
        }
        var together = new LinkedHashMap<String, Count>();
        CLASSES.forEach(each -> together.put(each, new Count()));
        table.values()
                .forEach(counts -> counts.forEach((each, count) -> of(together, each).add(count)));
        table.put("together", together);
        print();
        assertThat(names()).hasSizeGreaterThanOrEqualTo(6);
        hold(together, FLOOR_OF_OTHERS);
        for (var name : names()) {
            var found = of(Objects.requireNonNull(table.get(name)), "commitment");
            assertThat(Math.min(found.precision(), found.recall()))
                    .as(name)
                    .isGreaterThanOrEqualTo(FLOOR_OF_OTHERS);
        }
    }

    @Test
    void everyCommitmentShowsItsExactWords() throws IOException {
        var all = new ArrayList<>(names());
        all.add(FIRST);
        for (var name : all) {
            var imported = imported(name);
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

    /// Names of the texts of the corpus; this room's own come first.
    private static List<String> names() {
        var names = new ArrayList<>(List.of("ruritania-graustark", "union-ixania"));
        names.addAll(Corpus.NAMES);
        return names;
    }

    private static Imported imported(String name) throws IOException {
        return imported(
                name.equals(FIRST) ? Files.readAllBytes(EU_NORWAY) : Corpus.file(name), name);
    }

    static Imported imported(byte[] file, String name) {
        var outcome = InstrumentImport.read(file, name);
        assertThat(outcome).as(name).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<Imported>) outcome).value();
    }

    /// Where the commitment stands: its id, or the paragraph as printed where that is enough.
    private static @Nullable Commitment take(Map<String, Commitment> proposed, Map<?, ?> row) {
        var end = ".s" + row.get("sentence");
        if (row.get("at") != null) {
            return proposed.remove(row.get("at") + end);
        }
        for (var one : proposed.values()) {
            if (one.paragraph().equals(row.get("paragraph")) && one.id().endsWith(end)) {
                return proposed.remove(one.id());
            }
        }
        return null;
    }

    private void measure(String name) throws IOException {
        var counts = new LinkedHashMap<String, Count>();
        CLASSES.forEach(each -> counts.put(each, new Count()));
        table.put(name, counts);
        var proposed = new LinkedHashMap<String, Commitment>();
        imported(name).commitments().forEach(one -> proposed.put(one.id(), one));
        var expected = Corpus.expected(name).get("commitments");
        for (var each : (List<?>) Objects.requireNonNull(expected)) {
            var row = (Map<?, ?>) each;
            var place =
                    name + " " + Objects.requireNonNullElse(row.get("at"), row.get("paragraph"));
            var one = take(proposed, row);
            of(counts, "commitment").expected++;
            if (one == null) {
                faults.add(place + " s" + row.get("sentence") + ": not found");
                continue;
            }
            of(counts, "commitment").right++;
            of(counts, "commitment").proposed++;
            compare(place + " s" + row.get("sentence"), counts, row, one);
        }
        proposed.forEach((id, one) -> {
            of(counts, "commitment").proposed++;
            faults.add(name + " " + id + ": not expected: " + one.words());
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

    private static void hold(Map<String, Count> counts, double floor) {
        counts.forEach((kind, count) -> {
            assertThat(count.precision()).as("precision of " + kind).isGreaterThanOrEqualTo(floor);
            assertThat(count.recall()).as("recall of " + kind).isGreaterThanOrEqualTo(floor);
        });
    }
}
