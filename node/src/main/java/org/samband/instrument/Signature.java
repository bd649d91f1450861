// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One block of the signature block, line by line.
///
/// @param party name of the party for which the block stands; null where the layout does not tell,
///   which is shown and never guessed
public record Signature(@Nullable String party, List<String> lines) {
    public Signature {
        lines = List.copyOf(lines);
    }
}
