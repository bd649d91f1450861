// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;

/// A paragraph of the instrument.
///
/// @param id unique in the instrument: `p11`; `p-II.3` where numbers start again in each part; `u4`
///   for the fourth paragraph without a number
/// @param number as printed, without its full stop; empty where none is printed
/// @param text healed text without the number; text after the list follows after a line break
/// @param itemsAt offset in the text at which the items stand; length of the text if there are none
/// @param page page of the source on which it begins, from 1; 0 where the source has no pages
public record Paragraph(
        String id,
        String number,
        String text,
        int itemsAt,
        List<Item> items,
        List<Sentence> sentences,
        int page) {
    public Paragraph {
        items = List.copyOf(items);
        sentences = List.copyOf(sentences);
    }

    /// The number as printed, or the id where none is printed.
    public String reference() {
        return number.isEmpty() ? id : number;
    }
}
