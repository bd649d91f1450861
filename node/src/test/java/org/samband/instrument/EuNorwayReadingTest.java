// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;

/// The first instrument, paragraph by paragraph. Source: its text in `spec/instrument`.
class EuNorwayReadingTest {
    static final Path FOLDER =
            Path.of(System.getProperty("samband.root", ".."), "spec/instrument/eu-norway-2024");

    static Instrument instrument() throws IOException {
        var read =
                InstrumentImport.read(
                        Files.readAllBytes(FOLDER.resolve("source.txt")), "source.txt");
        return switch (read) {
            case Outcome.Accepted<Imported>(var imported) -> imported.instrument();
            case Outcome.Refused<Imported>(var refusal) ->
                    throw new AssertionError(refusal.sentence());
        };
    }

    @Test
    void all48ParagraphsAreThereAndNineAreThePreamble() throws IOException {
        var read = instrument();
        assertThat(read.paragraphs().stream().map(Paragraph::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 48).mapToObj(String::valueOf).toList());
        assertThat(read.preamble().stream().map(Paragraph::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 9).mapToObj(String::valueOf).toList());
        assertThat(read.gaps()).isEmpty();
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void titleAndPartiesAreTold() throws IOException {
        var read = instrument();
        assertThat(read.title())
                .isEqualTo(
                        "SECURITY AND DEFENCE PARTNERSHIP BETWEEN THE EUROPEAN UNION AND NORWAY");
        assertThat(read.parties())
                .containsExactly(new Party("EU", "European Union"), new Party("Norway", "Norway"));
    }

    @Test
    void seventeenAreasStandUnderTheirOpenerBetweenTheFrames() throws IOException {
        var read = instrument();
        assertThat(read.areas()).hasSize(17).allMatch(part -> part.depth() == 2);
        assertThat(
                        read.parts().stream()
                                .filter(part -> part.kind() == Part.Kind.FRAME)
                                .map(Part::heading))
                .containsExactly("General framework", "Areas of Cooperation", "Way Forward");
        assertThat(read.areas().getFirst().heading())
                .isEqualTo("Continued long-term support for Ukraine");
        assertThat(read.areas().getLast().heading()).isEqualTo("Women, Peace and Security");
    }

    @Test
    void theListOfParagraphElevenHasFourItems() throws IOException {
        var eleven = instrument().paragraph("p11").orElseThrow();
        assertThat(eleven.items().stream().map(Item::id))
                .containsExactly("p11.1", "p11.2", "p11.3", "p11.4");
        assertThat(eleven.items().get(2).sentences()).hasSize(2);
        assertThat(eleven.text()).endsWith("steering and oversight:");
    }

    @Test
    void theSignatureBlockNamesNoPartyThatItsLayoutDoesNotTell() throws IOException {
        assertThat(instrument().signatures())
                .containsExactly(
                        new Signature("Norway", List.of("FOR NORWAY")),
                        new Signature("EU", List.of("FOR THE EUROPEAN UNION")),
                        new Signature(null, List.of("Bjørn Arild Gram", "Minister of Defence")),
                        new Signature(
                                null, List.of("Espen Barth Eide", "Minister of Foreign Affairs")),
                        new Signature(
                                null,
                                List.of(
                                        "Josep Borrell Fontelles",
                                        "High Representative of the Union",
                                        "for Foreign Affairs and Security Policy")));
    }

    /// Every word of the source stands in the instrument, in order.
    @Test
    void nothingOfTheSourceIsLost() throws IOException {
        var source = Files.readString(FOLDER.resolve("source.txt"), StandardCharsets.UTF_8);
        assertThat(words(printed(instrument()))).isEqualTo(words(source));
    }

    /// `SAMBAND_REGENERATE=1` writes the file anew; what changed shows in the diff of the change.
    @Test
    void theCheckedInFileIsWhatTheImportReads() throws IOException {
        var file = FOLDER.resolve("instrument.json");
        var fresh = InstrumentFile.instrumentJson(instrument());
        if ("1".equals(System.getenv("SAMBAND_REGENERATE"))) {
            Files.writeString(file, fresh);
        }
        assertThat(Files.readString(file)).isEqualTo(fresh);
    }

    private static String printed(Instrument read) {
        var out = new StringBuilder(read.title());
        for (var part : read.parts()) {
            out.append(' ').append(part.heading());
            for (var paragraph : part.paragraphs()) {
                out.append(' ').append(paragraph.number()).append(". ").append(paragraph.text());
                paragraph
                        .items()
                        .forEach(item ->
                                out.append(' ')
                                        .append(item.label())
                                        .append(' ')
                                        .append(item.text()));
            }
        }
        read.signatures().forEach(block -> out.append(' ').append(String.join(" ", block.lines())));
        return out.toString();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
