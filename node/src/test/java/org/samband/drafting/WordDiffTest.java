// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.samband.drafting.WordDiff.Kind;
import org.samband.drafting.WordDiff.Run;

/// A comparison reads as both texts and shows no more changes than a reader would see.
class WordDiffTest {

    private static String read(List<Run> runs, Kind without) {
        return runs.stream()
                .filter(run -> run.kind() != without)
                .map(Run::text)
                .collect(Collectors.joining());
    }

    private static String marked(String before, String after) {
        return WordDiff.of(before, after).stream()
                .map(run ->
                        switch (run.kind()) {
                            case SAME -> run.text();
                            case DELETED -> "-" + run.text() + "-";
                            case INSERTED -> "+" + run.text() + "+";
                        })
                .collect(Collectors.joining());
    }

    @Test
    void aChangedWordIsShownAlone() {
        assertThat(marked("Both parties welcome the exchange.", "Both parties note the exchange."))
                .isEqualTo("Both parties -welcome-+note+ the exchange.");
    }

    @Test
    void whatWasAddedAndWhatWasTakenOutIsShown() {
        assertThat(marked("They met.", "They met in Oslo.")).isEqualTo("They met+ in Oslo+.");
        assertThat(marked("They met in Oslo.", "They met.")).isEqualTo("They met- in Oslo-.");
        assertThat(marked("", "New.")).isEqualTo("+New.+");
        assertThat(marked("Same.", "Same.")).isEqualTo("Same.");
        assertThat(WordDiff.of("", "")).isEmpty();
    }

    @Test
    void severalChangesInARowAreOneChange() {
        assertThat(marked("will explore options for ships", "aim to agree terms for ships"))
                .isEqualTo("-will explore options-+aim to agree terms+ for ships");
    }

    @Test
    void aTextThatMovedWithinIsCutOutAndPutIn() {
        var runs = WordDiff.of("alpha beta gamma delta", "gamma delta alpha beta");
        assertThat(read(runs, Kind.INSERTED)).isEqualTo("alpha beta gamma delta");
        assertThat(read(runs, Kind.DELETED)).isEqualTo("gamma delta alpha beta");
    }

    @Test
    void eachComparisonReadsAsBothTexts() {
        var words = List.of("the ", "party ", "will ", "meet, ", "and ", "Ålesund ", "7 ", "\n");
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var before = text(words, random);
            var after = random.nextBoolean() ? text(words, random) : changed(before, random);
            var runs = WordDiff.of(before, after);
            assertThat(read(runs, Kind.INSERTED)).as("seed " + seed).isEqualTo(before);
            assertThat(read(runs, Kind.DELETED)).as("seed " + seed).isEqualTo(after);
        }
    }

    private static String text(List<String> words, Random random) {
        return random.ints(random.nextInt(40), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining());
    }

    private static String changed(String text, Random random) {
        var at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + " inserted " + text.substring(at);
    }

    @Test
    void aStretchTooLongToCompareIsGivenAsReplaced() {
        var runs = WordDiff.of("a b ".repeat(2_000), "b b a ".repeat(2_000));
        assertThat(read(runs, Kind.INSERTED)).isEqualTo("a b ".repeat(2_000));
        assertThat(read(runs, Kind.DELETED)).isEqualTo("b b a ".repeat(2_000));
    }
}
