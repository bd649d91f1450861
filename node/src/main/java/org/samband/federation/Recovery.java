// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.LedgerRecovery;
import org.samband.ledger.Ledgers;

/// Takes entries of our own back from the counterpart, where this node's database is older than
/// what has left it. Source: `spec/federation/`, FEDERATION-45.
final class Recovery {
    private final LedgerPair pair;
    private final Ledgers ledgers;
    private final LedgerRecovery recovering;
    private final Attachments attachments;
    private final Completeness completeness;
    private final LinkRecord record;
    private final Transport transport;
    private final boolean asks;

    /// @param asks whether the counterpart can be asked over this transport
    Recovery(
            LedgerPair pair,
            Ledgers ledgers,
            LedgerRecovery recovering,
            Attachments attachments,
            Completeness completeness,
            LinkRecord record,
            Transport transport,
            boolean asks) {
        this.pair = pair;
        this.ledgers = ledgers;
        this.recovering = recovering;
        this.attachments = attachments;
        this.completeness = completeness;
        this.record = record;
        this.transport = transport;
        this.asks = asks;
    }

    /// The counterpart was asked for its newest entries, with which its newest receipt came.
    ///
    /// @return whether entries were taken back
    boolean compared() throws TransportUnavailable {
        return asks && !completeness.compared(pair) && takenBack();
    }

    private boolean takenBack() throws TransportUnavailable {
        long size = ledgers.head(pair.shared()).size();
        var held = transport.fetchOurs(size + 1);
        if (held.isEmpty() || !held.get().ledger().equals(pair.shared())) {
            return false;
        }
        try (var segment = held.get()) {
            if (segment.count() == 0) {
                nowhere(size);
                return true;
            }
            for (var file : segment.attachments(size + 1).keySet()) {
                if (attachments.find(pair.partnership(), file).isEmpty()) {
                    transport.collect(file);
                }
            }
            return taken(segment);
        }
    }

    private boolean taken(Segment segment) {
        try (var entries = segment.lines()) {
            return switch (recovering.takeBack(
                    pair.shared(), segment.from(), entries, segment.checkpoint())) {
                case Outcome.Accepted<Long>(var size) -> {
                    nowhere(size);
                    yield true;
                }
                case Outcome.Refused<Long>(var refusal) -> {
                    record.met(pair.partnership(), LinkEvent.Kind.NOT_SENT, refusal);
                    yield false;
                }
            };
        }
    }

    /// What was made ready here and never came to the counterpart is nowhere.
    private void nowhere(long size) {
        long sent = completeness.sent(pair.partnership());
        completeness.restored(pair);
        if (sent > size) {
            record.passed(
                    pair.partnership(),
                    LinkEvent.Kind.NOT_SENT,
                    Refusal.of(FederationRule.NOWHERE).with("first", size + 1).with("last", sent));
        }
    }
}
