// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.regex.Pattern;

/// Passages that whoever released the text has left out.
final class Deletions {
    private static final Pattern MARK =
            Pattern.compile("[\\[(\\s]*(?:\\.{3,}|…|[█■▇▆▬]{2,})[\\])\\s.]*");
    private static final Pattern INSIDE =
            Pattern.compile("\\bDELETED\\b|[█▇▆]{2,}|\\[(?:…|\\.{3})]");

    private Deletions() {}

    /// True where nothing of the text is left.
    static boolean whole(String text) {
        var bare = text.replaceAll("[\\[\\]()*_]", " ").strip();
        return MARK.matcher(text).matches()
                || (!bare.isEmpty()
                        && StructureWords.get()
                                .is("deleted", bare.replaceAll("\\s*\\(?page \\d+\\)?$", "")));
    }

    /// True where a part of the text is left out.
    static boolean inside(String text) {
        return INSIDE.matcher(text).find();
    }
}
