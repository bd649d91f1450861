// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;
import java.util.Locale;

/// A heading with the paragraphs that stand directly under it, in the order of the text.
///
/// @param id for instance `part3`, counted from 1 over the whole instrument
/// @param number printed before the heading (`II`, `A`, `Part I`), empty where none is
/// @param heading without its number; empty for a preamble or opening without a heading
/// @param depth 1 for the outermost headings
public record Part(
        String id,
        Kind kind,
        String number,
        String heading,
        int depth,
        List<Paragraph> paragraphs) {
    public Part {
        paragraphs = List.copyOf(paragraphs);
    }

    /// What a part is for.
    public enum Kind {
        /// Describes; gives no commitments.
        PREAMBLE,
        /// Frames the whole: general framework, scope, way forward.
        FRAME,
        /// An area of cooperation.
        AREA,
        /// An annex, a declaration beside the text.
        ANNEX;

        /// The word in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
