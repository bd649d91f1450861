// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierNodes;
import org.springframework.mock.web.MockMultipartFile;

/// A form that is filled in from a document. EXERCISE. Source: `spec/document/`, DOC-10 to 13.
@NullUnmarked // what is missing fails the test
class DocumentPagesTest {
    private static final String MESSAGE =
            """
            <s:Push xmlns:s="urn:EXERCISE"><MessageID>EXERCISE-1</MessageID><Payload>
            <InformationSecurityLevel>NonClassified</InformationSecurityLevel>
            <InformationSensitivity>Amber</InformationSensitivity><Purpose>SAR</Purpose>
            <Vessel/></Payload></s:Push>
            """;

    @TempDir private static Path folder;
    private static DossierNodes nodes;
    private static ActRef dossier;

    @BeforeAll
    static void openAnExchange() {
        nodes = DossierNodes.openAsDelivered(folder);
        dossier =
                nodes.eu.opened(
                        "maritime-exchange",
                        Map.of("subject", "EXERCISE", "purpose", "csdp", "frame", "EXERCISE"));
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    private static Document read(String text, byte[] file, int status) throws Exception {
        return read("dossier/" + dossier + "/act/share", text, file, status);
    }

    private static Document read(String form, String text, byte[] file, int status)
            throws Exception {
        var request = multipart("/eu-norway/" + form);
        if (file.length > 0) {
            request.file(
                    new MockMultipartFile("source-document.file", "message.xml", "text/xml", file));
        }
        request.param("source-document", text)
                .param("step", "read")
                .param("sea-area", "EXERCISE area, typed before")
                .param("marking.TLP", "GREEN")
                .param("version", "1");
        var answer =
                new ShownPages(nodes.eu, nodes.eu.desk(), "en")
                        .addresses()
                        .perform(request)
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(status);
        return Jsoup.parse(answer.getContentAsString());
    }

    @Test
    void aMessageFillsInTheFormWithItsMarkingAndIsPutOnItAsAFile() throws Exception {
        var before = nodes.eu.dossier(dossier).state().version();
        var form = read("", MESSAGE.getBytes(UTF_8), 200);
        assertThat(form.select("#field-information").text()).contains("Vessel: 1");
        assertThat(
                        form.select("#field-purpose option[selected], [name=purpose][checked]")
                                .attr("value"))
                .isEqualTo("search-rescue");
        assertThat(form.select("#field-sea-area").attr("value")).startsWith("EXERCISE area");
        assertThat(form.select("[name=marking.TLP] option[selected]").attr("value"))
                .isEqualTo("AMBER");
        assertThat(form.select("input[name=papers][checked]").attr("value"))
                .contains("message.xml");
        assertThat(form.select("[role=status]").text()).contains("Purpose", "Information");
        assertThat(nodes.eu.dossier(dossier).state().version()).isEqualTo(before);
    }

    @Test
    void aPastedMessageIsReadAsWell() throws Exception {
        var form = read(MESSAGE, new byte[0], 200);
        assertThat(form.select("#field-information").text()).contains("CISE Push");
        assertThat(form.select("input[name=papers]:not([type=file])")).isEmpty();
    }

    /// Paragraphs 3 and 42: the invitation is filled in from a declaration that is at hand, and
    /// what its form does not ask is said beside it.
    @Test
    void aDeclarationFillsInTheFormThatOpensADossier() throws Exception {
        var declaration =
                """
                EXERCISE declaration by the High Representative on behalf of the EU, 12 April 2031
                On 12 March 2031, the Council adopted Decision (CFSP) 2031/411 [1].
                The Council Decision prolongs the EXERCISE measures against Ruritania.
                Montenegro and Norway align themselves with this Council Decision.
                """;
        var form = read("open/sanctions-alignment", declaration, new byte[0], 200);
        assertThat(form.select("#field-decision").attr("value"))
                .isEqualTo("Council Decision (CFSP) 2031/411");
        assertThat(form.select("#field-adopted-on").attr("value")).isEqualTo("2031-03-12");
        assertThat(form.select("[role=status]").text())
                .contains(
                        "also says: Declared on: 2031-04-12;",
                        "Countries that align: Montenegro, Norway; Countries that are not named:");
        assertThat(form.select("form.sb-form").attr("enctype")).isEqualTo("multipart/form-data");
        var wrong = read("open/sanctions-alignment", "EXERCISE, no declaration", new byte[0], 422);
        assertThat(wrong.select("#refusal-source-document").text())
                .contains("no declaration on alignment");
    }

    @Test
    void whatIsNoMessageIsRefusedAtItsPlaceAndNothingTypedIsLost() throws Exception {
        var form = read("EXERCISE no message", new byte[0], 422);
        assertThat(form.select("#refusal-source-document").text()).contains("cannot be read");
        assertThat(form.select("#field-sea-area").attr("value")).startsWith("EXERCISE area");
        assertThat(form.select("#field-source-document").text()).isEqualTo("EXERCISE no message");
        assertThat(read("", new byte[0], 422).select("#refusal-source-document").text())
                .contains("No document was given");
    }

    @Test
    void aMessageAboveTheCeilingIsRefusedBeforeItsFileIsKept() throws Exception {
        var secret = MESSAGE.replace("NonClassified", "EUSecret").getBytes(UTF_8);
        var form = read("", secret, 422);
        assertThat(form.select("#refusal-source-document").text()).isNotEmpty();
        assertThat(form.select("input[name=papers][checked]")).isEmpty();
    }
}
