// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.samband.parties.PartyCode;

/// The one order in which both nodes read the entries of a text: an entry never stands before one
/// that it knew; of two that crossed, that of the party that opened the text stands first. Source:
/// spec/drafting, DRAFT-20; spec/procedure, PROC-41.
final class TextOrder {
    private TextOrder() {}

    static List<TextEntry> of(PartyCode opener, List<TextEntry> entries) {
        var first = heads(entries, opener, true);
        var second = heads(entries, opener, false);
        var ordered = new ArrayList<TextEntry>(entries.size());
        while (!first.isEmpty() && !second.isEmpty()) {
            var late = first.peek().knew(second.peek().ref());
            ordered.add(late ? second.remove() : first.remove());
        }
        ordered.addAll(first);
        ordered.addAll(second);
        return ordered;
    }

    private static ArrayDeque<TextEntry> heads(
            List<TextEntry> entries, PartyCode opener, boolean ofOpener) {
        return new ArrayDeque<>(
                entries.stream()
                        .filter(entry -> entry.party().equals(opener) == ofOpener)
                        .sorted(Comparator.comparing(TextEntry::ref))
                        .toList());
    }

    /// What the party of an entry knew when it acted, and the entry itself: a version of the text.
    static List<TextEntry> until(TextEntry version, List<TextEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.ref().equals(version.ref()) || version.knew(entry.ref()))
                .toList();
    }

    static List<TextEntry> before(TextEntry version, List<TextEntry> entries) {
        return entries.stream().filter(entry -> version.knew(entry.ref())).toList();
    }
}
