// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Members of an entry that is right in itself. Source: LEDGER-03.
final class EntryMembers {
    private static final String MARKING = "TLP:GREEN";

    private EntryMembers() {}

    /// @param number counted from 1
    /// @param seen how many entries of the node we hold
    static Map<String, @Nullable Object> of(PairText self, long number, long seen, Instant at) {
        var entry = new TreeMap<String, @Nullable Object>();
        entry.put("format", "samband-entry/1");
        entry.put("partnership", self.partnership());
        entry.put("party", self.party());
        entry.put("line", "shared");
        entry.put("number", number);
        entry.put("seen", seen);
        entry.put("at", at(at));
        entry.put(
                "by",
                Map.of("authority", "EXERCISE", "officer", "EXERCISE Officer", "role", "head"));
        entry.put("circle", "shared");
        entry.put("marking", MARKING);
        entry.put("area", "");
        entry.put("kind", "test");
        entry.put("subject", self.party() + "-" + number);
        entry.put("content", Map.of("text", "EXERCISE entry " + number + " of the simulator"));
        return entry;
    }

    /// Source: LEDGER-03, `at`.
    static String at(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
