// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.Admissions;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.LedgerRule;
import org.samband.ledger.Ledgers;
import org.samband.proof.Checkpoint;
import org.springframework.stereotype.Component;

/// Takes a segment of the counterpart, by whatever transport it came, and answers with the receipt.
/// Source: `spec/federation/`, section "Admission".
@Component
class Admission {
    private final Ledgers ledgers;
    private final Admissions admissions;
    private final LinkRecord record;

    Admission(Ledgers ledgers, Admissions admissions, LinkRecord record) {
        this.ledgers = ledgers;
        this.admissions = admissions;
        this.record = record;
    }

    /// What came of a segment.
    ///
    /// @param fresh how many entries were new
    record Taken(Receipt receipt, int fresh) {}

    /// Takes a segment's bytes from the counterpart of a partnership.
    Taken take(LedgerPair pair, byte[] bytes) {
        return switch (Segment.read(bytes)) {
            case Outcome.Accepted<Segment>(var segment) -> take(pair, segment);
            case Outcome.Refused<Segment>(var refusal) -> refused(pair, refusal);
        };
    }

    Taken take(LedgerPair pair, Segment segment) {
        if (!segment.ledger().equals(pair.counterparts())) {
            return refused(pair, Refusal.of(FederationRule.NO_SUCH_LINE));
        }
        segment.receipt().ifPresent(receipt -> keep(pair, receipt));
        if (record.isHeld(pair.partnership())) {
            return refused(pair, Refusal.of(FederationRule.HELD));
        }
        var admitted =
                admissions.admit(
                        pair.counterparts(),
                        segment.from(),
                        segment.entries(),
                        segment.checkpoint());
        return switch (admitted) {
            case Outcome.Accepted<Admissions.Admitted>(var taken) -> {
                record.over(pair.partnership(), LinkEvent.Kind.REFUSED_HERE);
                yield new Taken(new Receipt.Cosigned(taken.receipt()), taken.entries().size());
            }
            case Outcome.Refused<Admissions.Admitted>(var refusal) -> refused(pair, refusal);
        };
    }

    private Taken refused(LedgerPair pair, Refusal refusal) {
        if (refusal.rule() == LedgerRule.FORK) {
            record.hold(
                    pair.partnership(),
                    Long.parseLong(refusal.facts().getOrDefault("number", "0")));
        }
        record.met(pair.partnership(), LinkEvent.Kind.REFUSED_HERE, refusal);
        return new Taken(Receipt.Refused.of(refusal, ledgers.head(pair.counterparts()).size()), 0);
    }

    /// Keeps the counterpart's receipt over our ledger, whichever way it came.
    ///
    /// @return false if it proves nothing, or proves that this node has lost entries that it sent
    boolean keep(LedgerPair pair, Checkpoint receipt) {
        var head = ledgers.head(pair.shared());
        var size = head.size();
        if (receipt.size() > size) {
            record.lost(pair.partnership(), receipt.size(), size);
            return false;
        }
        if (admissions.receipt(pair.shared(), receipt)
                instanceof Outcome.Refused<Long>(var refusal)) {
            record.met(pair.partnership(), LinkEvent.Kind.REFUSED_HERE, refusal);
            return false;
        }
        if (receipt.size() > head.acknowledged()) {
            record.changed(pair.partnership());
        }
        return true;
    }
}
