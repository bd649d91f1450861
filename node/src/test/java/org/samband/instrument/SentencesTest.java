// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// One sentence at a time, as instruments of the class have them: what a careful reader finds is
/// found. The floor is one for all sentences together; each fault is printed.
class SentencesTest {
    private static final double FLOOR = 0.95;

    private final List<String> faults = new ArrayList<>();
    private int right;
    private int all;

    @Test
    void aSentenceBindsWhomItSaysAsFirmlyAsItSays() throws IOException {
        List<?> groups =
                new Yaml().load(new String(Corpus.bytes("sentences.yaml"), StandardCharsets.UTF_8));
        for (var group : groups) {
            var map = (Map<?, ?>) group;
            var parties = new ArrayList<Party>();
            ((Map<?, ?>) Objects.requireNonNull(map.get("parties")))
                    .forEach((name, full) ->
                            parties.add(new Party(String.valueOf(name), String.valueOf(full))));
            for (var row : (List<?>) Objects.requireNonNull(map.get("sentences"))) {
                compare(parties, (Map<?, ?>) row);
            }
        }
        faults.forEach(System.out::println);
        System.out.println("sentences: " + right + " of " + all + " facts right");
        assertThat((double) right / all).isGreaterThanOrEqualTo(FLOOR);
    }

    private void compare(List<Party> parties, Map<?, ?> row) {
        var words = String.valueOf(row.get("words"));
        var found = CommitmentReading.of(instrument(parties, words));
        var one = found.isEmpty() ? null : found.get(0);
        var name = one == null ? "none" : one.undertaking().name();
        fact(words, "undertaking", String.valueOf(row.get("undertaking")), name);
        if (one == null || "none".equals(row.get("undertaking"))) {
            return;
        }
        fact(words, "bound", list(row.get("bound")), one.boundParties());
        fact(words, "also", list(row.get("also")), names(one.also()));
        fact(words, "cadence", row.get("cadence"), one.cadence());
        fact(words, "condition", row.get("condition"), one.condition());
        fact(words, "forum", row.get("forum"), one.forum());
        fact(words, "named", list(row.get("named")), one.named());
        fact(words, "negative", Boolean.TRUE.equals(row.get("negative")), one.negative());
        fact(words, "frame", Boolean.TRUE.equals(row.get("frame")), one.frame());
    }

    private static List<String> names(List<Undertaking> also) {
        return also.stream().map(Undertaking::name).toList();
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private void fact(
            String words, String kind, @Nullable Object expected, @Nullable Object found) {
        all++;
        if (Objects.equals(expected, found)) {
            right++;
        } else {
            faults.add(words + "\n    " + kind + " is " + found + ", expected " + expected);
        }
    }

    static Instrument instrument(List<Party> parties, String words) {
        var paragraph =
                new Paragraph(
                        "p1",
                        "1",
                        words,
                        words.length(),
                        List.of(),
                        List.of(new Sentence(1, 0, words.length())),
                        0);
        return new Instrument(
                "Partnership",
                "sha256:0",
                parties,
                List.of(new Part("part1", Part.Kind.AREA, "", "Area", 1, List.of(paragraph))),
                List.of(),
                List.of(),
                List.of());
    }
}
