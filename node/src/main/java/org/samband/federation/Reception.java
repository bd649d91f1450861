// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;

/// Answers the holders of pinned keys: takes their segments and gives them ours.
final class Reception {
    private final Link link;
    private final Ledgers ledgers;
    private final Outbox outbox;
    private final Admission admission;
    private final LinkRecord record;
    private final LinkLimits limits;
    private final Consumer<PartnershipId> spoken;
    private final Map<PartnershipId, Semaphore> places = new ConcurrentHashMap<>();

    /// @param spoken told when a counterpart has been answered
    Reception(
            Link link,
            Ledgers ledgers,
            Outbox outbox,
            Admission admission,
            LinkRecord record,
            LinkLimits limits,
            Consumer<PartnershipId> spoken) {
        this.link = link;
        this.ledgers = ledgers;
        this.outbox = outbox;
        this.admission = admission;
        this.record = record;
        this.limits = limits;
        this.spoken = spoken;
    }

    /// An answer of HTTP. The status says nothing that the body does not say.
    static final class Answer {
        private static final Answer NO_SUCH_LINE = new Answer(404, new byte[0]);

        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        static Answer noSuchLine() {
            return NO_SUCH_LINE;
        }

        private static Answer of(Receipt receipt, LedgerId ledger) {
            return new Answer(
                    receipt instanceof Receipt.Cosigned ? 200 : 409, receipt.bytes(ledger));
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }
    }

    /// A counterpart brings a segment.
    ///
    /// @param pin of the key that it holds
    /// @param partnership as its path names it
    Answer take(Digest pin, String partnership, byte[] segment) {
        return pair(partnership, pin)
                .map(pair ->
                        placed(
                                pair,
                                pair.counterparts(),
                                () ->
                                        Answer.of(
                                                admission.take(pair, segment).receipt(),
                                                pair.counterparts())))
                .orElse(Answer.NO_SUCH_LINE);
    }

    /// A counterpart asks for a segment.
    ///
    /// @param from number of the first entry that it wants, counted from 1
    Answer give(Digest pin, String partnership, long from) {
        return pair(partnership, pin)
                .map(pair -> placed(pair, pair.shared(), () -> give(pair, from)))
                .orElse(Answer.NO_SUCH_LINE);
    }

    private Answer give(LedgerPair pair, long from) {
        long size = ledgers.head(pair.shared()).size();
        if (from > size + 1) {
            record.lost(pair.partnership(), from - 1, size);
            var refusal = Refusal.of(FederationRule.ENTRIES_LOST);
            return Answer.of(Receipt.Refused.of(refusal, 0), pair.shared());
        }
        return new Answer(200, outbox.segment(pair, from).bytes());
    }

    /// The pair that the path names, if it is one of those whose key was shown. Who asks for
    /// another one learns nothing, not even whether it is there.
    private Optional<LedgerPair> pair(String partnership, Digest pin) {
        return ledgers.pairs().stream()
                .filter(pair -> pair.partnership().value().equals(partnership))
                .filter(pair ->
                        Optional.ofNullable(link.counterparts().get(pair.partnership()))
                                .filter(file -> file.pin().equals(pin))
                                .isPresent())
                .findFirst();
    }

    private Answer placed(LedgerPair pair, LedgerId ledger, Supplier<Answer> work) {
        var place =
                places.computeIfAbsent(pair.partnership(), _ -> new Semaphore(limits.requests()));
        if (!taken(place, limits.connecting())) {
            return Answer.of(Receipt.Refused.of(Refusal.of(FederationRule.BUSY), 0), ledger);
        }
        try {
            record.contact(pair.partnership());
            return work.get();
        } finally {
            place.release();
            spoken.accept(pair.partnership());
        }
    }

    private static boolean taken(Semaphore place, Duration patience) {
        try {
            return place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
