// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.paper.Block.Fact;
import org.xml.sax.SAXException;

/// Papers as their readers find them: PDFBox and veraPDF for PDF, POI for DOCX, the schema of OASIS
/// for Akoma Ntoso.
class PapersTest {
    private static final PaperAkn.About ABOUT =
            new PaperAkn.About(
                    "stocktake",
                    LocalDate.of(2026, 12, 31),
                    List.of("European Union", "Kingdom of Norway"));

    /// With all that a paper can hold, and more than a page of it.
    static Paper everything(String language) {
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= 80; i++) {
            rows.add(List.of("EXERCISE area " + i, "12", "says <so> & more"));
        }
        var months = List.of("2026-01", "2026-02", "2026-03");
        var counts = Plot.Series.of("EXERCISE cyber", List.of(3, 0, 7));
        var others = Plot.Series.of("EXERCISE space", List.of(1, 2, 0));
        return new Paper(
                language,
                "EXERCISE conclusions & more",
                "EXERCISE of everything",
                new Paper.Frame(
                        "LIMITE · EXERCISE",
                        "Shared between the parties",
                        "made at the node of EU, 2 March 2026",
                        language.equals("nb") ? "Side {0} av {1}" : "Page {0} of {1}"),
                Paper.Form.ROOMY,
                List.of(
                        new Block.Text("First line\nsecond line"),
                        new Block.Heading(1, "EXERCISE høringer på området"),
                        new Block.Heading(2, "Finer"),
                        new Block.Points("Our line", List.of("one", "two\nlines")),
                        new Block.Points("", List.of("bare")),
                        new Block.Facts(List.of(new Fact("Period", "2026"))),
                        new Block.Figure(
                                new Plot(
                                        Plot.Kind.GRID, "a grid", months, List.of(counts, others))),
                        new Block.Figure(
                                new Plot(
                                        Plot.Kind.COLUMNS,
                                        "columns",
                                        months,
                                        List.of(counts, others))),
                        new Block.Figure(
                                new Plot(
                                        Plot.Kind.STACKED,
                                        "heaps",
                                        months,
                                        List.of(counts, others))),
                        new Block.Figure(
                                new Plot(Plot.Kind.BARS, "bars", months, List.of(counts, others))),
                        new Block.Table("Figures", List.of("Area", "Acts", "Words"), rows),
                        new Block.Numbered(
                                List.of(
                                        new Block.Point(1, "", "without a heading"),
                                        new Block.Point(2, "Cyber", "with a heading"))),
                        new Block.Signatures(
                                List.of(new Fact("EU", "EEAS, 2 March"), new Fact("NO", "MFA"))),
                        new Block.NewPage(),
                        new Block.Exact(
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15")));
    }

    /// For those who want to look: `-Dsamband.papers=FOLDER`.
    @Test
    void papersCanBeLookedAt() throws IOException {
        var folder = System.getProperty("samband.papers", "");
        Assumptions.assumeTrue(!folder.isEmpty(), "nobody looks");
        Files.write(Path.of(folder, "paper.pdf"), PaperPdf.of(everything("en")));
        Files.write(Path.of(folder, "paper.docx"), PaperDocx.of(everything("nb")));
    }

    @Test
    void aPdfIsTaggedAndKeepsAsVeraPdfReadsIt() {
        assertThat(VeraPdf.faults(PaperPdf.of(everything("nb")))).isEmpty();
    }

    /// So two nodes can sign one file.
    @Test
    void thePaperOfTodayIsThatOfTomorrow() {
        assertThat(PaperPdf.of(everything("nb"))).isEqualTo(PaperPdf.of(everything("nb")));
    }

    /// The reader that says so can say otherwise.
    @Test
    void aPdfWithoutTagsIsFoundOut() throws IOException {
        try (var plain = new org.apache.pdfbox.pdmodel.PDDocument()) {
            plain.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var out = new java.io.ByteArrayOutputStream();
            plain.save(out);
            assertThat(VeraPdf.faults(out.toByteArray())).isNotEmpty();
        }
    }

    @Test
    void everyPageOfAPdfSaysMarkingCircleSourceAndItsNumber() throws IOException {
        try (var read = Loader.loadPDF(PaperPdf.of(everything("en")))) {
            assertThat(read.getNumberOfPages()).isGreaterThan(3);
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(read))
                        .contains("LIMITE · EXERCISE")
                        .contains("Shared between the parties")
                        .contains("made at the node of EU, 2 March 2026")
                        .contains("Page " + page + " of " + read.getNumberOfPages());
            }
            assertThat(new PDFTextStripper().getText(read))
                    .contains("EXERCISE høringer på området")
                    .contains("says <so> & more");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(read.getDocumentCatalog().getDocumentOutline().hasChildren()).isTrue();
        }
    }

