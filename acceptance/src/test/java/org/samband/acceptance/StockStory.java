// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;

/// What each party takes along to a Dialogue, and the stock that both take after it. Source: SDP
/// paragraphs 11 and 47.
///
/// @param eu head of delegation, and Norway's
/// @param dialogue path of the Dialogue
record StockStory(Visitor eu, Visitor norway, LocalDate today, String dialogue) {

    /// Each head of delegation takes two pages along that the other never sees.
    void bothWriteTheirBriefs() {
        for (var officer : List.of(eu, norway)) {
            var line = officer == eu ? "EXERCISE: our EU line." : "EXERCISE: vår norske linje.";
            officer.submit(officer.get(dialogue), "note", line);
            assertThat(officer.get(dialogue + "/brief").select("main").text()).contains(line);
            assertThat(new String(officer.download(dialogue + "/brief/pdf"), ISO_8859_1))
                    .startsWith("%PDF-");
        }
        assertThat(eu.get(dialogue + "/brief").text()).doesNotContain("norske linje");
        assertThat(norway.get(dialogue + "/brief").text()).doesNotContain("our EU line");
    }

    /// Stock is taken of the period by both over the same bytes, and compared with the year before.
    void stockIsTakenAndCompared() {
        var taken = "/eu-norway/stocktake?from=" + today.minusYears(1) + "&to=" + today;
        var page = eu.get(taken);
        assertThat(page.text()).contains("Space");
        var scope = page.select("a[href*=/stocktake/bytes]").attr("href");
        var theirs = norway.get(scope.replace("/stocktake/bytes", "/stocktake"));
        assertThat(figures(theirs)).isEqualTo(figures(page)).hasSize(2);
        var compared = eu.get(page.select("a[href*=/stocktake/compare]").attr("href"));
        assertThat(compared.select("#changed ~ .sb-scroll tbody tr").text()).contains("11.3");
        assertThat(compared.select("#beside ~ .sb-scroll tbody tr")).isNotEmpty();
    }

    private static List<String> figures(Document stocktake) {
        return stocktake.select("[aria-labelledby=agreeing] dd code").eachText();
    }
}
