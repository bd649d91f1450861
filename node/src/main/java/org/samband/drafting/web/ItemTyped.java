// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.ArrayList;
import java.util.List;
import org.samband.drafting.Slot;
import org.springframework.util.MultiValueMap;

/// An item for an agenda as typed.
public record ItemTyped(String heading, String wording, Slot.Typed slot) {
    static List<ItemTyped> of(MultiValueMap<String, String> sent) {
        var items = new ArrayList<ItemTyped>();
        for (int i = 0; i < sent.getOrDefault("heading", List.of()).size(); i++) {
            items.add(
                    new ItemTyped(
                            one(sent, "heading", i).strip(),
                            JointTextPages.typed(one(sent, "wording", i)),
                            new Slot.Typed(
                                    one(sent, "paragraphs", i),
                                    one(sent, "minutes", i),
                                    one(sent, "speaker", i),
                                    one(sent, "at", i))));
        }
        return items;
    }

    private static String one(MultiValueMap<String, String> sent, String name, int index) {
        var all = sent.getOrDefault(name, List.of());
        return index < all.size() ? all.get(index) : "";
    }
}
