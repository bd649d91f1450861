// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.act.Refusal;

/// The counterpart did not answer as it must. Nothing is known of what it did, so all is tried
/// again.
final class TransportUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal why;

    TransportUnavailable(Refusal why) {
        super(why.sentence());
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
