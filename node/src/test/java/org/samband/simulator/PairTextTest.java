// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Source: spec/federation, FEDERATION-30 to FEDERATION-32.
class PairTextTest {
    private static final Path EXAMPLES = Path.of("../spec/federation/examples");

    @Test
    void theExamplesAreReadAndWrittenTheSame() throws IOException {
        for (var name : new String[] {"eu.pair", "no.pair", "eu-second.pair"}) {
            var text = Files.readString(EXAMPLES.resolve(name));
            assertThat(PairText.read(text).text()).isEqualTo(text);
        }
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        for (var name : new String[] {"changed.pair", "changed-second.pair"}) {
            var changed = Files.readString(EXAMPLES.resolve(name));
            assertThatThrownBy(() -> PairText.read(changed)).hasMessageContaining("changed");
        }
        assertThatThrownBy(() -> PairText.read("samband-pair/1\n")).hasMessageContaining("7 lines");
        assertThatThrownBy(() -> PairText.read("samband-pair/2\n")).hasMessageContaining("8 lines");
        assertThatThrownBy(() -> PairText.read("")).hasMessageContaining("samband-pair/1");
    }
}
