// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.samband.act.Rule;

/// How one try to bring and fetch what waits ended, and how long the next one is put off. Source:
/// `spec/federation/`, FEDERATION-41.
enum Round {
    /// Nothing is left to do.
    DONE(true),
    /// Something waits, because one of the nodes refuses it.
    REFUSED(true),
    /// The counterpart did not answer as it must, or this node could not read or write.
    BROKEN(false),
    /// Nobody answered.
    UNREACHED(false);

    private static final int MOST_DOUBLINGS = 20;

    private final boolean reached;

    Round(boolean reached) {
        this.reached = reached;
    }

    /// How a round ended in which the transport did not do what was asked of it.
    static Round after(Rule why) {
        return why == FederationRule.NOT_REACHED ? UNREACHED : BROKEN;
    }

    /// Whether the counterpart answered as it must.
    boolean isReached() {
        return reached;
    }

    /// Twice as long after each failure, with chance in it, so that two nodes that wait for each
    /// other do not step in time. Asking whether somebody is there costs little and is not put off
    /// long.
    ///
    /// @param failures in a row, this one with them
    Duration rest(LinkLimits limits, int failures) {
        var longest =
                switch (this) {
                    case DONE -> limits.pull();
                    case REFUSED, BROKEN -> limits.lastRetry();
                    case UNREACHED -> limits.knock();
                };
        if (this == DONE) {
            return longest;
        }
        long doubled =
                limits.firstRetry().toMillis() << Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
        long most = Math.min(longest.toMillis(), doubled);
        return Duration.ofMillis(
                most - ThreadLocalRandom.current().nextLong(Math.max(1, most / 4)));
    }
}
