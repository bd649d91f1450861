// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.VerifierKey;

/// Reads a refusal: why nothing was taken, signed by who refuses. Source: FEDERATION-06.
final class Refusing {
    private static final Set<String> MEMBERS =
            Set.of(
                    "format",
                    "partnership",
                    "party",
                    "rule",
                    "sentence",
                    "facts",
                    "have",
                    "rejections",
                    "blobs",
                    "at",
                    "signature");

    private static final Set<String> REJECTION =
            Set.of("entry", "leaf", "rule", "sentence", "facts");
    private static final int MOST_REJECTIONS = 20;

    private Refusing() {}

    /// @param theirs key of the node under test
    static Answer read(Map<String, ?> members, VerifierKey theirs) {
        if (!members.keySet().equals(MEMBERS)
                || !(members.get("rule") instanceof String rule)
                || !(members.get("sentence") instanceof String sentence)
                || !(members.get("facts") instanceof Map)
                || !(members.get("have") instanceof Long have)
                || !(members.get("rejections") instanceof List<?> rejections)
                || rejections.size() > MOST_REJECTIONS
                || !(members.get("blobs") instanceof List<?> blobs)) {
            return new Answer.Found(false, "a refusal with other members than it must have");
        }
        if (!isSigned(members, theirs)) {
            return new Answer.Found(false, rule + ", but without a signature that holds");
        }
        var rejected = new HashMap<Long, String>();
        for (var one : rejections) {
            if (!(one instanceof Map<?, ?> rejection)
                    || !rejection.keySet().equals(REJECTION)
                    || !(rejection.get("entry") instanceof Long entry)
                    || !(rejection.get("leaf") instanceof String leaf)) {
                return new Answer.Found(false, "a rejection with other members than it must have");
            }
            rejected.put(entry, leaf);
        }
        var wanted = new ArrayList<String>();
        blobs.forEach(blob -> wanted.add(String.valueOf(blob)));
        return new Answer.Refused(rule, sentence, have, rejected, wanted);
    }

    private static boolean isSigned(Map<String, ?> members, VerifierKey theirs) {
        var parts = String.valueOf(members.get("signature")).split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("—") || !parts[1].equals(theirs.name())) {
            return false;
        }
        var said = new TreeMap<String, @Nullable Object>(members);
        said.remove("signature");
        var blob = Base64.getDecoder().decode(parts[2]);
        var id = java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(theirs.id()).array();
        return blob.length > Integer.BYTES
                && Arrays.equals(Arrays.copyOf(blob, Integer.BYTES), id)
                && theirs.verifies(
                        CanonicalJson.bytes(said),
                        Arrays.copyOfRange(blob, Integer.BYTES, blob.length));
    }
}
