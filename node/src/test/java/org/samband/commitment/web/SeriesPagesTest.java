// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.commitment.ExercisePact.PARTNERSHIP;

import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Role;
import org.samband.web.Page;

/// What takes place again and again: the next edition is offered where none is open.
@NullUnmarked // what is missing fails the test
class SeriesPagesTest {
    private static final String DIALOGUE = "#edition-p2\\.3\\.s1";

    @TempDir private Path folder;

    private static Document html(ExercisePact pact, Page page, Officer officer) {
        return Jsoup.parse(
                Rendered.html(
                        page,
                        officer,
                        pact.eu.text(pact.eu.officer()).profile(),
                        Rendered.words("en")));
    }

    private static Document series(ExercisePact pact, Officer officer) {
        return html(
                pact,
                pact.eu
                        .rooms()
                        .door(SeriesPages.class)
                        .series(PARTNERSHIP, officer, Rendered.words("en")),
                officer);
    }

    private static Document start(ExercisePact pact, Officer officer) {
        return html(
                pact,
                pact.eu.rooms().door(StartPages.class).start(officer, Rendered.words("en")),
                officer);
    }

    @Test
    void theNextEditionIsOfferedUntilOneIsOpen() {
        try (var pact = ExercisePact.open(folder)) {
            var officer = pact.eu.officer();
            assertThat(series(pact, officer).select(DIALOGUE + " a.ds-button").eachAttr("href"))
                    .containsExactly("/eu-norway/open/dialogue");
            assertThat(start(pact, officer).select("a[href=/eu-norway/open/dialogue]")).hasSize(1);
            var open =
                    pact.eu.opens("dialogue", "general-framework", Map.of("dates", "2026-05-12"));
            assertThat(series(pact, officer).select(DIALOGUE + " a.ds-button")).isEmpty();
            assertThat(series(pact, officer).select(DIALOGUE + " td a").eachAttr("href"))
                    .containsExactly("/eu-norway/dossier/" + open);
            assertThat(start(pact, officer).select("a[href=/eu-norway/open/dialogue]")).isEmpty();
        }
    }

    @Test
    void thePageBearsTheMarkingOfTheDossiersThatStandOnIt() {
        try (var pact = ExercisePact.open(folder)) {
            var pages = pact.eu.rooms().door(SeriesPages.class);
            var officer = pact.eu.officer();
            assertThat(pages.series(PARTNERSHIP, officer, Rendered.words("en")).marking())
                    .isEmpty();
            pact.eu.opens(
                    "dialogue",
                    "general-framework",
                    "EXERCISE",
                    ExercisePact.LIMITED,
                    Map.of("dates", "2026-05-12"));
            assertThat(pages.series(PARTNERSHIP, officer, Rendered.words("en")).marking())
                    .contains(ExercisePact.LIMITED);
        }
    }

    @Test
    void whoMayOpenNothingIsOfferedNothing() {
        try (var pact = ExercisePact.open(folder)) {
            var auditor = pact.eu.officer(NeedToKnow.allOf(PARTNERSHIP), "", Role.AUDITOR);
            assertThat(series(pact, auditor).select(DIALOGUE)).hasSize(1);
            assertThat(series(pact, auditor).select("a.ds-button")).isEmpty();
        }
    }
}
