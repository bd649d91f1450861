// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.Map;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.drafting.DraftingRule;
import org.samband.drafting.Slot;

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
    private static final int SHORT = 40;

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

    /// What of an item of an agenda cannot be read.
    Optional<Refusal> unread() {
        return slot.wrong()
                .filter(_ -> !removes())
                .map(field ->
                        Refusal.at(DraftingRule.ITEM, field)
                                .with("typed", cut(value(field)))
                                .with("most", Slot.MOST_MINUTES)
                                .with("longest", Slot.LONGEST_SPEAKER));
    }

    private String value(String field) {
        return switch (field) {
            case "paragraphs" -> slot.paragraphs();
            case "minutes" -> slot.minutes();
            case "at" -> slot.at();
            default -> slot.speaker();
        };
    }

    private static String cut(String typed) {
        return typed.length() <= SHORT ? typed : typed.substring(0, SHORT) + "…";
    }

    boolean removes() {
        return remove.equals("true");
    }
}
