// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.ledger.LedgerPair;
import org.samband.ledger.Rejections;

/// What the counterpart of one partnership refuses of ours: checked, written down, and kept with
/// its signature. Source: FEDERATION-06.
final class Refused {
    private final LedgerPair pair;
    private final Refusing refusing;
    private final Rejections rejections;
    private final LinkRecord record;

    Refused(LedgerPair pair, Refusing refusing, Rejections rejections, LinkRecord record) {
        this.pair = pair;
        this.refusing = refusing;
        this.rejections = rejections;
        this.record = record;
    }

    boolean isGenuine(Receipt.Refused refused) {
        return refusing.isGenuine(pair, pair.shared(), refused);
    }

    /// @param size how many entries our ledger has
    void met(Receipt.Refused refused, long size) {
        if (refused.have() > size) {
            record.lost(pair.partnership(), refused.have(), size);
        } else if (!refused.rule().equals(FederationRule.BUSY.id())) {
            record.met(pair.partnership(), LinkEvent.Kind.REFUSED_THERE, refused);
            refused.attest()
                    .ifPresent(by ->
                            rejections.keep(
                                    pair.shared(),
                                    refused.rule(),
                                    refused.rejections(),
                                    by.at(),
                                    new String(
                                            refused.bytes(pair.shared()),
                                            java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    /// The last entry that can still be sent: those before the first one that was refused are not
    /// held up by it.
    ///
    /// @param from number of the first entry that was sent
    static long before(Receipt.Refused refused, long from) {
        return refused.rejections().stream()
                .mapToLong(rejection -> rejection.entry() - 1)
                .min()
                .orElse(from - 1);
    }
}
