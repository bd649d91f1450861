// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.ledger.Decision;
import org.samband.ledger.ReceiptDecision;
import org.samband.proof.Digest;

/// The decisions of the two-party protocol that the model explores. Those of the node are {@link
/// #OF_THE_NODE}; a test replaces one to see that the model finds what goes wrong then.
interface ProtocolRules {
    ProtocolRules OF_THE_NODE = new ProtocolRules() {};

    default Decision.First begin(long have, long from, long count, long size) {
        return Decision.begin(have, from, count, size);
    }

    default boolean isFork(Digest held, Digest came) {
        return Decision.isFork(held, came);
    }

    default Decision.Last end(Digest root, Digest signed, long fresh) {
        return Decision.end(root, signed, fresh);
    }

    default boolean canHaveSeen(long seen, long before, long ours) {
        return Decision.canHaveSeen(seen, before, ours);
    }

    default ReceiptDecision receipt(long size, long acknowledged, long receipted) {
        return ReceiptDecision.of(size, acknowledged, receipted);
    }

    default NextStep next(Receipt answer, long from, long sent, boolean steppedBack) {
        return NextStep.after(answer, from, sent, steppedBack);
    }

    /// What the sender counts as delivered when the transport says that a segment has come, before
    /// any receipt.
    ///
    /// @param sent size that the segment's checkpoint says
    default long countedOnArrival(long acknowledged, long sent) {
        return acknowledged;
    }
}
