// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the first line of an export says of one ledger. Source: `spec/ledger/`, section "Export".
///
/// @param party code of the ledger's party
/// @param size number of entries that follow
/// @param key of the party
/// @param checkpoints smallest first; the last one is of the whole size
record LedgerHeader(String party, long size, VerifierKey key, List<Checkpoint> checkpoints) {

    LedgerHeader {
        checkpoints =
                checkpoints.stream().sorted(Comparator.comparingLong(Checkpoint::size)).toList();
    }

    static LedgerHeader of(Map<String, @Nullable Object> json) {
        var notes = new ArrayList<Checkpoint>();
        for (var note : (List<?>) required(json, "checkpoints")) {
            notes.add(Checkpoint.parse((String) note));
        }
        return new LedgerHeader(
                (String) required(json, "party"),
                (Long) required(json, "size"),
                VerifierKey.parse((String) required(json, "key")),
                notes);
    }

    static Object required(Map<String, @Nullable Object> json, String member) {
        var value = json.get(member);
        if (value == null) {
            throw new IllegalArgumentException("the member \"" + member + "\" is missing");
        }
        return value;
    }
}
