// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;

/// Each rule refuses what it is for, and lets its good neighbour pass. Source: design sections 5
/// and 10.
class InstrumentImportRulesTest {
    private static final String GOOD =
            """
            SECURITY PARTNERSHIP BETWEEN THE EUROPEAN UNION AND OSTANIA

            Scope

            1. The European Union and Ostania will hold a dialogue once a year.

            Maritime security

            2. Ostania may invite the European Union to its exercises.
            """;

    @Test
    void ins01RefusesAnEmptyFileAndReadsOneWithText() throws IOException {
        refused(InstrumentRule.EMPTY, new byte[0]);
        refused(InstrumentRule.EMPTY, "\n \t\n".getBytes(StandardCharsets.UTF_8));
        refused(InstrumentRule.EMPTY, zip(Map.of("word/document.xml", document(""))));
        accepted(utf8(GOOD));
    }

    @Test
    void ins02RefusesWhatIsTooLargeAndReadsWhatIsLarge() {
        refused(InstrumentRule.TOO_LARGE, new byte[InstrumentImport.MOST_BYTES + 1]);
        refused(InstrumentRule.TOO_LARGE, utf8(GOOD + "A line of a list\n".repeat(30_000)));
        refused(InstrumentRule.TOO_LARGE, utf8(GOOD + "\f".repeat(1_000)));
        refused(InstrumentRule.TOO_LARGE, utf8("<html><body>" + "<div>".repeat(400) + GOOD));
        accepted(
                utf8(
                        GOOD
                                + "\n3. The European Union will report to Ostania on this.\n"
                                        .repeat(2_000)));
    }

    @Test
    void ins03RefusesOtherFormatsAndKnowsItsOwnByTheirBytes() throws IOException {
        refused(InstrumentRule.UNKNOWN_FORMAT, noise());
        refused(InstrumentRule.UNKNOWN_FORMAT, utf8("{\\rtf1 " + GOOD + "}"));
        refused(
                InstrumentRule.UNKNOWN_FORMAT,
                utf8("<?xml version=\"1.0\"?><feed>" + GOOD + "</feed>"));
        refused(InstrumentRule.UNKNOWN_FORMAT, zip(Map.of("content.xml", GOOD)));
        refused(InstrumentRule.UNKNOWN_FORMAT, office());
        accepted(
                utf8(
                        "<!DOCTYPE html><html><body><pre>\n"
                                + GOOD.replace("\n", "<br>\n")
                                + "</pre></body></html>"));
        accepted(GOOD.getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void ins04RefusesDamagedFiles() throws IOException {
        var docx = Corpus.file("numbering");
        refused(InstrumentRule.DAMAGED, java.util.Arrays.copyOf(docx, docx.length / 3));
        refused(InstrumentRule.DAMAGED, zip(Map.of("word/document.xml", "<w:document>")));
        refused(InstrumentRule.DAMAGED, utf8("%PDF-1.7\nnothing follows"));
        refused(InstrumentRule.DAMAGED, utf8("<akomaNtoso><statement></akomaNtoso>"));
        accepted(docx);
    }

    @Test
    void ins05RefusesEncryptedFiles() throws Exception {
        try (var document = Loader.loadPDF(Corpus.file("two-columns"))) {
            document.protect(
                    new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            var locked = new ByteArrayOutputStream();
            document.save(locked);
            refused(InstrumentRule.ENCRYPTED, locked.toByteArray());
        }
        refused(InstrumentRule.ENCRYPTED, encryptedDocx());
        accepted(Corpus.file("two-columns"));
    }

    @Test
    void ins06RefusesAScan() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            var scan = new ByteArrayOutputStream();
            document.save(scan);
            assertThat(refused(InstrumentRule.NO_TEXT, scan.toByteArray()))
                    .contains("2 pages without letters");
        }
    }

    @Test
    void ins07RefusesDocumentTypesAndArchivesThatUnfoldWithoutEnd() throws IOException {
        var entity = "<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        refused(
                InstrumentRule.UNSAFE,
                utf8("<?xml version=\"1.0\"?>" + entity + "<akomaNtoso>&x;</akomaNtoso>"));
        refused(
                InstrumentRule.UNSAFE,
                zip(
                        Map.of(
                                "word/document.xml",
                                entity.replace("akomaNtoso", "document") + document("x"))));
        refused(InstrumentRule.UNSAFE, bomb());
        refused(InstrumentRule.UNSAFE, endlessLetters());
        accepted(zip(Map.of("word/document.xml", document(GOOD))));
    }

