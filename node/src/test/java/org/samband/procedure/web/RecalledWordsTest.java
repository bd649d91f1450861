// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samband.procedure.Procedures;
import org.springframework.context.support.GenericApplicationContext;

/// What an auditor reads of a recalled act.
class RecalledWordsTest {

    @Test
    void theNumberOfADossierOutOfSightIsLeftOut() {
        try (var rooms = new GenericApplicationContext()) {
            rooms.registerBean(Procedures.class);
            rooms.refresh();
            var form =
                    rooms.getBean(Procedures.class)
                            .newest("follow-up")
                            .flatMap(one -> one.act("report-done"))
                            .orElseThrow();
            Map<String, Object> said = Map.of("result", "EXERCISE", "can-close", "EU-17");
            assertThat(RecallPages.seen(form, said, _ -> false))
                    .isEqualTo(Map.of("result", "EXERCISE"));
            assertThat(RecallPages.seen(form, said, _ -> true)).isEqualTo(said);
        }
    }
}
