// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.source.Line;

/// What stands together as one paragraph, heading or item, healed from its lines.
///
/// @param lines of the source
/// @param label at its beginning; null where none is
/// @param text healed, without the label
/// @param whole healed, with the label where it stands in the text
record Block(List<Line> lines, @Nullable Label label, String text, String whole) {
    /// Longest text that can be a heading.
    static final int HEADING = 160;

    Block {
        lines = List.copyOf(lines);
    }

    Optional<Label> labelled() {
        return Optional.ofNullable(label);
    }

    boolean is(Label.Kind kind) {
        return label != null && label.kind() == kind;
    }

    Line first() {
        return lines.getFirst();
    }

    Line.Role role() {
        return first().role();
    }

    int level() {
        return first().level();
    }

    int indent() {
        return first().look().indent();
    }

    boolean bold() {
        return lines.stream().allMatch(line -> line.look().bold());
    }

    boolean afterBlank() {
        return first().afterBlank();
    }

    String where() {
        return first().place().words();
    }

    /// Short, begins like a heading and ends no sentence.
    boolean looksLikeHeading() {
        return text.length() <= HEADING
                && !text.isEmpty()
                && !Endings.complete(text)
                && !text.endsWith(",")
                && !Endings.beginsSmall(text)
                && text.chars().anyMatch(Character::isLetter)
                && !saysSomething();
    }

    /// A sentence that binds lacks only its full stop.
    private boolean saysSomething() {
        return text.indexOf(' ') > 0
                && !Endings.capitals(text)
                && text.matches(".*\\b(will|shall|may)\\b.*");
    }

    /// Long enough and ended like a sentence.
    boolean looksLikeText() {
        return (text.length() > 60 && Endings.complete(text)) || text.length() > HEADING;
    }

    boolean isDeleted() {
        return Deletions.whole(text);
    }
}