    @Test
    void aTextDocumentHoldsTheSameWithHeadingsThatAreHeadings() throws IOException {
        try (var read =
                new XWPFDocument(new ByteArrayInputStream(PaperDocx.of(everything("nb"))))) {
            var text = new XWPFWordExtractor(read).getText();
            assertThat(text)
                    .contains("LIMITE · EXERCISE")
                    .contains("EXERCISE høringer på området")
                    .contains("2. Cyber")
                    .contains("says <so> & more");
            assertThat(read.getParagraphs())
                    .anyMatch(one ->
                            "Heading1".equals(one.getStyle())
                                    && one.getText().equals("EXERCISE høringer på området"));
            assertThat(read.getAllPictures()).hasSize(4);
            assertThat(read.getFooterList().getFirst()._getHdrFtr().xmlText())
                    .contains("NUMPAGES")
                    .contains("Side ");
            for (var table : read.getTables()) {
                if (table.getCTTbl().getTblGrid() != null) {
                    assertThat(table.getCTTbl().getTblGrid().sizeOfGridColArray())
                            .isEqualTo(table.getRow(0).getTableCells().size());
                }
            }
        }
    }

    /// Where it is installed. Its pages are as many as ours, and hold the same.
    @Test
    @Tag("slow")
    void aTextDocumentIsOpenedByLibreOffice(@TempDir Path folder) throws Exception {
        var program = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(Files.isExecutable(program), "LibreOffice is not installed");
        var file = Files.write(folder.resolve("paper.docx"), PaperDocx.of(everything("nb")));
        var opened =
                new ProcessBuilder(
                                program.toString(),
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "pdf",
                                "--outdir",
                                folder.toString(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(opened.waitFor(90, TimeUnit.SECONDS)).isTrue();
        try (var read = Loader.loadPDF(folder.resolve("paper.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("LIMITE · EXERCISE")
                    .contains("EXERCISE høringer på området")
                    .contains("Side 1");
        }
    }

    @Test
    void akomaNtosoIsValidAgainstTheSchemaOfOasis() throws IOException {
        var schema = oasis();
        Assumptions.assumeTrue(Files.exists(schema), "the schema is not at hand");
        var xml = PaperAkn.of(everything("nb"), ABOUT);
        validate(schema, xml);
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("<num>2.</num><heading>Cyber</heading>");
    }

    private static Path oasis() {
        var named = System.getenv("SAMBAND_AKN_SCHEMA");
        return named == null || named.isBlank()
                ? Path.of("../../shared/schemas/akomantoso30.xsd")
                : Path.of(named);
    }

    private static void validate(Path schema, byte[] xml) throws IOException {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(schema.toFile())
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException invalid) {
            throw new AssertionError(
                    invalid.getMessage() + "\n" + new String(xml, StandardCharsets.UTF_8), invalid);
        }
    }

    @Test
    void aTableWithARowOfAnotherWidthIsNone() {
        assertThatThrownBy(() -> new Block.Table("", List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells, not 1");
        assertThatThrownBy(() -> new Block.Heading(3, "too deep"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() {
        assertThat(PaperHtml.escaped("a\u0001<b>&\"\uFFFE")).isEqualTo("a&lt;b&gt;&amp;&quot;");
    }

    @Test
    void aDrawingIsTheSameInAPageAndSaysWhatItShows() {
        var plot =
                new Plot(
                        Plot.Kind.STACKED,
                        "kept & due",
                        List.of("EXERCISE a very long name of an area that nobody could write out"),
                        List.of(
                                Plot.Series.of("Kept", List.of(2)),
                                Plot.Series.of("Due", List.of(1))));
        assertThat(PlotSvg.of(plot))
                .contains("aria-label=\"kept &amp; due\"")
                .contains("…</text>")
                .doesNotContain("style=");
    }
}
