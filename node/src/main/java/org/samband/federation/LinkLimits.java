// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Duration;

/// What the link bears. Source: `spec/federation/`, section "Limits".
///
/// @param connecting how long a connection may take to be made, and its TLS handshake
/// @param request how long one request may take from its first byte to its answer
/// @param idle how long a connection may say nothing
/// @param connections at most, of all counterparts and strangers together
/// @param requests of one counterpart that are worked on at the same time
/// @param pull how long at most until the counterpart is asked whether it has something
/// @param firstRetry after an outage; doubled each time
/// @param lastRetry longest time between two tries where somebody answers, but not as they must
/// @param knock longest time between two tries where nobody answers
record LinkLimits(
        Duration connecting,
        Duration request,
        Duration idle,
        int connections,
        int requests,
        Duration pull,
        Duration firstRetry,
        Duration lastRetry,
        Duration knock) {

    static final LinkLimits USUAL =
            new LinkLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(20),
                    64,
                    4,
                    Duration.ofSeconds(60),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(2));
}
