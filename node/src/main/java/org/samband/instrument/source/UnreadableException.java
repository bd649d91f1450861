// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import org.samband.instrument.InstrumentRule;

/// Inside of a reader only: stops it where a file cannot be read. `Sources` turns it into a
/// refusal.
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final InstrumentRule rule;
    private final String what;

    UnreadableException(InstrumentRule rule, String what) {
        super(rule.id() + " " + what, null, false, false);
        this.rule = rule;
        this.what = what;
    }

    InstrumentRule rule() {
        return rule;
    }

    String what() {
        return what;
    }
}
