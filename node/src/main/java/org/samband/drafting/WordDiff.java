// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares two texts word by word. Words that stand once in both hold the texts together; between
/// them the longest common run of words is kept. What lies between two changes and is no more than
/// blanks, signs or a short word is given with them, so that a reader sees one change and not
/// three.
public final class WordDiff {
    /// A word, a run of blanks, or a sign.
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");

    /// Most cells of the table by which a stretch without words that hold it together is compared;
    /// a longer one is given as replaced.
    private static final long MOST_CELLS = 1_000_000;

    /// Longest stretch that is given with the changes around it.
    private static final int SHORT = 3;

    private final List<String> before;
    private final List<String> after;
    private final int[] one;
    private final int[] other;

    /// For each word of the new text the one of the old that it is, or -1.
    private final int[] same;

    /// By the number of the word; of the stretch that is looked at.
    private final @Nullable Count[] counts;

    private int stretch;

    private WordDiff(String before, String after) {
        this.before = words(before);
        this.after = words(after);
        var known = new HashMap<String, Integer>();
        one = numbers(this.before, known);
        other = numbers(this.after, known);
        counts = new Count[known.size()];
        same = new int[other.length];
        java.util.Arrays.fill(same, -1);
    }

    /// What became of a stretch of text.
    public enum Kind {
        SAME,
        DELETED,
        INSERTED
    }

    /// A stretch of text, and what became of it.
    public record Run(Kind kind, String text) {}

    /// The way from one text to the other: without what was inserted it reads as the old one,
    /// without what was deleted as the new one.
    public static List<Run> of(String before, String after) {
        var diff = new WordDiff(before, after);
        diff.compare(0, diff.one.length, 0, diff.other.length);
        return readable(diff.runs());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(java.util.regex.MatchResult::group).toList();
    }

    private static int[] numbers(List<String> words, Map<String, Integer> known) {
        return words.stream()
                .mapToInt(word -> known.computeIfAbsent(word, _ -> known.size()))
                .toArray();
    }

    private void compare(int from, int to, int otherFrom, int otherTo) {
        int a = from;
        int b = otherFrom;
        while (a < to && b < otherTo && one[a] == other[b]) {
            same[b++] = a++;
        }
        int c = to;
        int d = otherTo;
        while (c > a && d > b && one[c - 1] == other[d - 1]) {
            same[--d] = --c;
        }
        if (a == c || b == d) {
            return;
        }
        var anchors = anchors(a, c, b, d);
        if (anchors.isEmpty()) {
            table(a, c, b, d);
            return;
        }
        for (var anchor : anchors) {
            compare(a, anchor[0], b, anchor[1]);
            same[anchor[1]] = anchor[0];
            a = anchor[0] + 1;
            b = anchor[1] + 1;
        }
        compare(a, c, b, d);
    }

    /// Words that stand once in both stretches, as many as follow each other in both.
    private List<int[]> anchors(int from, int to, int otherFrom, int otherTo) {
        stretch++;
        for (int a = from; a < to; a++) {
            var counted = counted(one[a]);
            counted.times++;
            counted.place = a;
        }
        for (int b = otherFrom; b < otherTo; b++) {
            counted(other[b]).otherTimes++;
        }
        var pairs = new ArrayList<int[]>();
        for (int b = otherFrom; b < otherTo; b++) {
            var counted = counted(other[b]);
            if (counted.times == 1 && counted.otherTimes == 1) {
                pairs.add(new int[] {counted.place, b});
            }
        }
        return longestRising(pairs);
    }

    private Count counted(int word) {
        var count = counts[word];
        if (count == null || count.stretch != stretch) {
            count = new Count(stretch);
            counts[word] = count;
        }
        return count;
    }

    /// How often a word stands in a stretch of the old text and in that of the new one.
    private static final class Count {
        private final int stretch;
        private int times;
        private int otherTimes;

        /// The last one in the old text.
        private int place;

        Count(int stretch) {
            this.stretch = stretch;
        }
    }

    /// By patience sorting: the longest row of pairs that rise in the old text as in the new.
    private static List<int[]> longestRising(List<int[]> pairs) {
        var tops = new ArrayList<Integer>();
        var previous = new int[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = tops.size();
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (pairs.get(tops.get(middle))[0] < pairs.get(i)[0]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tops.get(low - 1);
            if (low == tops.size()) {
                tops.add(i);
            } else {
                tops.set(low, i);
            }
        }
        var row = new ArrayList<int[]>();
        for (int i = tops.isEmpty() ? -1 : tops.getLast(); i >= 0; i = previous[i]) {
            row.addFirst(pairs.get(i));
        }
        return row;
    }

    /// The longest common run of words, by the table of all beginnings from the end.
    private void table(int from, int to, int otherFrom, int otherTo) {
        int rows = to - from;
        int columns = otherTo - otherFrom;
        if ((long) rows * columns > MOST_CELLS) {
            return;
        }
        var longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] =
                        one[from + i] == other[otherFrom + j]
                                ? longest[i + 1][j + 1] + 1
                                : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (one[from + i] == other[otherFrom + j]) {
                same[otherFrom + j++] = from + i++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private List<Run> runs() {
        var runs = new Runs();
        int a = 0;
        for (int b = 0; b < other.length; b++) {
            if (same[b] < 0) {
                runs.add(Kind.INSERTED, after.get(b));
                continue;
            }
            while (a < same[b]) {
                runs.add(Kind.DELETED, before.get(a++));
            }
            runs.add(Kind.SAME, after.get(b));
            a++;
        }
        while (a < one.length) {
            runs.add(Kind.DELETED, before.get(a++));
        }
        return runs.all();
    }

    /// Puts together what follows each other and became of the same.
    private static final class Runs {
        private final List<Run> runs = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Kind kind = Kind.SAME;

        void add(Kind next, CharSequence more) {
            if (more.isEmpty()) {
                return;
            }
            if (next != kind) {
                close();
                kind = next;
            }
            text.append(more);
        }

        private void close() {
            if (!text.isEmpty()) {
                runs.add(new Run(kind, text.toString()));
                text.setLength(0);
            }
        }

        List<Run> all() {
            close();
            return List.copyOf(runs);
        }
    }

    /// Of each stretch of changes first what was deleted, then what was inserted.
    private static List<Run> readable(List<Run> runs) {
        var readable = new Runs();
        var deleted = new StringBuilder();
        var inserted = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var between = i > 0 && i + 1 < runs.size() && run.text().strip().length() <= SHORT;
            if (run.kind() != Kind.SAME || between) {
                deleted.append(run.kind() == Kind.INSERTED ? "" : run.text());
                inserted.append(run.kind() == Kind.DELETED ? "" : run.text());
                continue;
            }
            close(readable, deleted, inserted);
            readable.add(Kind.SAME, run.text());
        }
        close(readable, deleted, inserted);
        return readable.all();
    }

    private static void close(Runs runs, StringBuilder deleted, StringBuilder inserted) {
        runs.add(Kind.DELETED, deleted);
        runs.add(Kind.INSERTED, inserted);
        deleted.setLength(0);
        inserted.setLength(0);
    }
}
