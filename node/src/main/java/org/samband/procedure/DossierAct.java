// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.samband.act.Circle;
import org.samband.label.Marking;
import org.samband.ledger.Entry;

/// One step taken by one party in a dossier, as its entry says it. Never edited, never deleted.
///
/// @param seen how many entries of the counterpart the acting node had admitted
/// @param act name of the act in the procedure
/// @param fields what it says, by name of the field: strings, longs, lists and maps
/// @param confirms SHA-256 of what it agrees, where the act confirms fields
public record DossierAct(
        ActRef ref,
        long seen,
        Instant at,
        Entry.By by,
        Circle circle,
        Marking marking,
        String act,
        Map<String, Object> fields,
        Optional<String> confirms) {

    public DossierAct {
        fields = Map.copyOf(fields);
    }

    /// The same with the fields that are to be kept.
    DossierAct keeping(BiPredicate<String, Object> kept) {
        var left = new TreeMap<String, Object>();
        fields.forEach((name, value) -> {
            if (kept.test(name, value)) {
                left.put(name, value);
            }
        });
        return new DossierAct(ref, seen, at, by, circle, marking, act, left, confirms);
    }

    DossierAct withoutContent() {
        return new DossierAct(ref, seen, at, by, circle, marking, act, Map.of(), Optional.empty());
    }

    /// Whether the acting party knew of another act when it acted.
    boolean knew(ActRef other) {
        return other.party().equals(ref.party())
                ? other.number() < ref.number()
                : seen >= other.number();
    }
}
