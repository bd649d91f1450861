// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.samband.ledger.LedgerExport;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.ExportVerification;
import org.samband.proof.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The door to checking: re-derives both ledgers as they are stored here, by the same program that
/// anyone runs over an export. One run per partnership at a time.
@Component
public class LineChecks {
    private static final Logger LOG = LoggerFactory.getLogger(LineChecks.class);
    private static final int KEPT = 10;
    private static final int BUFFER = 1 << 20;
    private static final Duration TOLD = Duration.ofSeconds(2);

    private final LedgerExport exports;
    private final LineCheckRows rows;
    private final Sights sights;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Map<PartnershipId, Run> running = new ConcurrentHashMap<>();

    LineChecks(
            LedgerExport exports,
            LineCheckRows rows,
            Sights sights,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.exports = exports;
        this.rows = rows;
        this.sights = sights;
        this.events = events;
        this.clock = clock;
    }

    private record Run(AtomicLong read, CompletableFuture<Boolean> done) {}

    /// Begins a run, if none is under way, and waits a little for its end.
    ///
    /// @param by account of the officer who asks
    /// @return whether it ended meanwhile
    public boolean check(PartnershipId partnership, Duration patience, String by) {
        var fresh = new Run(new AtomicLong(), new CompletableFuture<>());
        var before = running.putIfAbsent(partnership, fresh);
        if (before == null) {
            Thread.ofVirtual().name("check").start(() -> run(partnership, fresh, by));
        }
        try {
            return (before == null ? fresh : before)
                    .done()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(PartnershipId partnership, Run run, String by) {
        try {
            var at = clock.instant();
            long began = System.nanoTime();
            var told = new AtomicLong(began);
            var result =
                    verified(
                            partnership,
                            read -> {
                                run.read().set(read);
                                tellNowAndThen(partnership, told);
                            });
            var took = Duration.ofNanos(System.nanoTime() - began);
            sights.run(Sight.NODE, () -> rows.add(partnership, LineCheck.of(result, at, took, by)));
        } catch (RuntimeException broken) {
            LOG.error("{}: the ledgers could not be checked", partnership, broken);
        } finally {
            running.remove(partnership);
            run.done().complete(true);
            events.publishEvent(new LineChanged(partnership));
        }
    }

    private void tellNowAndThen(PartnershipId partnership, AtomicLong told) {
        if (System.nanoTime() - told.get() > TOLD.toNanos()) {
            told.set(System.nanoTime());
            events.publishEvent(new LineChanged(partnership));
        }
    }

    /// The export goes from one thread to the other; a large one waits in a file of its own and is
    /// never whole in memory.
    private Verification verified(
            PartnershipId partnership, java.util.function.LongConsumer progress) {
        try (var in = new PipedInputStream(BUFFER);
                var out = new PipedOutputStream(in)) {
            Thread.ofVirtual().name("export").start(() -> export(partnership, out));
            return ExportVerification.of(in, progress);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private void export(PartnershipId partnership, PipedOutputStream to) {
        try (to) {
            exports.write(partnership, to);
        } catch (IOException _) {
            // The reader has found something wrong and reads no further.
        }
    }

    /// How many entries the run that is under way has read; empty while there is none.
    public Optional<Long> progress(PartnershipId partnership) {
        return Optional.ofNullable(running.get(partnership)).map(run -> run.read().get());
    }

    /// The runs that were made last.
    public List<LineCheck> made(PartnershipId partnership) {
        return sights.within(Sight.NODE, () -> rows.newest(partnership, KEPT));
    }
}
