// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The page that an import writes: it stands alone, and what the text says stays text.
class InstrumentPageTest {
    private static String page(Imported imported) {
        return new String(
                InstrumentFile.outputs(imported).get("instrument.html"), StandardCharsets.UTF_8);
    }

    @Test
    void nothingOfTheTextBecomesMarkup() {
        var page = Jsoup.parse(page(AkomaNtosoTest.nasty()));
        assertThat(page.select("script, link, img, iframe, [onclick], [style]")).isEmpty();
        assertThat(page.title()).isEqualTo("A <title> & \"more\"");
        assertThat(page.select("main b")).isEmpty();
        assertThat(page.text()).contains("deep & <b>", "For <A>", "1 See <this>.");
    }

    @Test
    void everyParagraphItemAndCommitmentOfTheFirstInstrumentStandsOnItsPage() throws IOException {
        var source = Path.of("../spec/instrument/eu-norway-2024/source.txt");
        var imported = CommitmentReadingTest.imported(Files.readAllBytes(source), "source.txt");
        var page = Jsoup.parse(page(imported));
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select(".paragraph")).hasSize(48);
        assertThat(page.select(".bound > li")).hasSize(55);
        assertThat(page.select("[id=p11.3]").text()).contains("takes place annually");
        for (var link : page.select("nav a")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
    }

    @Test
    void aPageReadAgainSaysTheSame() throws IOException {
        var source = Path.of("../spec/instrument/eu-norway-2024/source.txt");
        var first = CommitmentReadingTest.imported(Files.readAllBytes(source), "source.txt");
        var page = page(first).getBytes(StandardCharsets.UTF_8);
        var again = CommitmentReadingTest.imported(page, "instrument.html");
        assertThat(said(again)).hasSize(55).isEqualTo(said(first));
    }

    private static List<String> said(Imported imported) {
        return imported.commitments().stream()
                .map(one -> one.paragraph() + " " + one.words())
                .toList();
    }
}
