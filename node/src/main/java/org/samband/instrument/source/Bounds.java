// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import org.samband.instrument.InstrumentRule;

/// What no instrument exceeds. Source: design section 10.
final class Bounds {
    static final int LINES = 20_000;
    static final int PAGES = 400;
    static final int LETTERS = 3_000_000;
    static final int DEPTH = 200;
    static final int PARTS_OF_ARCHIVE = 2_000;
    static final long INFLATED = 96L * 1024 * 1024;

    private Bounds() {}

    /// Stops a reader that has found more than an instrument can hold.
    static void most(long found, long most, String of) {
        if (found > most) {
            throw new UnreadableException(
                    InstrumentRule.TOO_LARGE, "it has more than " + most + " " + of);
        }
    }
}
