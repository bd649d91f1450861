// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/// Orders pages and changes within one run of the node. It is not the time of the field: it never
/// goes back, and it says nothing about how many changes there were.
final class LiveClock {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{1,8})-([0-9]{1,18})");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String run = Integer.toHexString(new SecureRandom().nextInt());
    private final long start = System.nanoTime();

    /// @param millis since the start of the run
    record Stamp(String run, long millis) {
        boolean isAfter(Stamp other) {
            return millis > other.millis;
        }

        @Override
        public String toString() {
            return run + "-" + millis;
        }
    }

    Stamp now() {
        return new Stamp(run, (System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    /// Empty for what is no stamp of this run.
    Optional<Stamp> read(String text) {
        var form = FORM.matcher(text);
        return form.matches() && form.group(1).equals(run)
                ? Optional.of(new Stamp(run, Long.parseLong(form.group(2))))
                : Optional.empty();
    }
}
