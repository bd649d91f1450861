// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One text in five formats has one version and one structure. Source: `spec/instrument/README.md`,
/// section "Version".
class FormatsTest {
    private static Instrument plain;

    @BeforeAll
    static void readThePlainText() throws IOException {
        plain = EuNorwayReadingTest.instrument();
    }

    @Test
    void htmlHasTheVersionOfThePlainText() {
        same(Corpus.read(utf8(html()), "html"));
    }

    @Test
    void docxHasTheVersionOfThePlainText() throws IOException {
        same(Corpus.read(DocxSample.of(marked("H2", "N", "B")), "docx"));
    }

    @Test
    void pdfInOneColumnHasTheVersionOfThePlainText() throws IOException {
        same(Corpus.read(PdfSample.of(marked("H", "P", "B"), 1), "pdf"));
    }

    @Test
    void pdfInTwoColumnsHasTheVersionOfThePlainText() throws IOException {
        same(Corpus.read(PdfSample.of(marked("H", "P", "B"), 2), "pdf"));
    }

    @Test
    void akomaNtosoHasTheVersionOfThePlainText() {
        same(Corpus.read(utf8(akomaNtoso()), "akn"));
    }

    /// Headings of a preamble, its lists and all depths survive.
    @Test
    void whatIsWrittenAsAkomaNtosoIsReadBackTheSame() throws IOException {
        for (var name : Corpus.NAMES) {
            var read = Corpus.read(Corpus.file(name), name);
            var written =
                    InstrumentFile.outputs(new Imported(read, List.of())).get("instrument.akn.xml");
            var again = Corpus.read(java.util.Objects.requireNonNull(written), name);
            assertThat(texts(again)).as(name).isEqualTo(texts(read));
            assertThat(again.version()).as(name).isEqualTo(read.version());
        }
    }

    @Test
    void anotherWordIsAnotherVersion() {
        var other =
                html().replace("will hold regular consultations", "may hold regular consultations");
        assertThat(Corpus.read(utf8(other), "html").version()).isNotEqualTo(plain.version());
    }

    private static void same(Instrument other) {
        assertThat(texts(other)).isEqualTo(texts(plain));
        assertThat(other.version()).isEqualTo(plain.version());
        assertThat(other.parties()).isEqualTo(plain.parties());
        assertThat(other.parts().stream().map(part -> part.kind() + " " + part.depth()).toList())
                .isEqualTo(
                        plain.parts().stream()
                                .map(part -> part.kind() + " " + part.depth())
                                .toList());
        assertThat(other.gaps()).isEmpty();
    }

    private static List<String> texts(Instrument read) {
        return read.parts().stream()
                .flatMap(part ->
                        java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("# " + part.heading()),
                                part.paragraphs().stream()
                                        .map(each ->
                                                each.id()
                                                        + " "
                                                        + each.text()
                                                        + each.items().stream()
                                                                .map(item ->
                                                                        "\n"
                                                                                + item.key()
                                                                                + " "
                                                                                + item.text())
                                                                .toList())))
                .toList();
    }

    /// In the marks of the samples.
    private static String marked(String heading, String paragraph, String item) {
        var out = new StringBuilder("T " + plain.title() + "\n");
        for (var part : plain.parts()) {
            if (!part.heading().isEmpty()) {
                var level = heading.equals("H2") ? "H" + part.depth() : heading;
                out.append(level).append(' ').append(part.heading()).append('\n');
            }
            for (var each : part.paragraphs()) {
                var number = paragraph.equals("P") ? each.number() + ". " : "";
                out.append(paragraph).append(' ').append(number).append(each.text()).append('\n');
                each.items()
                        .forEach(one ->
                                out.append(item)
                                        .append(' ')
                                        .append(heading.equals("H") ? "• " : "")
                                        .append(one.text())
                                        .append('\n'));
            }
        }
        for (var block : plain.signatures()) {
            var mark = heading.equals("H2") ? "C " : "P ";
            for (var line : block.lines()) {
                out.append(mark).append(line).append('\n');
                mark = heading.equals("H2") ? "C " : "Q ";
            }
        }
        return out.toString();
    }

    private static String html() {
        var out = new StringBuilder("<!DOCTYPE html><html><body><h1>" + plain.title() + "</h1>\n");
        for (var part : plain.parts()) {
            if (!part.heading().isEmpty()) {
                out.append("<h")
                        .append(part.depth() + 1)
                        .append('>')
                        .append(part.heading())
                        .append("</h")
                        .append(part.depth() + 1)
                        .append(">\n");
            }
            for (var each : part.paragraphs()) {
                out.append("<p>")
                        .append(each.number())
                        .append(".&nbsp;")
                        .append(each.text())
                        .append("</p>\n");
                if (!each.items().isEmpty()) {
                    out.append("<ul>");
                    each.items()
                            .forEach(
                                    item -> out.append("<li>").append(item.text()).append("</li>"));
                    out.append("</ul>\n");
                }
            }
        }
        plain.signatures()
                .forEach(block ->
                        out.append("<p>")
                                .append(String.join("<br>", block.lines()))
                                .append("</p>\n"));
        return out.append("</body></html>").toString();
    }

    private static String akomaNtoso() {
        var out =
                new StringBuilder(
                        "<akomaNtoso"
                                + " xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement"
                                + " name=\"x\"><preface><p><docTitle>"
                                + plain.title()
                                + "</docTitle></p></preface><mainBody>");
        int open = 0;
        for (var part : plain.parts()) {
            while (open >= part.depth()) {
                out.append("</section>");
                open--;
            }
            if (!part.heading().isEmpty()) {
                out.append("<section eId=\"")
                        .append(part.id())
                        .append("\"><heading>")
                        .append(part.heading())
                        .append("</heading>");
                open++;
            }
            for (var each : part.paragraphs()) {
                out.append("<paragraph eId=\"para_")
                        .append(each.number())
                        .append("\"><num>")
                        .append(each.number())
                        .append(".</num>");
                if (each.items().isEmpty()) {
                    out.append("<content><p>").append(each.text()).append("</p></content>");
                } else {
                    out.append("<list><intro><p>").append(each.text()).append("</p></intro>");
                    each.items()
                            .forEach(item ->
                                    out.append("<point><num>◇</num><content><p>")
                                            .append(item.text())
                                            .append("</p></content></point>"));
                    out.append("</list>");
                }
                out.append("</paragraph>");
            }
        }
        out.append("</section>".repeat(open)).append("</mainBody><conclusions>");
        plain.signatures()
                .forEach(block ->
                        out.append("<p>")
                                .append(String.join("<br/>", block.lines()))
                                .append("</p>"));
        return out.append("</conclusions></statement></akomaNtoso>").toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
