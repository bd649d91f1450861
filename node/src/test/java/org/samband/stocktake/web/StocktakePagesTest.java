// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.commitment.ExercisePact.OPEN;
import static org.samband.commitment.ExercisePact.PARTNERSHIP;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact;
import org.samband.commitment.web.Rendered;
import org.samband.paper.VeraPdf;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Role;
import org.samband.proof.Digest;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.springframework.mock.web.MockHttpServletResponse;

@NullUnmarked // what is missing fails the test
class StocktakePagesTest {
    @TempDir private Path folder;

    private ExercisePact pact;

    @BeforeEach
    void aConsultationWasHeld() {
        pact = ExercisePact.open(folder);
        pact.consultation("cyber", "EXERCISE cyber", "2026-03-01", OPEN);
    }

    @AfterEach
    void close() {
        pact.close();
    }

    private static Page page(ExercisePact.Side side, Officer officer, String... asked) {
        return side.rooms()
                .door(StocktakePages.class)
                .stocktake(
                        PARTNERSHIP,
                        asked[0],
                        asked[1],
                        asked[2],
                        asked[3],
                        officer,
                        Rendered.words("en"));
    }

    private static Document html(ExercisePact.Side side, Officer officer, Page page) {
        return Jsoup.parse(
                Rendered.html(page, officer, side.text().profile(), Rendered.words("en")));
    }

    private Document year(ExercisePact.Side side) {
        var officer = side.officer();
        return html(side, officer, page(side, officer, "2026-01-01", "2026-12-31", "", ""));
    }

    private static String scope(Document page) {
        return page.select(".sb-facts code").first().text();
    }

    private static String hash(Document page) {
        return page.select(".sb-facts code").last().text();
    }

    @Test
    void everyFigureOpensTheRecordsBehindIt() {
        var page = year(pact.eu);
        var line = page.select("tr#stock-p2\\.4\\.s1");
        assertThat(line.select("details a").attr("href")).matches("/eu-norway/dossier/EU-1#act-.*");
        assertThat(line.text()).contains("New");
        assertThat(page.select("svg.sb-drawing")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.select("svg.sb-drawing").first().attr("aria-label"))
                .contains("the table of activity gives the same numbers");
    }

    @Test
    void figuresThatWereSentAreComparedWithOwnOnes() {
        var ours = year(pact.eu);
        var review = pact.eu.opens("area-review", "", Map.of("for-dialogue", "EXERCISE Dialogue"));
        pact.eu.acts(
                review,
                "draft",
                Map.of(
                        "stocktake",
                        "EXERCISE",
                        "impetus",
                        "EXERCISE",
                        "figures",
                        scope(ours),
                        "figures-hash",
                        hash(ours)));
        pact.bothWays();
        var officer = pact.no.officer();
        var page = html(pact.no, officer, page(pact.no, officer, "", "", "", scope(ours)));
        assertThat(page.select("#record-" + review).text()).contains("Same bytes");
        assertThat(page.select("a[href*=/act/return-draft]").attr("href"))
                .contains("figures-hash=" + hash(ours));
        pact.no.acts(
                review,
                "return-draft",
                Map.of(
                        "stocktake",
                        "EXERCISE",
                        "impetus",
                        "EXERCISE",
                        "figures",
                        scope(ours),
                        "figures-hash",
                        "0".repeat(64)));
        pact.bothWays();
        var back = html(pact.eu, officer, page(pact.eu, officer, "", "", "", scope(ours)));
        assertThat(back.select("#record-" + review).text()).contains("Other bytes");
    }

    @Test
    void whatWasTypedWronglyIsSaidAtItsField() {
        var officer = pact.eu.officer();
        var page = page(pact.eu, officer, "soon", "2026-12-31", "", "");
        assertThat(page.status()).isEqualTo(422);
        var html = html(pact.eu, officer, page);
        assertThat(html.select("#sb-errors").text()).contains("STO-01");
        assertThat(html.select("#field-from").attr("value")).isEqualTo("soon");
        assertThat(page(pact.eu, officer, "", "", "", "nonsense").status()).isEqualTo(422);
        var swapped = page(pact.eu, officer, "2026-12-31", "2026-01-01", "then", "");
        assertThat(html(pact.eu, officer, swapped).select("#sb-errors").text()).contains("STO-02");
    }

