// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.drafting.DraftingRule;
import org.samband.drafting.Point;
import org.samband.drafting.PointId;
import org.samband.drafting.Slot;
import org.samband.drafting.Wording;
import org.samband.procedure.ActRef;

/// What stands in the form of a point.
///
/// @param upon the positions that the officer saw, parted by blanks
/// @param after the point behind which it is to stand; empty for the beginning
/// @param remove `true` to have it removed
/// @param slot of an item of an agenda
public record PointTyped(
        String upon,
        String heading,
        String wording,
        String after,
        String remove,
        String remark,
        Slot.Typed slot) {
    public PointTyped {
        heading = heading.strip();
        wording = JointTextPages.typed(wording);
        remark = JointTextPages.typed(remark);
    }

    static PointTyped of(Map<String, String> sent) {
        return new PointTyped(
                sent.getOrDefault("upon", ""),
                sent.getOrDefault("heading", ""),
                sent.getOrDefault("wording", ""),
                sent.getOrDefault("after", ""),
                sent.getOrDefault("remove", ""),
                sent.getOrDefault("remark", ""),
                new Slot.Typed(
                        sent.getOrDefault("paragraphs", ""),
                        sent.getOrDefault("minutes", ""),
                        sent.getOrDefault("speaker", ""),
                        sent.getOrDefault("at", "")));
    }

    /// The same as it is sent, for a draft of it.
    Map<String, String> sent() {
        return Map.ofEntries(
                Map.entry("upon", upon),
                Map.entry("heading", heading),
                Map.entry("wording", wording),
                Map.entry("after", after),
                Map.entry("remove", remove),
                Map.entry("remark", remark),
                Map.entry("paragraphs", slot.paragraphs()),
                Map.entry("minutes", slot.minutes()),
                Map.entry("speaker", slot.speaker()),
                Map.entry("at", slot.at()));
    }

    /// What of an item of an agenda cannot be read.
    Optional<Refusal> unread() {
        return slot.wrong()
                .filter(_ -> !removes())
                .map(field -> unread(Refusal.at(DraftingRule.ITEM, field), slot, field));
    }

    /// @param why the refusal, at its place on the form
    static Refusal unread(Refusal why, Slot.Typed slot, String field) {
        return why.typed(slot.typed(field))
                .with("most", Slot.MOST_MINUTES)
                .with("longest", Slot.LONGEST_SPEAKER);
    }

    /// The positions of a point, as the form says which ones the officer saw.
    static String upon(Point point) {
        return String.join(" ", point.upon().stream().map(ActRef::toString).toList());
    }

    static List<ActRef> upon(String sent) {
        return Arrays.stream(sent.split(" ", -1)).flatMap(one -> ActRef.of(one).stream()).toList();
    }

    /// What the form says, at a place.
    Wording wordingAt(Optional<PointId> place) {
        return new Wording(heading, wording, place, slot.slot());
    }

    boolean removes() {
        return remove.equals("true");
    }
}
