// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.samband.instrument.source.Line;

/// Finds the signature block at the end of a text, before annexes.
///
/// @param body blocks before and after it
/// @param signature lines of the signature block, as they stand
record Closing(List<Block> body, List<Line> signature) {
    /// Longest line of a signature block.
    private static final int LINE = 140;

    static Closing of(List<Block> blocks) {
        var told = blocks.stream().filter(block -> block.role() == Line.Role.SIGNATURE).toList();
        if (!told.isEmpty()) {
            var rest = new ArrayList<>(blocks);
            rest.removeAll(told);
            return new Closing(
                    rest, told.stream().flatMap(block -> block.lines().stream()).toList());
        }
        int end = annex(blocks);
        int from = end;
        while (from > 0 && belongs(blocks.get(from - 1))) {
            from--;
        }
        from = trimmed(blocks, from, end);
        if (from == end) {
            return new Closing(blocks, List.of());
        }
        var signature = new ArrayList<Line>();
        blocks.subList(from, end).forEach(block -> signature.addAll(block.lines()));
        var body = new ArrayList<>(blocks.subList(0, from));
        body.addAll(blocks.subList(end, blocks.size()));
        return new Closing(body, signature);
    }

    private static int annex(List<Block> blocks) {
        for (int at = blocks.size() / 3; at < blocks.size(); at++) {
            var block = blocks.get(at);
            if (Label.isAnnex(block.label())
                    && (block.looksLikeHeading() || block.text().isEmpty())) {
                return at;
            }
        }
        return blocks.size();
    }

    private static boolean belongs(Block block) {
        var text = block.whole();
        var words = StructureWords.get();
        if (block.role() != Line.Role.PLAIN || block.isDeleted()) {
            return false;
        }
        if (words.begins("signature-lines", text)
                || (For.name(text) != null && text.length() <= LINE && !Endings.full(text))) {
            return true;
        }
        return (block.label() == null || block.is(Label.Kind.CAPITAL))
                && text.length() <= LINE
                && !Endings.complete(text)
                && !block.looksLikeText();
    }

    /// It begins with its opener where it has one, so that a last heading is not taken for a name.
    private static int trimmed(List<Block> blocks, int from, int end) {
        for (int at = from; at < end; at++) {
            var block = blocks.get(at);
            if (opener(block.whole())) {
                return at;
            }
        }
        return end - from >= 2 && end == blocks.size() && from > 0 ? from : end;
    }

    static boolean opener(String text) {
        var words = StructureWords.get();
        return words.begins("signature-lines", text) || For.name(text) != null;
    }

    /// A line "For the ...".
    static final class For {
        /// Words that begin with a capital, and what joins them.
        private static final Pattern NAME =
                Pattern.compile(
                        "\\p{Lu}[\\p{L}.’'-]*(?:,?\\s+(?:of|and|the|for|de|\\p{Lu}[\\p{L}.’'-]*)){0,12}");

        private For() {}

        /// The name after "for"; null where the line is no such opener.
        static @org.jspecify.annotations.Nullable String name(String text) {
            var match = StructureWords.get().opener("signature-for").matcher(text);
            if (!match.lookingAt() || !Character.isUpperCase(text.charAt(0))) {
                return null;
            }
            var name =
                    text.substring(match.end())
                            .strip()
                            .replaceAll("(?i)^the\\s+", "")
                            .replaceAll("[:,.]+$", "");
            return NAME.matcher(name).matches() ? name : null;
        }
    }
}
