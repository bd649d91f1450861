// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.PrintStream;

/// Says how far a long run is, every other second.
final class Progress {
    private static final long EVERY = 2_000_000_000L;

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private long said = begun;

    Progress(PrintStream out) {
        this.out = out;
    }

    void read(long entries) {
        long now = System.nanoTime();
        if (now - said >= EVERY) {
            said = now;
            out.println(
                    "  %,d entries read in %d seconds"
                            .formatted(entries, (now - begun) / 1_000_000_000L));
        }
    }
}
