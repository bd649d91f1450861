// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// By which one act is found again, for instance `EXERCISE-act-000017-end`.
final class Mark {
    static final Pattern PATTERN = Pattern.compile("EXERCISE-act-[0-9]{6}-end");
    private static final AtomicLong LAST = new AtomicLong();

    private Mark() {}

    static String next() {
        return "EXERCISE-act-%06d-end".formatted(LAST.incrementAndGet());
    }
}
