// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.ArrayList;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerPair;

/// Takes entries of our own back from the counterpart, where this node's database is older than
/// what has left it. Source: `spec/federation/`, FEDERATION-45.
final class Recovery {
    private final LedgerPair pair;
    private final TakingBack takingBack;
    private final Completeness completeness;
    private final LinkRecord record;
    private final Transport transport;
    private final boolean asks;

    /// @param asks whether the counterpart can be asked over this transport
    Recovery(
            LedgerPair pair,
            TakingBack takingBack,
            Completeness completeness,
            LinkRecord record,
            Transport transport,
            boolean asks) {
        this.pair = pair;
        this.takingBack = takingBack;
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

    /// One stretch after the other, until there is no more.
    private boolean takenBack() throws TransportUnavailable {
        boolean some = false;
        while (true) {
            var given = given(takingBack.size(pair) + 1);
            if (given.isEmpty()) {
                return some;
            }
            try (var stretch = given.get()) {
                if (stretch.last().count() == 0) {
                    nowhere(takingBack.size(pair));
                    return true;
                }
                if (takingBack.take(pair, stretch) instanceof Outcome.Refused<Long>(var refusal)) {
                    record.met(pair.partnership(), LinkEvent.Kind.NOT_SENT, refusal);
                    return some;
                }
                some = true;
            }
        }
    }

    /// What the counterpart gives of our ledger from an entry on, up to the next checkpoint that
    /// shows it, with its files.
    private Optional<Stretch> given(long from) throws TransportUnavailable {
        var parts = new ArrayList<Segment>();
        boolean whole = false;
        try {
            long next = from;
            do {
                var part = transport.fetchOurs(next);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
                if (!part.get().ledger().equals(pair.shared()) || part.get().from() != next) {
                    return Optional.empty();
                }
                for (var file : takingBack.missing(pair, part.get())) {
                    transport.collect(file);
                }
                next = part.get().end() + 1;
                whole = parts.getLast().checkpoint().size() < next;
            } while (!whole && parts.getLast().count() > 0);
            return whole ? Optional.of(new Stretch(parts)) : Optional.empty();
        } finally {
            if (!whole) {
                parts.forEach(Segment::close);
            }
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
