// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Part;

/// What is being read: filled while the outline walks over the blocks, then made into records.
sealed interface Draft {

    /// A text with a list: of a paragraph or of an item.
    abstract sealed class Text implements Draft {
        final StringBuilder before = new StringBuilder();
        final StringBuilder after = new StringBuilder();
        final List<OfItem> items = new ArrayList<>();

        /// The part of the text that grows.
        StringBuilder growing() {
            return items.isEmpty() ? before : after;
        }

        void add(String more, String between) {
            var text = growing();
            text.append(text.isEmpty() ? "" : between).append(more);
        }
    }

    final class OfItem extends Text {
        final String label;
        final String key;
        final int indent;

        OfItem(String label, String key, int indent, String text) {
            this.label = label;
            this.key = key;
            this.indent = indent;
            before.append(text);
        }
    }

    final class OfParagraph extends Text {
        final String number;
        final int page;
        final int indent;
        final boolean deleted;

        OfParagraph(String number, int page, int indent, boolean deleted, String text) {
            this.number = number;
            this.page = page;
            this.indent = indent;
            this.deleted = deleted;
            before.append(text);
        }
    }

    final class OfPart implements Draft {
        final String number;
        final String heading;
        final String where;
        int depth = 1;
        Part.@Nullable Kind kind;
        final List<OfParagraph> paragraphs = new ArrayList<>();

        OfPart(String number, String heading, String where) {
            this.number = number;
            this.heading = heading;
            this.where = where;
        }
    }
}
