// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Times of a measurement, of which the middle and the slow ones are told.
final class BenchTimes {
    private final List<Long> nanos = new ArrayList<>();

    void add(long time) {
        nanos.add(time);
    }

    int size() {
        return nanos.size();
    }

    /// In nanoseconds; 0 where there is none.
    long most() {
        return nanos.isEmpty() ? 0 : Collections.max(nanos);
    }

    /// In milliseconds: `p50 12 ms, p99 80 ms, longest 200 ms`.
    @Override
    public String toString() {
        if (nanos.isEmpty()) {
            return "none";
        }
        var sorted = nanos.stream().sorted().toList();
        return "p50 %.0f ms, p99 %.0f ms, longest %.0f ms"
                .formatted(
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6,
                        sorted.getLast() / 1e6);
    }
}
