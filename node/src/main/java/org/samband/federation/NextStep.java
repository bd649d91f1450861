// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.ledger.LedgerRule;

/// What a sender does after an answer, decided from the answer alone: {@link Delivery} does it, and
/// the model of the two-party protocol in the tests explores it. Source: FEDERATION-05,
/// FEDERATION-22.
sealed interface NextStep {

    /// Sends the entries from this one on; where there are none, nothing is left to do.
    ///
    /// @param number counted from 1
    /// @param steppedBack whether a gap has made it step back in this run
    record From(long number, boolean steppedBack) implements NextStep {}

    /// The receipt is of fewer entries than the counterpart must hold to have taken the segment.
    record TooFew() implements NextStep {}

    /// The counterpart refuses, and sending all of it again at once changes nothing.
    record Stop(Receipt.Refused why) implements NextStep {}

    /// The answer comes another way.
    record Wait() implements NextStep {}

    /// @param from number of the first entry of the segment, counted from 1
    /// @param sent size of the ledger that the segment's checkpoint says
    /// @param steppedBack as in {@link From}
    static NextStep after(Receipt answer, long from, long sent, boolean steppedBack) {
        return switch (answer) {
            case Receipt.Cosigned(var checkpoint) ->
                    checkpoint.size() < sent
                            ? new TooFew()
                            : new From(checkpoint.size() + 1, steppedBack);
            case Receipt.Refused refused -> {
                boolean gap = refused.rule().equals(LedgerRule.GAP.id());
                yield !gap || steppedBack || refused.have() >= from
                        ? new Stop(refused)
                        : new From(refused.have() + 1, true);
            }
            case Receipt.Pending _ -> new Wait();
        };
    }
}