    @Test
    void twoPeriodsStandBesideEachOther() {
        var officer = pact.eu.officer();
        var before =
                scope(
                        html(
                                pact.eu,
                                officer,
                                page(pact.eu, officer, "2025-01-01", "2025-12-31", "", "")));
        var now = scope(year(pact.eu));
        var pages = pact.eu.rooms().door(StocktakePages.class);
        var compared = pages.compare(PARTNERSHIP, before, now, officer, Rendered.words("en"));
        assertThat(
                        html(pact.eu, officer, compared)
                                .select("#changed ~ .sb-scroll tbody th a")
                                .eachAttr("href"))
                .contains("/eu-norway/commitment/p2.4.s1");
        assertThat(pages.compare(PARTNERSHIP, "", now, officer, Rendered.words("en")).status())
                .isEqualTo(422);
    }

    @Test
    void theFilesHoldWhatThePageSays() throws IOException {
        var page = year(pact.eu);
        var files = pact.eu.rooms().door(StocktakeFilePages.class);
        var json = new MockHttpServletResponse();
        files.bytes(PARTNERSHIP, scope(page), pact.eu.officer(), json);
        assertThat(Digest.sha256(json.getContentAsByteArray()).hex()).isEqualTo(hash(page));
        var xlsx = new MockHttpServletResponse();
        files.xlsx(PARTNERSHIP, scope(page), pact.eu.officer(), Rendered.words("nb"), xlsx);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx.getContentAsByteArray()))) {
            var text = new StringBuilder();
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
            assertThat(text).contains(hash(page)).contains("p2.4.s1").contains("Statusgjennomgang");
        }
    }

    @Test
    void theStocktakeIsReadAsPaper() throws IOException {
        var page = year(pact.eu);
        var files = pact.eu.rooms().door(StocktakeFilePages.class);
        var words = Rendered.words("nb");
        var pdf = new MockHttpServletResponse();
        files.paper(PARTNERSHIP, "pdf", scope(page), pact.eu.officer(), words, pdf);
        assertThat(VeraPdf.faults(pdf.getContentAsByteArray())).isEmpty();
        try (var read = Loader.loadPDF(pdf.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", ""))
                    .contains(hash(page))
                    .contains("Statusgjennomgang")
                    .contains("Side1av");
        }
        var docx = new MockHttpServletResponse();
        files.paper(PARTNERSHIP, "docx", scope(page), pact.eu.officer(), words, docx);
        try (var read = new XWPFDocument(new ByteArrayInputStream(docx.getContentAsByteArray()))) {
            assertThat(new XWPFWordExtractor(read).getText()).contains(hash(page));
        }
        var akn = new MockHttpServletResponse();
        files.paper(PARTNERSHIP, "akn", scope(page), pact.eu.officer(), words, akn);
        assertThat(akn.getContentAsString()).contains(hash(page));
        assertThat(akn.getHeader("Content-Disposition")).contains(".akn.xml");
    }

    @Test
    void aPartGivesNoBytesAndNoHash() {
        var some = pact.eu.officer(ExercisePact.areas("space"), "LIMITE", Role.DESK_OFFICER);
        var page = html(pact.eu, some, page(pact.eu, some, "2026-01-01", "2026-12-31", "", ""));
        assertThat(page.select(".sb-facts code")).isEmpty();
        assertThat(page.text()).doesNotContain("EXERCISE cyber");
        var scope = scope(year(pact.eu));
        var files = pact.eu.rooms().door(StocktakeFilePages.class);
        assertThatThrownBy(
                        () -> files.bytes(PARTNERSHIP, scope, some, new MockHttpServletResponse()))
                .isInstanceOf(NotFound.class);
        var nobody = pact.eu.officer(NeedToKnow.NOTHING, "LIMITE", Role.DESK_OFFICER);
        assertThatThrownBy(() -> page(pact.eu, nobody, "", "", "", scope))
                .isInstanceOf(NotFound.class);
    }
}
