// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what takes a moment, and fails with what is there instead.
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    static void until(Duration patience, Supplier<String> otherwise, BooleanSupplier happens) {
        long end = System.nanoTime() + patience.toNanos();
        while (!happens.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise.get());
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