    @Test
    void ins08RefusesTextsWithoutTwoParties() {
        refused(InstrumentRule.NO_PARTIES, utf8("Milk\nBread\nEggs\n2 candles\n"));
        refused(
                InstrumentRule.NO_PARTIES,
                utf8(
                        "Chapter One\n\n"
                                + "The rain had not stopped since Sunday. Anna stood at the window and"
                                + " waited for the postman, who would not come.\n\n"
                                + "\"He will be late,\" said Peter. \"He shall be.\"\n"));
        refused(
                InstrumentRule.NO_PARTIES,
                utf8("Lorem ipsum dolor sit amet, consectetur. ".repeat(50)));
    }

    @Test
    void ins09RefusesTextsThatBindNobody() {
        refused(
                InstrumentRule.NO_COMMITMENTS,
                utf8(
                        "A WALK BETWEEN OSLO AND BRUSSELS\n\n"
                                + "Oslo is a town in the north. Brussels is one in the west. Between"
                                + " Oslo and Brussels lie the sea and many fields, and the road is"
                                + " long.\n"));
        accepted(utf8(GOOD));
    }

    @Test
    void ins10StopsWhatTakesTooLong() {
        // Long enough that no machine has read it before it is asked for.
        var text = utf8(GOOD + "\n\nThe parties will speak with each other.".repeat(5_000));
        var answer = InstrumentImport.read(text, "slow.txt", Duration.ZERO);
        assertThat(rule(answer)).isEqualTo(InstrumentRule.TOO_SLOW);
        accepted(utf8(GOOD));
    }

    private static void accepted(byte[] bytes) {
        assertThat(InstrumentImport.read(bytes, "file"))
                .as(() -> String.valueOf(InstrumentImport.read(bytes, "file")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    /// The sentence of the refusal, which must be filled.
    private static String refused(InstrumentRule rule, byte[] bytes) {
        var answer = InstrumentImport.read(bytes, "file");
        assertThat(rule(answer)).as(() -> String.valueOf(answer)).isEqualTo(rule);
        var sentence = ((Outcome.Refused<Imported>) answer).refusal().sentence();
        assertThat(sentence).contains("file").doesNotContain("{").endsWith(".");
        return sentence;
    }

    private static Object rule(Outcome<Imported> answer) {
        return answer instanceof Outcome.Refused<Imported>(var refusal)
                ? refusal.rule()
                : "accepted";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise() {
        var noise = new byte[4_000];
        new java.util.Random(7).nextBytes(noise);
        noise[0] = 1;
        return noise;
    }

    private static byte[] office() {
        var office = new byte[2_000];
        office[0] = (byte) 0xD0;
        office[1] = (byte) 0xCF;
        office[2] = 0x11;
        office[3] = (byte) 0xE0;
        return office;
    }

    private static String document(String text) {
        var out = new StringBuilder("<w:document xmlns:w=\"urn:w\"><w:body>");
        text.lines()
                .forEach(line ->
                        out.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>"));
        return out.append("</w:body></w:document>").toString();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(utf8(part.getValue()));
            }
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1024 * 1024];
            for (int at = 0; at < 200; at++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    /// A PDF whose table of letters covers four thousand million of them.
    private static byte[] endlessLetters() throws IOException {
        try (var document = Loader.loadPDF(Corpus.file("two-columns"))) {
            var table =
                    new PDStream(
                            document,
                            new ByteArrayInputStream(
                                    utf8("1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange")));
            document.getDocumentCatalog().getCOSObject().setItem("Letters", table);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] encryptedDocx() throws Exception {
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("reader");
            try (var out = encryptor.getDataStream(files)) {
                out.write(Corpus.file("numbering"));
            }
            var out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
