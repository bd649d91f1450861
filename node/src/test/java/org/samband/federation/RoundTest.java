// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A counterpart that is back is found soon; one that answers wrongly is not asked all the time.
class RoundTest {
    private static final LinkLimits LIMITS = LinkLimits.USUAL;
    private static final int MANY = 1_000;

    @Test
    @Holds("FEDERATION-41")
    void whereNobodyAnswersTheNextTryComesWithinTwoSecondsHoweverLongItLasts() {
        assertThat(Round.UNREACHED.rest(LIMITS, 1)).isLessThanOrEqualTo(LIMITS.firstRetry());
        for (int failures = 1; failures < MANY; failures++) {
            assertThat(Round.UNREACHED.rest(LIMITS, failures))
                    .isBetween(Duration.ofMillis(100), Duration.ofSeconds(2));
        }
    }

    @Test
    @Holds("FEDERATION-41")
    void whereTheAnswerIsWrongOrRefusedTheRestGrowsToAMinuteAndNotBeyond() {
        for (var round : new Round[] {Round.BROKEN, Round.REFUSED}) {
            assertThat(round.rest(LIMITS, 1)).isLessThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(round.rest(LIMITS, 5)).isGreaterThan(Duration.ofSeconds(2));
            assertThat(round.rest(LIMITS, MANY))
                    .isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60));
            assertThat(round.rest(LIMITS, Integer.MAX_VALUE)).isPositive();
        }
    }

    @Test
    void whereNothingIsLeftToDoTheCounterpartIsAskedNowAndThen() {
        assertThat(Round.DONE.rest(LIMITS, 0)).isEqualTo(LIMITS.pull());
    }
}
