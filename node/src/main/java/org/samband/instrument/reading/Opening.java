// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import org.samband.instrument.Gap;
import org.samband.instrument.source.Line;

/// The opening of a text: its title, and what else stands before the body.
///
/// @param title in one line; empty where none can be told
/// @param body blocks after the opening
/// @param gaps what stands there and belongs to neither
record Opening(String title, List<Block> body, List<Gap> gaps) {
    /// Longest block that can belong to a title.
    private static final int TITLE = 200;

    /// A block that ends with a comma and is longer names the parties and begins the preamble.
    private static final int NAMES = 60;

    static Opening of(List<Block> blocks) {
        int end = 0;
        while (end < blocks.size() && !beginsBody(blocks, end)) {
            end++;
        }
        var front = blocks.subList(0, end);
        int from = first(front);
        if (from < 0) {
            return new Opening("", blocks, List.of());
        }
        int to = from + 1;
        var title = new StringBuilder(front.get(from).whole());
        while (to < front.size() && goesOn(title.toString(), front.get(to), front.get(to - 1))) {
            title.append(' ').append(front.get(to).whole());
            to++;
        }
        return new Opening(
                title.toString(),
                blocks.subList(end, blocks.size()),
                others(front, from, to, title.toString()));
    }

    private static List<Gap> others(List<Block> front, int from, int to, String title) {
        var gaps = new ArrayList<Gap>();
        for (int at = 0; at < front.size(); at++) {
            var block = front.get(at);
            if ((at < from || at >= to) && !block.whole().equalsIgnoreCase(title)) {
                gaps.add(new Gap("unplaced", block.where(), block.whole()));
            }
        }
        return gaps;
    }

    private static int first(List<Block> front) {
        for (int at = 0; at < front.size(); at++) {
            if (front.get(at).role() == Line.Role.TITLE) {
                return at;
            }
        }
        int best = front.isEmpty() ? -1 : 0;
        for (int at = 1; at < front.size(); at++) {
            if (likeTitle(front.get(at).whole()) > likeTitle(front.get(best).whole())) {
                best = at;
            }
        }
        return best;
    }

    /// A title names its kind, joins names and holds no number of a document.
    private static int likeTitle(String text) {
        var words = StructureWords.get();
        int like = words.has("title-nouns", text) ? 2 : 0;
        like += text.matches("(?i).*\\b(between|and)\\b.*") ? 1 : 0;
        return like - (text.matches(".*\\d/\\d.*|.*\\d{4,}.*") ? 1 : 0);
    }

    private static boolean goesOn(String title, Block next, Block before) {
        if (next.role() == Line.Role.TITLE) {
            return before.role() == Line.Role.TITLE;
        }
        var words = StructureWords.get();
        if (words.is("title-joins", Endings.lastWord(title))) {
            return true;
        }
        boolean alike = Endings.capitals(title) == Endings.capitals(next.whole());
        boolean joins =
                words.begins("title-joins", next.whole())
                        && (Endings.beginsSmall(next.whole()) || alike)
                        && !next.whole().endsWith(",")
                        && !next.whole().startsWith("The ");
        return joins
                || (Endings.capitals(title) && alike && !next.afterBlank() && next.label() == null);
    }

    private static boolean beginsBody(List<Block> blocks, int at) {
        var block = blocks.get(at);
        var text = block.whole();
        if (block.role() == Line.Role.TITLE) {
            return false;
        }
        if ((block.role() != Line.Role.PLAIN && block.role() != Line.Role.HEADING)
                || text.length() > TITLE) {
            return true;
        }
        var words = StructureWords.get();
        if (block.is(Label.Kind.NUMBER) || block.is(Label.Kind.DECIMAL) || block.isDeleted()) {
            return true;
        }
        if (block.is(Label.Kind.WORD) || block.is(Label.Kind.CAPITAL)) {
            return at > 0;
        }
        return words.is("preamble-headings", text)
                || words.is("frame-headings", text)
                || (at > 0 && words.begins("recitals", text))
                || (at > 0 && block.role() == Line.Role.HEADING && block.level() > 1)
                || block.looksLikeText()
                || (at > 0
                        && text.endsWith(",")
                        && text.length() > NAMES
                        && !Endings.capitals(text));
    }
}
