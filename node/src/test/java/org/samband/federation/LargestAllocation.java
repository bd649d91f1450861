// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.consumer.RecordingStream;

/// Watches what this program takes of its memory at once, whoever in it does: who holds a file
/// instead of passing it on takes a piece as large as the file.
final class LargestAllocation implements AutoCloseable {
    private final RecordingStream events = new RecordingStream();
    private final AtomicLong largest = new AtomicLong();

    LargestAllocation() {
        events.enable("jdk.ObjectAllocationOutsideTLAB").withoutStackTrace();
        events.onEvent(
                "jdk.ObjectAllocationOutsideTLAB",
                event -> largest.accumulateAndGet(event.getLong("allocationSize"), Math::max));
        events.startAsync();
    }

    /// Ends watching.
    ///
    /// @return bytes of the largest piece since the beginning
    long bytes() {
        events.stop();
        return largest.get();
    }

    @Override
    public void close() {
        events.close();
    }
}
