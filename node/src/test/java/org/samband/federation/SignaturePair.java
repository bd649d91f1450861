// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.nio.file.Path;
import java.util.Map;

/// Two nodes that have pinned each other's certificates, as far as they sign what is handed out.
public record SignaturePair(NodeSignatures eu, NodeSignatures no) {

    public static SignaturePair in(Path folder) {
        return new SignaturePair(
                new NodeSignatures(
                        Forms.keys(folder, Forms.EU), pinned(Forms.pairFile(folder, Forms.NO))),
                new NodeSignatures(
                        Forms.keys(folder, Forms.NO), pinned(Forms.pairFile(folder, Forms.EU))));
    }

    private static Counterparts pinned(PairFile theirs) {
        return new Counterparts(new Link("127.0.0.1", 0, Map.of(Forms.PARTNERSHIP, theirs)));
    }
}
