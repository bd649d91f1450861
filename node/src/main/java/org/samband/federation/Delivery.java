// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.samband.act.Refusal;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings our entries to the counterpart of one partnership, one segment at a time, and asks it for
/// its own: at the start, after an outage, and now and then. Runs in a thread of its own until it
/// is stopped.
final class Delivery implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /// So that two nodes that wake each other leave time for other work.
    private static final Duration SHORTEST_REST = Duration.ofMillis(100);

    /// From the beginning of one round to that of the next. An entry that comes alone goes at once;
    /// those that follow quickly go together, which costs both nodes less than a round for each.
    private static final Duration SHORTEST_ROUND = Duration.ofMillis(50);

    private final LedgerPair pair;
    private final Ledgers ledgers;
    private final Outbox outbox;
    private final Admission admission;
    private final Offers offers;
    private final Refused refused;
    private final LinkRecord record;
    private final Transport transport;
    private final LinkLimits limits;
    private final Runnable settled;
    private final Recovery recovery;
    private final Completeness completeness;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean stopped;
    private volatile boolean unreached;
    private volatile boolean fresh;
    private boolean storeFailed;
    private @Nullable String said;

    /// @param settled told when something went over
    Delivery(
            LedgerPair pair,
            Ledgers ledgers,
            Outbox outbox,
            Admission admission,
            Attachments attachments,
            Refused refused,
            Recovery recovery,
            Completeness completeness,
            LinkRecord record,
            Transport transport,
            LinkLimits limits,
            Runnable settled) {
        this.pair = pair;
        this.ledgers = ledgers;
        this.outbox = outbox;
        this.admission = admission;
        this.offers = new Offers(pair, attachments, refused, completeness, transport);
        this.refused = refused;
        this.recovery = recovery;
        this.completeness = completeness;
        this.record = record;
        this.transport = transport;
        this.limits = limits;
        this.settled = settled;
    }

    PartnershipId partnership() {
        return pair.partnership();
    }

    /// There is a new entry. During an outage it waits with the others; if the outage ends while it
    /// comes, the round that found it ended does not know of it and another one follows.
    void wake() {
        fresh = true;
        if (!unreached) {
            signal.release();
        }
    }

    /// The counterpart has just spoken with this node, so it is there: after an outage what waits
    /// goes at once. After a refusal nothing has changed, and two nodes that refuse each other must
    /// not wake each other for ever.
    void counterpartIsThere() {
        if (unreached) {
            signal.release();
        }
    }

    void stop() {
        stopped = true;
        signal.release();
    }

    @Override
    public void run() {
        int failures = 0;
        var last = Round.UNREACHED;
        long pulled = System.nanoTime() - limits.pull().toNanos();
        while (!stopped) {
            signal.drainPermits();
            fresh = false;
            long began = System.nanoTime();
            boolean pull =
                    !last.isReached()
                            || record.isLost(pair.partnership())
                            || System.nanoTime() - pulled >= limits.pull().toNanos();
            last = round(pull);
            unreached = !last.isReached();
            begun.countDown();
            if (!unreached && fresh) {
                signal.release();
            }
            if (pull && !unreached) {
                pulled = System.nanoTime();
            }
            failures = last == Round.DONE ? 0 : failures + 1;
            rest(began, last.rest(limits, failures));
        }
    }

    /// Waits until the counterpart was asked for the first time, or could not be.
    void awaitFirstRound(Duration most) {
        try {
            var _ = begun.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param began when the last round did
    /// @param most so long if nothing wakes it
    private void rest(long began, Duration most) {
        try {
            var round = SHORTEST_ROUND.minusNanos(System.nanoTime() - began);
            Thread.sleep(unreached ? SHORTEST_REST : round);
            if (signal.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException _) {
            stopped = true;
        }
    }

    /// The line outlives a database that is away for a while, also where it goes away while an
    /// outage is written down: what waits is still there.
    private Round round(boolean pull) {
        try {
            return tried(pull);
        } catch (RuntimeException broken) {
            if (!stopped) {
                LOG.error("{}: delivery failed and is tried again", pair.partnership(), broken);
            }
            storeFailed = true;
            return Round.BROKEN;
        }
    }

    private Round tried(boolean pull) {
        try {
            boolean owesReceipt = pull && pull();
            if (pull && recovery.compared()) {
                owesReceipt |= pull(); // What was taken back had been seen by what comes now.
            }
            boolean done = push(owesReceipt);
            said = null;
            recordFailedStore();
            record.over(pair.partnership(), LinkEvent.Kind.OUTAGE);
            settled.run();
            if (done) {
                record.over(
                        pair.partnership(), LinkEvent.Kind.REFUSED_THERE, LinkEvent.Kind.NOT_SENT);
            }
            return done ? Round.DONE : Round.REFUSED;
        } catch (TransportUnavailable unavailable) {
            completeness.notAsked(pair);
            if (!stopped) {
                logged(unavailable.getMessage());
                record.met(pair.partnership(), LinkEvent.Kind.OUTAGE, unavailable.why());
            }
            return Round.after(unavailable.why().rule());
        }
    }

    /// Not the same in every second of a long outage.
    private void logged(@Nullable String why) {
        if (!Objects.equals(why, said)) {
            LOG.info("{}: {}", pair.partnership(), why);
            said = why;
        }
    }

    /// What could not be written down while the database was away is afterwards.
    private void recordFailedStore() {
        if (storeFailed) {
            record.passed(
                    pair.partnership(),
                    LinkEvent.Kind.OUTAGE,
                    Refusal.of(FederationRule.STORE_FAILED));
            storeFailed = false;
        }
    }

    /// @return whether entries were taken, so that the counterpart waits for our receipt
    private boolean pull() throws TransportUnavailable {
        boolean took = false;
        while (!stopped) {
            var segment = transport.fetch(ledgers.head(pair.counterparts()).size() + 1);
            if (segment.isEmpty()) {
                return took;
            }
            record.contact(pair.partnership());
            if (taken(segment.get()) == 0) {
                return took;
            }
            took = true;
        }
        return took;
    }

    private int taken(Segment segment) throws TransportUnavailable {
        try (segment) {
            var taken = admission.take(pair, segment);
            while (!taken.missing().isEmpty() && !stopped) {
                for (var file : taken.missing()) {
                    transport.collect(file);
                }
                taken = admission.take(pair, segment);
            }
            return taken.fresh();
        }
    }

    /// @param owesReceipt whether a segment goes out even if it has no entries
    ///
    /// @return whether nothing waits any more
    private boolean push(boolean owesReceipt) throws TransportUnavailable {
        if (record.isLost(pair.partnership())) {
            return false;
        }
        long from = ledgers.head(pair.shared()).acknowledged() + 1;
        boolean owes = owesReceipt;
        boolean steppedBack = false;
        long last = Long.MAX_VALUE;
        while (!stopped && from <= last) {
            long size = ledgers.head(pair.shared()).size();
            if (from > size && !owes) {
                return true;
            }
            try (var segment =
                    outbox.segment(pair, from, Math.min(last, from - 1 + offers.atOnce()))) {
                if (segment.count() == 0 && !owes) {
                    return false;
                }
                owes = false;
                var answer = offers.of(segment, () -> stopped);
                if (!(answer.receipt() instanceof Receipt.Pending)) {
                    record.contact(pair.partnership());
                }
                if (answer.receipt() instanceof Receipt.Cosigned(var checkpoint)
                        && !admission.keep(pair, checkpoint)) {
                    return false;
                }
                switch (NextStep.after(
                        answer.receipt(), from, segment.checkpoint().size(), steppedBack)) {
                    case NextStep.From(var number, var back) -> {
                        from = number;
                        steppedBack = back;
                    }
                    case NextStep.TooFew() ->
                            throw new TransportUnavailable(
                                    Refusal.of(FederationRule.NOT_A_RECEIPT)
                                            .with(
                                                    "reason",
                                                    "it is of fewer entries than were sent"));
                    case NextStep.Stop(var why) -> {
                        refused.met(why, size);
                        last = Math.min(last, answer.last());
                    }
                    case NextStep.Wait() -> {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
