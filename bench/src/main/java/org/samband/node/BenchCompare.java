// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.samband.drafting.WordDiff;

/// Two texts of 50 pages (25,000 words) compared word by word, as one point each, which is harder
/// than point by point: with one word in twenty changed, and with nothing left as it was.
final class BenchCompare {
    private static final int WORDS = 25_000;
    private static final int VOCABULARY = 4_000;
    private static final int CHANGED_OF = 20;
    private static final int WARM = 20;
    private static final int TIMES = 60;
    private static final double NANOS_A_MILLI = 1e6;

    private BenchCompare() {}

    static void measure() {
        var random = new Random(7);
        var before = words(random);
        var after = new ArrayList<>(before);
        for (int i = 0; i < after.size(); i += CHANGED_OF) {
            after.set(i, word(random));
        }
        print("one word in " + CHANGED_OF + " changed", before, after);
        print("nothing left as it was", before, words(random));
    }

    private static List<String> words(Random random) {
        var words = new ArrayList<String>();
        for (int i = 0; i < WORDS; i++) {
            words.add(word(random));
        }
        return words;
    }

    /// Few words are frequent and many are rare, as in any text.
    private static String word(Random random) {
        var rare = random.nextDouble();
        return "w" + (int) (VOCABULARY * rare * rare * rare);
    }

    private static void print(String what, List<String> before, List<String> after) {
        var one = String.join(" ", before);
        var other = String.join(" ", after);
        var took = new long[TIMES];
        for (int i = -WARM; i < TIMES; i++) {
            var from = System.nanoTime();
            if (WordDiff.of(one, other).isEmpty()) {
                throw new IllegalStateException("nothing was compared");
            }
            if (i >= 0) {
                took[i] = System.nanoTime() - from;
            }
        }
        Arrays.sort(took);
        System.out.printf(
                "compare, %s: p50 %.1f ms, slowest %.1f ms%n",
                what, took[TIMES / 2] / NANOS_A_MILLI, took[TIMES - 1] / NANOS_A_MILLI);
    }
}
