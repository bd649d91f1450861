// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Looks how many of the counterpart's entries are here. An entry and all state that follows from
/// it are stored in one transaction, so what is counted is visible.
final class BenchWatch {
    /// Milliseconds between two looks.
    private static final int LOOKS_EVERY = 5;

    /// How long it waits for the next entry before it gives up.
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier size;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Thread looking;
    private volatile long wanted = Long.MAX_VALUE;

    /// @param size of the counterpart's ledger here
    BenchWatch(LongSupplier size) {
        this.size = size;
        looking = Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        long last = size.getAsLong();
        long grown = System.nanoTime();
        while (last < wanted
                && (wanted == Long.MAX_VALUE || System.nanoTime() - grown < PATIENCE)) {
            long now = size.getAsLong();
            if (now > last) {
                grown = System.nanoTime();
                seen.add(now + " " + grown);
                last = now;
            } else {
                try {
                    Thread.sleep(LOOKS_EVERY);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    /// Waits until that many are here, or none has come for too long.
    ///
    /// @return how many were here, and when
    List<String> until(long entries) throws InterruptedException {
        wanted = entries;
        looking.join();
        return seen;
    }
}
