// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the first line of an export says of one ledger. Source: `spec/ledger/`, section "Export".
///
/// @param party code of the ledger's party
/// @param size number of entries that follow
/// @param key the first one of the ledger
/// @param second beside it; empty where there was none
/// @param checkpoints smallest first; the last one is of the whole size
record LedgerHeader(
        String party,
        long size,
        VerifierKey key,
        Optional<VerifierKey> second,
        List<Checkpoint> checkpoints) {

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
                key(json, "key", KeyAlgorithm.ED25519),
                json.containsKey("second")
                        ? Optional.of(key(json, "second", KeyAlgorithm.ML_DSA_65))
                        : Optional.empty(),
                notes);
    }

    private static VerifierKey key(
            Map<String, @Nullable Object> json, String member, KeyAlgorithm algorithm) {
        var key = VerifierKey.parse((String) required(json, member));
        if (key.algorithm() != algorithm) {
            throw new IllegalArgumentException("the member \"" + member + "\" is another key");
        }
        return key;
    }

    static Object required(Map<String, @Nullable Object> json, String member) {
        var value = json.get(member);
        if (value == null) {
            throw new IllegalArgumentException("the member \"" + member + "\" is missing");
        }
        return value;
    }
}
