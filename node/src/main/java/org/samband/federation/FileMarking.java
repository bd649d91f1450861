// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.ledger.Ledgers;

/// How a file that leaves the node bears its marking: its form has no place for one, so its name
/// does.
public final class FileMarking {
    private FileMarking() {}

    /// The most restrictive of the entries of a segment.
    static Marking of(Segment segment, Policies policies) {
        var markings = new LinkedHashSet<Marking>();
        try (var lines = segment.lines()) {
            lines.forEachRemaining(entry -> markings.add(Ledgers.stored(entry).marking()));
        }
        return markings.stream().reduce(policies::merge).orElse(Marking.NONE);
    }

    /// In letters that every file system takes: `TLP-GREEN`; empty where there is no marking.
    public static String inName(Marking marking) {
        return marking.toString()
                .replaceAll("[^A-Za-z0-9ÆØÅ+]+", "-")
                .replace('Æ', 'E')
                .replace('Ø', 'O')
                .replace('Å', 'A');
    }

    /// The marking in the form of entries, percent-encoded where it is not ASCII.
    public static String inHeader(Marking marking) {
        return marking.toString()
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter ->
                        letter.codePointAt(0) < 128
                                ? letter
                                : URLEncoder.encode(letter, StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }
}
