// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.springframework.stereotype.Component;

/// Whether this node holds every entry of its own that has left it. Until that is known after a
/// start, from the mark or from the counterpart, no act is made: the database may be an older copy,
/// and the next entry a fork. Source: `spec/federation/`, FEDERATION-43 to 45.
@Component
class Completeness {
    private final Ledgers ledgers;
    private final Counterparts counterparts;
    private final SentMarks marks;
    private final LinkRecord record;
    private final Set<PartnershipId> complete = ConcurrentHashMap.newKeySet();

    Completeness(Ledgers ledgers, Counterparts counterparts, SentMarks marks, LinkRecord record) {
        this.ledgers = ledgers;
        this.counterparts = counterparts;
        this.marks = marks;
        this.record = record;
    }

    /// The line begins.
    ///
    /// @param asks whether the counterpart can be asked over it
    void begin(LedgerPair pair, boolean asks) {
        var partnership = pair.partnership();
        long size = size(pair);
        long sent = marks.of(partnership).orElse(0);
        if (sent > size) {
            record.lost(
                    partnership,
                    Refusal.of(FederationRule.MORE_SENT_THAN_HELD)
                            .with("sent", sent)
                            .with("size", size));
        } else if (!asks || marks.of(partnership).isPresent()) {
            notAsked(pair);
        }
    }

    /// The counterpart cannot be asked, so the mark decides. Where there is none, only an empty
    /// ledger has surely lost nothing; it gets one, which also says so after entries that have not
    /// left.
    void notAsked(LedgerPair pair) {
        var partnership = pair.partnership();
        var sent = marks.of(partnership);
        if (!record.isLost(partnership) && (sent.isPresent() || size(pair) == 0)) {
            marks.raise(partnership, 0);
            complete.add(partnership);
        }
    }

    /// The counterpart has shown what it holds of our ledger.
    ///
    /// @return whether that is no more than this node has
    boolean compared(LedgerPair pair) {
        var partnership = pair.partnership();
        if (record.isLost(partnership)) {
            complete.remove(partnership);
            return false;
        }
        if (complete.add(partnership)) {
            marks.raise(partnership, ledgers.head(pair.shared()).acknowledged());
        }
        return true;
    }

    /// Whatever was lost is here again, or is known to be nowhere.
    void restored(LedgerPair pair) {
        var partnership = pair.partnership();
        marks.set(partnership, size(pair));
        record.found(partnership);
        complete.add(partnership);
    }

    /// Entries of our own have come back by file. Whether they are all is known only from the mark:
    /// others may still be on their way to the counterpart.
    void returned(LedgerPair pair) {
        var sent = marks.of(pair.partnership());
        if (sent.isPresent() && sent.getAsLong() <= size(pair)) {
            restored(pair);
        }
    }

    /// Entries are about to leave.
    void leaving(Segment segment) {
        if (segment.count() > 0) {
            marks.raise(segment.partnership(), segment.checkpoint().size());
        }
    }

    /// Number of the last entry that has left this node, as far as is known.
    long sent(PartnershipId partnership) {
        return marks.of(partnership).orElse(0);
    }

    /// Whether nobody knows yet if the database is the newest.
    boolean isOpen(PartnershipId partnership) {
        return counterparts.of(partnership).isPresent() && !complete.contains(partnership);
    }

    /// Why no act can be made; empty if it can.
    Optional<Refusal> refusal(PartnershipId partnership) {
        if (record.isLost(partnership)) {
            return Optional.of(Refusal.of(FederationRule.ENTRIES_LOST));
        }
        return isOpen(partnership)
                ? Optional.of(Refusal.of(FederationRule.NOT_COMPARED))
                : Optional.empty();
    }

    private long size(LedgerPair pair) {
        return ledgers.head(pair.shared()).size();
    }
}
