// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;

/// What an import yields: the instrument and the commitments that it proposes, in the order of the
/// text.
public record Imported(Instrument instrument, List<Commitment> commitments) {
    public Imported {
        commitments = List.copyOf(commitments);
    }
}
