// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.output;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.samband.instrument.Item;
import org.samband.instrument.Paragraph;
import org.samband.instrument.Part;

/// The `eId`s of one document, each once: `para_11__list_1__point_3`. Source: Akoma Ntoso Naming
/// Convention 1.0.
final class AknIds {
    private final Set<String> given = new HashSet<>();

    String part(Part part) {
        return once("sec_" + plain(part.id().replaceFirst("^part", "")));
    }

    /// @param kind `para` or `rec`
    String paragraph(String kind, Paragraph paragraph) {
        return once(kind + "_" + plain(paragraph.id().replaceFirst("^p-?(?=.)", "")));
    }

    /// @param kind `point` or `item`
    String item(String list, String kind, Item item) {
        return once(list + "__" + kind + "_" + plain(item.key()));
    }

    String once(String wanted) {
        var id = wanted;
        for (int more = 2; !given.add(id); more++) {
            id = wanted + "-" + more;
        }
        return id;
    }

    /// Letters, digits, full stops and hyphens.
    static String plain(String text) {
        var plain = text.replaceAll("[^\\p{L}\\p{N}.-]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "0" : plain;
    }

    /// A name for addresses: small letters, digits and hyphens.
    static String slug(String text) {
        var letters =
                java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return letters.isEmpty() ? "instrument" : letters;
    }
}
