// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.Optional;
import org.samband.procedure.FieldForm;

/// What a point is to say and where it is to stand. Two wordings are the same only if all of it is.
///
/// @param heading one line; empty for none
/// @param text one or more lines; `{first party}` and `{second party}` stand for the names of the
///   parties, see {@link CanonicalText}
/// @param after the point behind which it stands; empty for the beginning
/// @param slot time, speaker and paragraphs of an item of an agenda
public record Wording(String heading, String text, Optional<PointId> after, Slot slot) {
    /// Most characters. Source: spec/drafting, DRAFT-08.
    static final int LONGEST_HEADING = 200;

    static final int LONGEST_TEXT = 20_000;

    /// One of a text that is no agenda.
    public Wording(String heading, String text, Optional<PointId> after) {
        this(heading, text, after, Slot.NONE);
    }

    /// The same at another place.
    public Wording behind(Optional<PointId> other) {
        return new Wording(heading, text, other, slot);
    }

    boolean hasHeading() {
        return heading.isEmpty()
                || (fits(heading, LONGEST_HEADING) && heading.lines().count() == 1);
    }

    boolean hasText() {
        return fits(text, LONGEST_TEXT);
    }

    /// Whether a text is there, not too long, without blanks around it and can be shown.
    static boolean fits(String text, int most) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= most
                && !FieldForm.cannotBeShown(text);
    }

    /// Whether both say the same, wherever they are to stand.
    boolean reads(Wording other) {
        return heading.equals(other.heading) && text.equals(other.text) && slot.equals(other.slot);
    }
}
