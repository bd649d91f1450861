// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.commitment.ExercisePact.OPEN;
import static org.samband.commitment.ExercisePact.PARTNERSHIP;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact;
import org.samband.procedure.Evidences;

/// The living text with much evidence. Slow: it writes the evidence first.
@Tag("slow")
class SpeedTest {

    /// Ten times what it takes on two idle cores, so that a busy machine does not fail.
    private static final Duration LONGEST = Duration.ofMillis(1_500);

    @TempDir private Path folder;

    @Test
    void theTextWithMuchEvidenceIsShownAtOnce() throws SQLException {
        try (var pact = ExercisePact.open(folder)) {
            pact.consultation("general-framework", "EXERCISE talks", "2026-02-20", OPEN);
            multiply(pact);
            var officer = pact.eu.officer();
            var fastest = Duration.ofDays(1);
            for (int round = 0; round < 20; round++) {
                var begun = System.nanoTime();
                var html = page(pact);
                var took = Duration.ofNanos(System.nanoTime() - begun);
                fastest = took.compareTo(fastest) < 0 ? took : fastest;
                assertThat(html).contains("2.4");
            }
            System.out.println(
                    "living text with 5,000 evidence rows: " + fastest.toMillis() + " ms");
            assertThat(
                            pact.eu
                                    .text(officer)
                                    .commitment("p2.4.s1")
                                    .orElseThrow()
                                    .shown()
                                    .orElseThrow()
                                    .evidence())
                    .hasSize(Evidences.MOST);
            assertThat(fastest).isLessThan(LONGEST);
        }
    }

    private static String page(ExercisePact pact) {
        var words = Rendered.words("en");
        var officer = pact.eu.officer();
        var page =
                pact.eu
                        .rooms()
                        .door(TextPages.class)
                        .text(PARTNERSHIP, "", "", "", "", "", officer, words);
        return Rendered.html(page, officer, pact.eu.text(officer).profile(), words);
    }

    /// The evidence of the one dossier many times over, as if of many acts.
    private static void multiply(ExercisePact pact) throws SQLException {
        try (var connection = pact.eu.rooms().database().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('samband.sight', 'node', false)");
            statement.execute(
                    """
                    insert into evidence (partnership, dossier, act, commitment, area, label_id, type, on_day, procedure, title)
                    select partnership, dossier, 'EU-' || (1000 + n), commitment, area, label_id, type, on_day - n % 700, procedure, title
                    from evidence, generate_series(1, 2500) n
                    """);
        }
    }
}
