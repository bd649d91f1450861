// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// Precision and recall of the structure over the made-up instruments, per class. The right answers
/// were written by hand.
@NullUnmarked // what is missing fails the test
class StructureScoreTest {
    /// What was right, found and expected of one class.
    private static final class Score {
        int right;
        int found;
        int expected;
        final List<String> wrong = new ArrayList<>();

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }
    }

    private final Map<String, Score> scores = new TreeMap<>();

    @Test
    void theStructureOfTheMadeUpInstrumentsIsReadRight() throws IOException {
        for (var name : Corpus.NAMES) {
            compare(name, Corpus.read(Corpus.file(name), name), Corpus.expected(name));
        }
        System.out.println("Structure over " + Corpus.NAMES.size() + " made-up instruments:");
        scores.forEach((kind, score) -> {
            System.out.printf(
                    Locale.ROOT,
                    "  %-12s precision %.3f  recall %.3f  (%d right of %d found, %d expected)%n",
                    kind,
                    score.precision(),
                    score.recall(),
                    score.right,
                    score.found,
                    score.expected);
            score.wrong.forEach(wrong -> System.out.println("      " + wrong));
        });
        scores.forEach((kind, score) -> {
            assertThat(score.precision()).as("precision of " + kind).isGreaterThanOrEqualTo(0.97);
            assertThat(score.recall()).as("recall of " + kind).isGreaterThanOrEqualTo(0.97);
        });
    }

    private void compare(String name, Instrument read, Map<String, Object> expected) {
        score("title", name, List.of(read.title()), List.of(String.valueOf(expected.get("title"))));
        score(
                "parties",
                name,
                read.parties().stream().map(Party::name).toList(),
                strings(expected.get("parties")));
        score(
                "headings",
                name,
                read.parts().stream().map(StructureScoreTest::heading).toList(),
                maps(expected.get("headings")).stream().map(StructureScoreTest::heading).toList());
        var paragraphs = new ArrayList<String>();
        var items = new ArrayList<String>();
        var sentences = new ArrayList<String>();
        var places = maps(expected.get("paragraphs"));
        for (var part : read.parts()) {
            for (var paragraph : part.paragraphs()) {
                var right =
                        places.stream()
                                .filter(each -> paragraph.id().equals(each.get("ref")))
                                .findFirst();
                var ends = right.map(each -> fits(paragraph, each)).orElse("");
                paragraphs.add(paragraph.id() + " " + part.kind().word() + ends);
                sentences.add(paragraph.id() + " " + paragraph.sentences().size());
                items(paragraph.items(), items);
            }
        }
        score(
                "paragraphs",
                name,
                paragraphs,
                places.stream().map(each -> each.get("ref") + " " + each.get("kind")).toList());
        score(
                "sentences",
                name,
                sentences,
                places.stream()
                        .map(each -> each.get("ref") + " " + each.get("sentences"))
                        .toList());
        score(
                "items",
                name,
                items,
                places.stream().flatMap(each -> strings(each.get("items")).stream()).toList());
        score(
                "signatures",
                name,
                read.signatures().stream().map(each -> each.party() + " " + each.lines()).toList(),
                maps(expected.get("signatures")).stream()
                        .map(each -> each.get("party") + " " + each.get("lines"))
                        .toList());
        score(
                "gaps",
                name,
                read.gaps().stream().map(each -> each.kind() + " " + each.where()).toList(),
                maps(expected.get("gaps")).stream()
                        .map(each -> each.get("kind") + " " + each.get("where"))
                        .toList());
        score("notes", name, read.notes(), strings(expected.get("notes")));
    }

    private static String fits(Paragraph paragraph, Map<String, Object> right) {
        return paragraph.text().startsWith(String.valueOf(right.get("starts")))
                        && paragraph.text().endsWith(String.valueOf(right.get("ends")))
                ? ""
                : " but reads: " + paragraph.text();
    }

    private static void items(List<Item> items, List<String> all) {
        for (var item : items) {
            all.add(item.id());
            items(item.items(), all);
        }
    }

    private static String heading(Part part) {
        return part.kind().word() + "|" + part.number() + "|" + part.heading() + "|" + part.depth();
    }

    private static String heading(Map<String, Object> part) {
        return part.get("kind")
                + "|"
                + part.getOrDefault("number", "")
                + "|"
                + part.get("heading")
                + "|"
                + part.getOrDefault("depth", 1);
    }

    private void score(String kind, String name, List<String> found, List<String> expected) {
        var score = scores.computeIfAbsent(kind, _ -> new Score());
        var left = new ArrayList<>(expected);
        for (var each : found) {
            if (left.remove(each)) {
                score.right++;
            } else {
                score.wrong.add(name + " found    " + each);
            }
        }
        left.forEach(each -> score.wrong.add(name + " expected " + each));
        score.found += found.size();
        score.expected += expected.size();
    }

    @SuppressWarnings("unchecked") // the files are written by hand in this form
    private static List<Map<String, Object>> maps(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    private static List<String> strings(Object list) {
        return list == null ? List.of() : ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
