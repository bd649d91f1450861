// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Gap;
import org.samband.instrument.source.Line;

/// Walks over the blocks of the body and sorts each: heading, numbered paragraph, item, text,
/// deleted passage.
final class Outline {
    /// A number that is further ahead stands there by chance.
    private static final int AHEAD = 25;

    private final List<Draft.OfPart> parts = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Headings headings;
    private final Lists lists = new Lists();
    private Draft.@Nullable OfParagraph paragraph;
    private Draft.@Nullable OfPart part;
    private int last;
    private String numbering = "";
    private boolean afterHeading = true;

    private Outline(List<Block> blocks) {
        this.headings = new Headings(blocks);
    }

    /// What the walk yields.
    record Walked(List<Draft.OfPart> parts, List<Gap> gaps) {}

    static Walked of(List<Block> blocks) {
        var outline = new Outline(blocks);
        for (int at = 0; at < blocks.size(); at++) {
            outline.take(blocks.get(at), at);
        }
        return new Walked(outline.parts, outline.gaps);
    }

    private void take(Block block, int at) {
        if (block.isDeleted() || block.role() == Line.Role.DELETED) {
            deleted(block);
        } else if (headings.isHeading(at, inList(block))) {
            heading(at);
        } else if (isItem(block)) {
            item(block);
        } else if (block.is(Label.Kind.NUMBER) || block.is(Label.Kind.DECIMAL)) {
            numbered(block);
        } else if (block.is(Label.Kind.CAPITAL) || block.is(Label.Kind.WORD)) {
            text(block, block.whole());
        } else if (block.is(Label.Kind.SMALL) || block.is(Label.Kind.BULLET)) {
            item(block);
        } else {
            text(block, block.text());
        }
    }

    /// A lead-in or an open list expects items.
    private boolean inList(Block block) {
        if (paragraph == null) {
            return false;
        }
        var growing = innermost().growing().toString();
        return lists.expects(block)
                || (Endings.leadsIn(growing) && !StructureWords.get().has("turning", growing));
    }

    private Draft.Text innermost() {
        var item = lists.innermost();
        return item != null ? item : Objects.requireNonNull(paragraph);
    }

    private void heading(int at) {
        var drafted = headings.draft(at, parts);
        part = drafted;
        parts.add(drafted);
        lists.end();
        paragraph = null;
        afterHeading = true;
    }

    /// A number that is an item of the paragraph before it.
    private boolean isItem(Block block) {
        var label = block.label();
        if (label == null || paragraph == null) {
            return false;
        }
        if (label.kind() == Label.Kind.DECIMAL) {
            return Endings.leadsIn(paragraph.before.toString())
                    && !paragraph.number.isEmpty()
                    && label.key()
                            .matches(java.util.regex.Pattern.quote(paragraph.number) + "\\.\\d+");
        }
        if (label.kind() == Label.Kind.CAPITAL) {
            return inList(block);
        }
        return label.kind() == Label.Kind.NUMBER && numberIsItem(block, label);
    }

    private boolean numberIsItem(Block block, Label label) {
        if (block.role() == Line.Role.NUMBERED) {
            return false;
        }
        if (block.role() == Line.Role.ITEM) {
            return true;
        }
        boolean next = label.value() == last + 1 && label.style().equals(numbering);
        if (label.value() == 1 && Endings.leadsIn(innermost().growing().toString())) {
            return true;
        }
        if (lists.expects(block)) {
            return !next || !lists.isOver(block.indent(), Objects.requireNonNull(paragraph).indent);
        }
        return !numbering.isEmpty() && !label.style().equals(numbering) && !afterHeading;
    }

    private void numbered(Block block) {
        var label = Objects.requireNonNull(block.label());
        if (label.kind() == Label.Kind.NUMBER) {
            if (label.value() > last + AHEAD && last > 0) {
                text(block, block.whole());
                return;
            }
            numberGap(label);
            last = label.value();
            numbering = numbering.isEmpty() ? label.style() : numbering;
        }
        open(
                new Draft.OfParagraph(
                        label.key(),
                        block.first().place().page(),
                        block.indent(),
                        false,
                        block.text()));
    }

    private void numberGap(Label label) {
        int number = label.value();
        if (number > last + 1 && !(afterHeading && last == 0 && parts.size() <= 1)) {
            var missing =
                    number == last + 2
                            ? "number " + (last + 1) + " is"
                            : "numbers " + (last + 1) + " to " + (number - 1) + " are";
            gaps.add(new Gap("number", label.key(), missing + " missing before " + number));
        } else if (number <= last && number != 1) {
            gaps.add(new Gap("number", label.key(), "number " + number + " follows after " + last));
        } else if (number == 1 && last > 0 && !afterHeading) {
            gaps.add(new Gap("number", label.key(), "numbers begin again without a heading"));
        }
    }

    private void open(Draft.OfParagraph opened) {
        if (part == null) {
            part = new Draft.OfPart("", "", "");
            parts.add(part);
        }
        part.paragraphs.add(opened);
        paragraph = opened;
        lists.end();
        afterHeading = false;
    }

    private void item(Block block) {
        if (paragraph == null) {
            open(
                    new Draft.OfParagraph(
                            "", block.first().place().page(), block.indent(), false, ""));
        }
        var current = Objects.requireNonNull(paragraph);
        if (!current.after.isEmpty()) {
            var leadIn = current.after.toString();
            current.after.setLength(0);
            open(
                    new Draft.OfParagraph(
                            "", block.first().place().page(), block.indent(), false, leadIn));
        }
        lists.add(block, Objects.requireNonNull(paragraph)).ifPresent(gaps::add);
    }

    private void deleted(Block block) {
        var label = block.label();
        var number = label != null && label.kind() == Label.Kind.NUMBER ? label.key() : "";
        if (label != null && number.isEmpty() && paragraph != null) {
            item(block);
            gaps.add(
                    new Gap("deleted", Optional.ofNullable(label.key()).orElse(""), block.whole()));
            return;
        }
        if (!number.isEmpty()) {
            numberGap(Objects.requireNonNull(label));
            last = Objects.requireNonNull(label).value();
        }
        gaps.add(new Gap("deleted", number.isEmpty() ? block.where() : number, block.whole()));
        open(
                new Draft.OfParagraph(
                        number, block.first().place().page(), block.indent(), true, block.text()));
    }

    private void text(Block block, String text) {
        if (paragraph == null) {
            open(
                    new Draft.OfParagraph(
                            "", block.first().place().page(), block.indent(), false, text));
            return;
        }
        var growing = innermost().growing().toString();
        boolean goesOn =
                (Endings.beginsSmall(text) && !Endings.complete(growing))
                        || (Endings.runsOn(growing) && !growing.endsWith(","));
        if (goesOn
                && !growing.isEmpty()
                && !paragraph.deleted
                && !StructureWords.get().begins("turning", text)) {
            innermost().add(text, " ");
        } else if (lists.isOpen()
                && block.indent() > paragraph.indent
                && lists.reaches(block.indent())) {
            innermost().add(text, "\n");
        } else if (lists.isOpen()
                && (Endings.beginsSmall(text) || !paragraph.number.isEmpty())
                && paragraph.after.isEmpty()) {
            paragraph.after.append(text);
            lists.end();
        } else {
            open(
                    new Draft.OfParagraph(
                            "", block.first().place().page(), block.indent(), false, text));
        }
    }
}
