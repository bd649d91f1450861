// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierNodes;
import org.samband.web.CsvTable;
import org.samband.web.NotFound;

/// Registers as officers read them, and as files.
@NullUnmarked // what is missing fails the test
class RegisterPagesTest {
    private static final String AT = "/eu-norway/register/capacity-project";

    @TempDir private static Path folder;
    private static DossierNodes nodes;
    private static ActRef formula;
    private static ActRef ours;

    @BeforeAll
    static void openProjects() {
        nodes = DossierNodes.openAsDelivered(folder);
        formula = project(nodes.eu, "=HYPERLINK(\"x\")", "90 EUR");
        project(nodes.eu, "Moldova", "1000.50 EUR");
        ours = project(nodes.no, "Moldova", "200 NOK");
        nodes.bothWays();
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static ActRef project(DossierNodes.Node node, String country, String amount) {
        return node.opened(
                "capacity-project",
                Map.of(
                        "serves", "p36.s1",
                        "country", country,
                        "theme", "cyber",
                        "project", "EXERCISE",
                        "begins", "1.6.2026",
                        "amount", amount));
    }

    private static byte[] bytes(String language, String path) throws Exception {
        return new ShownPages(nodes.eu, nodes.eu.desk(), language)
                .addresses()
                .perform(get(java.net.URI.create(path)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static Document page(String language, String path) throws Exception {
        return Jsoup.parse(
                new ShownPages(nodes.eu, nodes.eu.desk(), language)
                        .addresses()
                        .perform(get(java.net.URI.create(path)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    @Test
    void theIndexCountsByAreaAndLeadsToEachRegister() throws Exception {
        var index = page("en", "/eu-norway/registers");
        assertThat(index.select("#register-capacity-project td.sb-number").eachText())
                .containsExactly("3", "3");
        assertThat(index.select("#register-capacity-project a").attr("href")).isEqualTo(AT);
        assertThat(index.select("section")).hasSizeGreaterThan(10);
    }

    @Test
    void aRegisterShowsTheFieldsThatItsProcedureNamesAndThoseThatAreChosen() throws Exception {
        var table = page("en", AT + "?sort=number&dir=asc");
        assertThat(table.select("thead th").eachText())
                .startsWith("Number", "Title", "Area", "State", "Next step", "Last act", "Next day")
                .contains("Partner country", "Theme", "Amount")
                .doesNotContain("Project");
        assertThat(table.select("#dossier-" + ours + " td").eachText())
                .contains(ours.toString(), "Moldova", "Cyber", "200 NOK");
        assertThat(table.select("th[aria-sort=ascending]").text()).isEqualTo("Number");
        var chosen = page("nb", AT + "?columns=project&columns=amount");
        assertThat(chosen.select("thead th").eachText())
                .containsExactly("Nummer", "Tittel", "Prosjekt", "Beløp");
        assertThat(chosen.select("details input[checked]").eachAttr("value"))
                .containsExactly("project", "amount");
    }

    @Test
    void whatIsAskedWronglyIsLeftOut() throws Exception {
        var page =
                page(
                        "en",
                        AT
                                + "?sort=drop%20table&columns=x&state=is-nowhere&year=soon&page=0&opener=XX");
        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page("en", AT + "?page=99999999").select("tbody tr")).hasSize(3);
        assertThat(page("en", AT + "?page=7").select("tbody tr")).isEmpty();
        assertThatThrownBy(() -> page("en", "/eu-norway/register/no-such-kind"))
                .hasRootCauseInstanceOf(NotFound.class);
    }

    @Test
    void theBoardHasAColumnForEachState() throws Exception {
        var board = page("en", AT + "/board");
        assertThat(board.select(".sb-board section h2").eachText())
                .startsWith("Planned 3", "Under way 0");
        assertThat(board.select("#stack-planned ~ ul a")).hasSize(3);
        assertThat(board.select(".sb-board [draggable]")).isEmpty();
    }

    @Test
    void theSummaryAddsEachCurrencyForItselfAndShowsOverlaps() throws Exception {
        var summary = page("en", AT + "/summary");
        assertThat(summary.select("#totals ~ .sb-scroll tbody tr").eachText())
                .containsExactly("Amount EUR 1 090.50 2", "Amount NOK 200 1");
        assertThat(summary.select("#overlaps tbody tr")).hasSize(1);
        assertThat(summary.select("#overlaps a").eachAttr("href"))
                .contains("/eu-norway/dossier/" + ours);
        var proposal = page("en", summary.select("#overlaps a.ds-button").attr("href"));
        assertThat(proposal.select("form").eachAttr("action"))
                .contains("/eu-norway/open/capacity-synergy");
        assertThat(proposal.select("[name=dossier-of]").val()).isEqualTo("EU-2");
        assertThat(proposal.select("[name=synergy-with]").val()).isEqualTo(ours.toString());
        assertThat(proposal.select("[name=synergy]").text()).contains("Moldova, Cyber");
    }

    /// Paragraphs 3 and 42: what follows an act of the Council, and what is still open.
    @Test
    void theSummaryOfAlignmentsShowsTheChainOfDaysAndItsGaps() throws Exception {
        var dossier =
                nodes.eu.opened(
                        "sanctions-alignment",
                        Map.of(
                                "decision", "EXERCISE 2031/411",
                                "adopted-on", "2031-03-12",
                                "subject", "EXERCISE measures"));
        for (var language : List.of("en", "nb")) {
            var summary = page(language, "/eu-norway/register/sanctions-alignment/summary");
            var gap = summary.select("section[aria-labelledby=gaps] tbody tr");
            assertThat(gap).hasSize(1);
            assertThat(gap.select("a").attr("href")).endsWith("/dossier/" + dossier);
            assertThat(gap.select(".sb-gap").text())
                    .isEqualTo(
                            language.equals("en")
                                    ? "Alignment decided on"
                                    : "Tilslutning besluttet");
            assertThat(summary.select("section[aria-labelledby=chain] tbody .sb-gap")).hasSize(3);
            assertThat(summary.select("#absent")).isEmpty();
        }
        var none = page("en", "/eu-norway/register/sanctions-alignment/summary?q=nothing");
        assertThat(none.text()).contains("No open dossier lacks a day.");
    }

    @Test
    void aFileSaysWhatItIsAndNoCellIsWorkedOut() throws Exception {
        var csv = new String(bytes("en", AT + "/csv"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFRegister,Capacity-building project\r\n");
        assertThat(csv)
                .contains("Marking,TLP:GREEN", "node of EU", "Circle,Shared between both parties")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .contains(formula + "," + "EXERCISE matter");
        assertThat(csv.lines().filter(line -> line.contains("EXERCISE matter"))).hasSize(3);
        var few =
                new String(
                        bytes("en", AT + "/csv?q=moldova&columns=country"), StandardCharsets.UTF_8);
        assertThat(few.lines().filter(line -> line.contains("EXERCISE matter"))).hasSize(2);
        assertThat(few).endsWith("EXERCISE matter,Moldova\r\n");
        var none = new String(bytes("en", AT + "/csv?q=nothing"), StandardCharsets.UTF_8);
        assertThat(none).contains("Nothing that is marked");
    }

    private static int column(Sheet sheet, String head) {
        for (var cell : sheet.getRow(6)) {
            if (cell.getStringCellValue().equals(head)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(head);
    }

    @Test
    void aWorkbookHoldsTheMarkingOnEachPageAndTextsAlone() throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes("nb", AT + "/xlsx")))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("Register");
            assertThat(sheet.getHeader().getCenter()).isEqualTo("TLP:GREEN");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("TLP:GREEN");
            assertThat(sheet.getRow(6).getCell(0).getStringCellValue()).isEqualTo("Nummer");
            var begins = sheet.getRow(7).getCell(column(sheet, "Begynner"));
            assertThat(begins.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(begins.getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(begins.getLocalDateTimeCellValue().getYear()).isGreaterThan(2000);
            var cell = sheet.getRow(7).getCell(column(sheet, "Partnerland"));
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(sheet.getLastRowNum()).isEqualTo(9);
        }
    }

    @Test
    void cellsThatLookLikeFormulasBeginWithAnApostrophe() {
        for (var text : java.util.List.of("=1", "+1", "-1", "@a", "\tx", "＝1")) {
            assertThat(CsvTable.cell(text)).startsWith("\"'");
        }
        assertThat(CsvTable.cell("a=1")).isEqualTo("a=1");
        assertThat(CsvTable.cell("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
    }

    @Test
    void theYearStandsByMonthAndArea() throws Exception {
        var year = page("en", "/eu-norway/year/2026");
        assertThat(year.select("section:has(> [id^=month-])")).hasSize(12);
        assertThat(year.select("#sheet ~ svg[role=img]").attr("aria-label"))
                .contains("The days of 2026 by area");
        assertThat(year.select("#month-2026-06 ~ table li").text())
                .contains("1 Jun 2026", "Takes place", "EXERCISE matter");
        assertThat(year.select("#month-2026-03 ~ table li").text()).contains("Opened");
        assertThat(page("en", "/eu-norway/year/2026?area=ukraine").select("li[data-kind]"))
                .isEmpty();
        assertThatThrownBy(() -> page("en", "/eu-norway/year/soon"))
                .hasRootCauseInstanceOf(NotFound.class);
    }
}
