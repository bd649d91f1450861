// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.samband.instrument.Commitment;
import org.samband.instrument.Imported;
import org.samband.instrument.Item;

/// An instrument as this node holds it: the files that an import wrote and their hashes, which the
/// parties adopt.
///
/// @param instrumentHash SHA-256 of `instrument.json`, 64 hexadecimal digits, lower case
/// @param commitmentsHash SHA-256 of `commitments.json`
/// @param mechanisms by identity of the commitment, as far as `mechanisms.yaml` says
record InstrumentHeld(
        Imported imported,
        String instrumentHash,
        String commitmentsHash,
        Map<String, Mechanism> mechanisms) {

    /// Identity of a commitment (INS-C1).
    private static final Pattern PLACE = Pattern.compile("[pu][0-9A-Za-z.-]{1,40}");

    InstrumentHeld {
        mechanisms = Map.copyOf(mechanisms);
    }

    /// Whether the commitments stand in the text where they say: what another node or a person
    /// wrote is asked before it is shown.
    boolean isSound() {
        var texts = new HashMap<String, String>();
        for (var paragraph : imported.instrument().paragraphs()) {
            texts.put(paragraph.id(), paragraph.text());
            items(paragraph.items(), texts);
        }
        var ids = new HashSet<String>();
        return imported.commitments().stream()
                .allMatch(one -> ids.add(one.id()) && fits(one, texts));
    }

    private static void items(List<Item> items, Map<String, String> texts) {
        for (var item : items) {
            texts.put(item.id(), item.text());
            items(item.items(), texts);
        }
    }

    private static boolean fits(Commitment one, Map<String, String> texts) {
        var end = ".s" + one.sentence();
        if (!PLACE.matcher(one.id()).matches() || !one.id().endsWith(end)) {
            return false;
        }
        var text = texts.get(one.id().substring(0, one.id().length() - end.length()));
        return text != null
                && one.start() >= 0
                && one.start() <= one.end()
                && one.end() <= text.length()
                && text.substring(one.start(), one.end()).equals(one.words());
    }

    Mechanism mechanism(Commitment commitment) {
        return mechanisms.getOrDefault(commitment.id(), Mechanism.of(commitment));
    }
}
