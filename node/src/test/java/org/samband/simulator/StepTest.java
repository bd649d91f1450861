// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void aScriptIsReadLineByLineAndRemarksAreLeftOut() {
        assertThat(
                        Step.script(
                                """
                                # EXERCISE
                                open consultation   # with dates
                                delay 2s

                                answer 5min
                                away 10s
                                wait 1s
                                faults
                                """))
                .containsExactly(
                        new Step.Open("consultation"),
                        new Step.Later(Duration.ofSeconds(2)),
                        new Step.Answering(Duration.ofMinutes(5)),
                        new Step.Away(Duration.ofSeconds(10)),
                        new Step.Pause(Duration.ofSeconds(1)),
                        new Step.Faults());
    }

    @Test
    void aLineThatIsNoStepIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> Step.script("faults\ninvite everyone\n"))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Step.script("wait long")).hasMessageContaining("for instance 20s");
        assertThatThrownBy(() -> Step.script("open")).hasMessageContaining("line 1");
    }
}
