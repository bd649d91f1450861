// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Gap;

/// The lists that are open in a paragraph, from the outermost in.
final class Lists {
    /// Columns or points by which a nested list is indented.
    private static final int NESTED = 2;

    private final List<Level> levels = new ArrayList<>();

    /// A list that is open.
    private static final class Level {
        final Draft.Text of;
        final String style;
        final boolean roman;
        final int depth;
        final int indent;
        int value;

        Level(Draft.Text of, String style, boolean roman, int depth, int indent) {
            this.of = of;
            this.style = style;
            this.roman = roman;
            this.depth = depth;
            this.indent = indent;
        }

        Draft.OfItem item() {
            return of.items.getLast();
        }
    }

    void end() {
        levels.clear();
    }

    boolean isOpen() {
        return !levels.isEmpty();
    }

    Draft.@Nullable OfItem innermost() {
        return levels.isEmpty() ? null : levels.getLast().item();
    }

    /// True where a list is open in which the block's label comes next.
    boolean expects(Block block) {
        var label = block.label();
        return label != null && levels.stream().anyMatch(level -> follows(level, label));
    }

    /// A list is over where its last item ends a sentence and the block stands no deeper.
    boolean isOver(int indent, int paragraph) {
        return (indent <= paragraph && Endings.full(levels.getLast().item().growing().toString()))
                || indent < levels.getFirst().indent;
    }

    /// True where text at this indent stands under the innermost item.
    boolean reaches(int indent) {
        return indent >= levels.getLast().indent + NESTED;
    }

    private static boolean follows(Level level, Label label) {
        if (!level.style.equals(label.style())) {
            return false;
        }
        if (label.kind() == Label.Kind.BULLET) {
            return true;
        }
        return level.roman ? label.roman() == level.value + 1 : label.value() == level.value + 1;
    }

    /// Adds an item where it belongs; tells a gap where a letter or number is left out.
    Optional<Gap> add(Block block, Draft.OfParagraph paragraph) {
        var label = java.util.Objects.requireNonNull(block.label());
        var level = level(block, label, paragraph);
        int expected = level.value + 1;
        int value = value(level, label, expected);
        level.value = value;
        var key =
                label.kind() == Label.Kind.BULLET
                        ? Integer.toString(level.of.items.size() + 1)
                        : label.kind() == Label.Kind.DECIMAL
                                ? Integer.toString(label.value())
                                : label.key();
        level.of.items.add(new Draft.OfItem(label.printed(), key, block.indent(), block.text()));
        return value == expected
                ? Optional.empty()
                : Optional.of(
                        new Gap(
                                "number",
                                paragraph.number.isEmpty() ? block.where() : paragraph.number,
                                "item "
                                        + label.printed()
                                        + " follows after "
                                        + (expected == 1
                                                ? "none"
                                                : "the item before it with a jump")));
    }

    private static int value(Level level, Label label, int expected) {
        if (label.kind() == Label.Kind.BULLET) {
            return expected;
        }
        return level.roman ? label.roman() : label.value();
    }

    private Level level(Block block, Label label, Draft.OfParagraph paragraph) {
        if (block.level() > 0) {
            return byDepth(block, label, paragraph);
        }
        for (int at = levels.size() - 1; at >= 0; at--) {
            var level = levels.get(at);
            boolean bulletDeeper =
                    label.kind() == Label.Kind.BULLET
                            && at == levels.size() - 1
                            && block.indent() >= level.indent + NESTED;
            boolean bulletOuter =
                    label.kind() == Label.Kind.BULLET
                            && at > 0
                            && block.indent() < level.indent
                            && levels.get(at - 1).style.equals(label.style());
            if (follows(level, label) && !bulletDeeper && !bulletOuter) {
                levels.subList(at + 1, levels.size()).clear();
                return level;
            }
        }
        for (int at = levels.size() - 1; at >= 0 && !isFirst(label); at--) {
            var level = levels.get(at);
            boolean alike = level.roman ? label.roman() > 0 : label.value() > 0;
            if (level.style.equals(label.style()) && alike) {
                levels.subList(at + 1, levels.size()).clear();
                return level;
            }
        }
        return opened(label, paragraph, block.indent(), levels.size() + 1);
    }

    private static boolean isFirst(Label label) {
        return label.value() == 1 || label.roman() == 1 || label.kind() == Label.Kind.BULLET;
    }

    private Level byDepth(Block block, Label label, Draft.OfParagraph paragraph) {
        while (!levels.isEmpty() && levels.getLast().depth > block.level()) {
            levels.removeLast();
        }
        if (!levels.isEmpty() && levels.getLast().depth == block.level()) {
            return levels.getLast();
        }
        return opened(label, paragraph, block.indent(), block.level());
    }

    /// Nested where the list before it is not over; beside it otherwise is not told apart.
    private Level opened(Label label, Draft.OfParagraph paragraph, int indent, int depth) {
        Draft.Text of = levels.isEmpty() ? paragraph : levels.getLast().item();
        boolean roman = label.roman() == 1 || (label.value() == 0 && label.roman() > 0);
        var level = new Level(of, label.style(), roman, depth, indent);
        levels.add(level);
        return level;
    }
}
