// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import org.samband.instrument.source.Line;

/// Tells headings from text, and how deep they stand.
final class Headings {
    /// Longest numbered line that can be a heading.
    private static final int NUMBERED = 100;

    private final List<Block> blocks;
    private final boolean told;
    private final List<String> styles = new ArrayList<>();
    private boolean inAreas;

    Headings(List<Block> blocks) {
        this.blocks = blocks;
        this.told = blocks.stream().filter(block -> block.role() == Line.Role.HEADING).count() >= 2;
    }

    boolean isHeading(int at, boolean inList) {
        var block = blocks.get(at);
        if (block.role() == Line.Role.HEADING) {
            return true;
        }
        if (block.role() != Line.Role.PLAIN) {
            return false;
        }
        var label = block.label();
        if (label == null) {
            return (!told && plain(at)) || (told && block.bold() && plain(at)) || afterNumber(at);
        }
        return switch (label.kind()) {
            case WORD -> block.text().isEmpty() || block.looksLikeHeading();
            case CAPITAL -> !inList && block.looksLikeHeading() && hasBody(at);
            case NUMBER -> !inList && numbered(at, label);
            case SMALL -> !inList && lettered(at);
            case DECIMAL, BULLET -> false;
        };
    }

    /// "Part II" stands alone and its heading on the next line.
    private boolean afterNumber(int at) {
        return at > 0
                && blocks.get(at).looksLikeHeading()
                && blocks.get(at - 1).is(Label.Kind.WORD)
                && blocks.get(at - 1).text().isEmpty();
    }

    private boolean plain(int at) {
        var block = blocks.get(at);
        if (!block.looksLikeHeading() || block.isDeleted()) {
            return false;
        }
        if (at > 0 && !settled(blocks.get(at - 1))) {
            return false;
        }
        return hasBody(at);
    }

    private static boolean settled(Block before) {
        return Endings.complete(before.text())
                || before.looksLikeHeading()
                || before.isDeleted()
                || before.label() != null
                || (before.text().endsWith(",")
                        && StructureWords.get().begins("recitals", before.text()));
    }

    /// Text, an item, a deleted passage or a further heading follows.
    private boolean hasBody(int at) {
        return at + 1 < blocks.size();
    }

    private boolean numbered(int at, Label label) {
        var block = blocks.get(at);
        if (at + 1 >= blocks.size()
                || !block.looksLikeHeading()
                || block.text().length() > NUMBERED) {
            return false;
        }
        var next = blocks.get(at + 1);
        if (next.is(Label.Kind.DECIMAL) && next.whole().startsWith(label.key() + ".")) {
            return true;
        }
        return !Endings.beginsSmall(next.text())
                && !(next.is(Label.Kind.NUMBER)
                        && next.labelled().orElseThrow().value() == label.value() + 1
                        && next.labelled().orElseThrow().style().equals(label.style()));
    }

    /// "(a) Maritime security" between paragraphs: not in a list, and text follows, no further
    /// letter.
    private boolean lettered(int at) {
        var block = blocks.get(at);
        if (at == 0 || at + 1 >= blocks.size() || !block.looksLikeHeading()) {
            return false;
        }
        var next = blocks.get(at + 1);
        return (Endings.full(blocks.get(at - 1).text())
                        || blocks.get(at - 1).looksLikeHeading()
                        || blocks.get(at - 1).is(Label.Kind.BULLET))
                && !next.is(Label.Kind.SMALL)
                && (next.is(Label.Kind.NUMBER)
                        || next.looksLikeText()
                        || (next.label() == null && !next.looksLikeHeading()));
    }

    /// The part that a heading opens; a number alone waits for its heading.
    Draft.OfPart draft(int at, List<Draft.OfPart> before) {
        var block = blocks.get(at);
        var number = block.labelled().map(Headings::printed).orElse("");
        if (afterNumber(at) && !before.isEmpty()) {
            var waiting = before.removeLast();
            var part = new Draft.OfPart(waiting.number, block.text(), waiting.where);
            part.depth = waiting.depth;
            return part;
        }
        var part = new Draft.OfPart(number, block.text(), block.where());
        part.depth = depth(block, before);
        return part;
    }

    private static String printed(Label label) {
        return label.printed().replaceAll("[.)]$", "").replaceAll("^\\(", "");
    }

    private int depth(Block block, List<Draft.OfPart> before) {
        boolean plain = block.label() == null && block.role() != Line.Role.HEADING;
        if (plain && StructureWords.get().is("frame-headings", block.text())) {
            styles.clear();
            inAreas = false;
        } else if (plain && opensAreas(before)) {
            inAreas = true;
        }
        if (Label.isAnnex(block.label())) {
            styles.clear();
        }
        if (StructureWords.get().is("preamble-headings", block.text())) {
            styles.clear();
            return 1;
        }
        var style = plain && inAreas ? "area" : style(block);
        int known = styles.indexOf(style);
        if (known >= 0) {
            styles.subList(known + 1, styles.size()).clear();
        } else {
            styles.add(style);
        }
        return styles.size();
    }

    private static boolean opensAreas(List<Draft.OfPart> before) {
        if (before.isEmpty() || before.getLast().heading.isEmpty()) {
            return false;
        }
        var part = before.getLast();
        var words = StructureWords.get();
        return words.is("area-openers", part.heading)
                || (!part.paragraphs.isEmpty()
                        && Endings.leadsIn(part.paragraphs.getLast().before.toString())
                        && words.has("area-openers", part.paragraphs.getLast().before.toString()));
    }

    private String style(Block block) {
        if (block.role() == Line.Role.HEADING && block.level() > 0) {
            return "level " + block.level();
        }
        var label = block.label();
        if (label == null) {
            return "plain";
        }
        return switch (label.kind()) {
            case WORD -> label.style();
            case CAPITAL -> isRoman(label) ? "roman" : "capital";
            case NUMBER, DECIMAL, SMALL, BULLET -> label.style();
        };
    }

    /// "V." is a roman number among roman numbers and a letter among letters.
    private boolean isRoman(Label label) {
        return label.roman() > 0
                && (label.key().length() > 1
                        || (label.key().equals("I") && !styles.contains("capital"))
                        || (styles.contains("roman") && !styles.getLast().equals("capital")));
    }
}
