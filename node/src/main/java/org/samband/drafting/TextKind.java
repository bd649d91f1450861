// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a joint text is. Source: SDP paragraphs 11, 47 and 48.
public enum TextKind {
    /// Items of a meeting, each with its paragraphs, time and speaker, see {@link Slot}.
    AGENDA,
    /// Operational conclusions and guidance of a Dialogue.
    CONCLUSIONS,
    /// Joint press text; the one kind that both parties can make public.
    READOUT,
    LETTER,
    STOCKTAKE,
    /// Changed paragraphs of the instrument.
    REVISION;

    /// As in entries: `conclusions`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TextKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
