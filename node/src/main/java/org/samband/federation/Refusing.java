// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerKeys;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.springframework.stereotype.Component;

/// Signs what this node refuses, so that the counterpart can show it and this node cannot deny it,
/// and checks what the counterpart refuses. Source: FEDERATION-06.
@Component
class Refusing {
    private final LedgerKeys keys;
    private final Ledgers ledgers;
    private final InstantSource clock;

    Refusing(LedgerKeys keys, Ledgers ledgers, InstantSource clock) {
        this.keys = keys;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /// @param about the ledger of what is refused
    Receipt.Refused signed(LedgerPair pair, LedgerId about, Receipt.Refused refused) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var line =
                keys.attested(
                        pair,
                        ledgers.head(pair.shared()).acknowledged(),
                        refused.signed(about, at));
        return refused.attested(new Receipt.Attest(at, line.toString()));
    }

    Receipt.Refused signed(LedgerPair pair, LedgerId about, Refusal refusal, long have) {
        return signed(pair, about, Receipt.Refused.of(refusal, have));
    }

    /// Whether the counterpart signed this refusal.
    boolean isGenuine(LedgerPair pair, LedgerId about, Receipt.Refused refused) {
        return keys.speaking(pair, pair.counterparts()).stream()
                .anyMatch(theirs -> refused.isSignedBy(theirs, about));
    }
}
