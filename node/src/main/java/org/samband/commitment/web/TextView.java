// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.LivingText;
import org.samband.instrument.Item;
import org.samband.instrument.Paragraph;
import org.samband.instrument.Part;
import org.samband.parties.Area;

/// The agreed text as the page sets it.
public record TextView(List<PartView> parts) {

    /// @param area empty where the profile names none for the heading, as for a preamble
    public record PartView(Part part, Optional<Area> area, List<Block> blocks) {}

    /// A paragraph, or an item of its list.
    ///
    /// @param anchor for instance `p11.3`
    /// @param label as printed
    /// @param after text that follows the list
    /// @param commitments that stand in the paragraph and in its items
    public record Block(
            String anchor,
            String label,
            List<Segment> before,
            List<Block> items,
            List<Segment> after,
            List<LivingCommitment> commitments) {}

    /// @param shows which commitments are asked for; a part without one is left out
    static TextView of(LivingText text, Predicate<LivingCommitment> shows, boolean filtered) {
        var parts = new ArrayList<PartView>();
        for (var part : text.instrument().parts()) {
            var blocks =
                    part.paragraphs().stream()
                            .map(one -> block(one, text, shows))
                            .filter(one -> !filtered || !one.commitments().isEmpty())
                            .toList();
            if (!filtered || !blocks.isEmpty()) {
                parts.add(new PartView(part, text.profile().areaOfHeading(part.heading()), blocks));
            }
        }
        return new TextView(parts);
    }

    private static Block block(
            Paragraph paragraph, LivingText text, Predicate<LivingCommitment> shows) {
        return block(
                paragraph.id(),
                paragraph.number(),
                paragraph.text(),
                paragraph.itemsAt(),
                paragraph.items(),
                text,
                shows);
    }

    private static Block block(
            String id,
            String label,
            String words,
            int itemsAt,
            List<Item> items,
            LivingText text,
            Predicate<LivingCommitment> shows) {
        var own =
                text.commitments().stream()
                        .filter(one -> one.place().equals(id))
                        .filter(shows)
                        .toList();
        var inner =
                items.stream()
                        .map(item ->
                                block(
                                        item.id(),
                                        item.label(),
                                        item.text(),
                                        item.itemsAt(),
                                        item.items(),
                                        text,
                                        shows))
                        .toList();
        var all = new ArrayList<>(own);
        inner.forEach(item -> all.addAll(item.commitments()));
        var cut = Math.min(itemsAt, words.length());
        return new Block(
                id,
                label,
                Segment.of(words, 0, cut, own),
                inner,
                Segment.of(words, cut, words.length(), own),
                List.copyOf(all));
    }
}
