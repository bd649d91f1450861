// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/// Akoma Ntoso as it is written: valid against the project's profile, and against the schema of
/// OASIS where that is at hand.
class AkomaNtosoTest {
    private static final Path PROFILE = Path.of("../spec/instrument/akn-profile.xsd");
    private static final Path FIRST = Path.of("../spec/instrument/eu-norway-2024/source.txt");

    /// Where the schema of OASIS stands: named by the environment, or beside the project.
    private static Path oasis() {
        var named = System.getenv("SAMBAND_AKN_SCHEMA");
        return named == null || named.isBlank()
                ? Path.of("../../shared/schemas/akomantoso30.xsd")
                : Path.of(named);
    }

    private static Schema schema(Path file) throws SAXException {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return factory.newSchema(file.toFile());
    }

    private static void validate(Schema schema, String xml) throws IOException {
        try {
            schema.newValidator()
                    .validate(
                            new StreamSource(
                                    new ByteArrayInputStream(
                                            xml.getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException invalid) {
            throw new AssertionError(invalid.getMessage() + "\n" + xml, invalid);
        }
    }

    /// Every text of the corpus, and one with everything that could break XML.
    private static Map<String, String> documents() throws IOException {
        var documents = new LinkedHashMap<String, String>();
        documents.put(FIRST.toString(), written(Files.readAllBytes(FIRST), "source.txt"));
        for (var name : Corpus.NAMES) {
            documents.put(name, written(Corpus.file(name), name));
        }
        documents.put("nasty", written(nasty()));
        return documents;
    }

    private static String written(byte[] file, String name) {
        return written(CommitmentReadingTest.imported(file, name));
    }

    private static String written(Imported imported) {
        return new String(
                InstrumentFile.outputs(imported).get("instrument.akn.xml"), StandardCharsets.UTF_8);
    }

    static Imported nasty() {
        var nested = new Item("p-II.1.a.i", "(i)", "i", "deep & <b>", 10, List.of(), List.of());
        var item = new Item("p-II.1.a", "", "a", "one\nafter", 3, List.of(nested), List.of());
        var twin = new Item("p-II.1.a", "◇", "a", "two", 3, List.of(), List.of());
        var listed =
                new Paragraph("p-II.1", "1", "lead:\nafter", 5, List.of(item, twin), List.of(), 1);
        var twice = new Paragraph("p-II.1", "1", "a \u0001 ]]> \"x\"", 11, List.of(), List.of(), 1);
        var bare = new Paragraph("u2", "", "", 0, List.of(), List.of(), 1);
        return new Imported(
                new Instrument(
                        "A <title> & \"more\"",
                        "sha256:00",
                        List.of(new Party("A & B", "A & B"), new Party("Ø", "Ø")),
                        List.of(
                                new Part("part1", Part.Kind.PREAMBLE, "", "", 1, List.of(listed)),
                                new Part("part2", Part.Kind.AREA, "II", "Deep", 3, List.of(listed)),
                                new Part(
                                        "part2", Part.Kind.ANNEX, "", "", 1, List.of(twice, bare))),
                        List.of(
                                new Signature(null, List.of("For <A>", "X")),
                                new Signature("Ø", List.of("Y"))),
                        List.of("1 See <this>.", "note"),
                        List.of(new Gap("deleted", "1", "[...]"), new Gap("doubt", "line 4", "?"))),
                List.of());
    }

    @Test
    void everyDocumentIsValidAgainstTheProfile() throws IOException, SAXException {
        var profile = schema(PROFILE);
        var documents = documents();
        for (var document : documents.values()) {
            validate(profile, document);
        }
        assertThat(documents).hasSizeGreaterThan(2);
        System.out.println(
                "Akoma Ntoso: " + documents.size() + " documents valid against " + PROFILE);
    }

    @Test
    void everyDocumentIsValidAgainstTheSchemaOfOasis() throws IOException, SAXException {
        var file = oasis();
        if (!Files.exists(file)) {
            System.out.println("Akoma Ntoso: not checked against OASIS, no schema at " + file);
        }
        Assumptions.assumeTrue(Files.exists(file), "no schema of OASIS at " + file);
        var schema = schema(file);
        var documents = documents();
        for (var document : documents.values()) {
            validate(schema, document);
        }
        System.out.println("Akoma Ntoso: " + documents.size() + " documents valid against " + file);
    }

    @Test
    void theProfileRefusesWhatIsNotWritten() throws IOException, SAXException {
        var profile = schema(PROFILE);
        var wrong = written(nasty()).replace("<wrapUp", "<wrapup").replace("</wrapUp", "</wrapup");
        assertThatThrownBy(() -> validate(profile, wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void addressesOfParagraphsAndItemsAreThoseOfTheNamingConvention() throws IOException {
        var first = documents().get(FIRST.toString());
        assertThat(first)
                .contains("eId=\"para_11__list_1__point_3\"")
                .contains("eId=\"rec_9\"")
                .contains("<paragraph eId=\"para_48\">")
                .contains("<heading eId=\"sec_");
    }
}
