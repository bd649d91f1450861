// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;

/// An item of a list, at any depth.
///
/// @param id for instance `p11.3` or `p7.b.ii`
/// @param label as printed: `(a)`, `◇`, empty where nothing is printed
/// @param key the letter or number of the label; for bullets the place in the list from 1
/// @param text healed text of the item without its label; text after a nested list follows after a
///   line break
/// @param itemsAt offset in the text at which the nested items stand; length of the text if none
public record Item(
        String id,
        String label,
        String key,
        String text,
        int itemsAt,
        List<Item> items,
        List<Sentence> sentences) {
    public Item {
        items = List.copyOf(items);
        sentences = List.copyOf(sentences);
    }
}
