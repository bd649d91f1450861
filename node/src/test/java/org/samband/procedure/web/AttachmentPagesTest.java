// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.label.Clearance;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierNodes;
import org.samband.proof.Digest;
import org.samband.web.NotFound;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/// Files on the forms of acts: put on, kept, sent, fetched by who sees the dossier. EXERCISE.
@NullUnmarked // what is missing fails the test
class AttachmentPagesTest {
    private static final byte[] PAPER =
            "<html><script>EXERCISE</script></html>".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Digest.sha256(PAPER).hex();

    @TempDir private static Path folder;
    private static DossierNodes nodes;
    private static ActRef dossier;

    @BeforeAll
    static void agreeOnADate() {
        nodes = DossierNodes.open(folder);
        dossier = nodes.eu.opened("consultation", Map.of("dates", "12.3.2026"));
        nodes.toNorway();
        nodes.no.acted(dossier, "agree-date", Map.of("agreed-date", "12.3.2026"));
        nodes.toTheEu();
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    private static ShownPages eu() {
        return new ShownPages(nodes.eu, nodes.eu.desk(), "en");
    }

    private static MockHttpServletResponse send(String agenda, String line, byte[]... files)
            throws Exception {
        var request = multipart("/eu-norway/dossier/" + dossier + "/act/note-agenda");
        for (var file : files) {
            request.file(
                    new MockMultipartFile("papers.file", "Agenda <i>.html", "text/html", file));
        }
        if (!line.isEmpty()) {
            request.param("papers", line);
        }
        request.param("agenda", agenda)
                .param("marking.TLP", "GREEN")
                .param("version", String.valueOf(nodes.eu.dossier(dossier).state().version()));
        return eu().addresses().perform(request).andReturn().getResponse();
    }

    @Test
    void aFileGoesWithItsActAndIsFetchedAsADownloadByWhoSeesTheDossier() throws Exception {
        var sent = send("EXERCISE point", "", PAPER);
        assertThat(sent.getStatus()).isEqualTo(303);
        var link =
                eu().dossier(dossier.toString()).select("#acts a[download][href*=/file/]").last();
        assertThat(link.text()).isEqualTo("Agenda <i>.html");
        assertThat(link.attr("href")).endsWith("/" + HASH);
        var fetched = eu().addresses().perform(get(link.attr("href"))).andReturn().getResponse();
        assertThat(fetched.getContentAsByteArray()).isEqualTo(PAPER);
        assertThat(fetched.getContentType()).isEqualTo("application/octet-stream");
        assertThat(fetched.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(fetched.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(fetched.getHeader("Cache-Control")).isEqualTo("no-store");
        var outside =
                DossierNodes.limited(
                        nodes.eu.desk(), DossierNodes.areas("cyber"), Clearance.NOTHING);
        var stranger = new ShownPages(nodes.eu, outside, "en").addresses();
        assertThatThrownBy(() -> stranger.perform(get(link.attr("href"))))
                .hasRootCauseInstanceOf(NotFound.class);
        arrivesAtTheCounterpart(link.attr("href"));
    }

    private static void arrivesAtTheCounterpart(String link) throws Exception {
        var carried = folder.resolve("carried");
        nodes.eu.rooms().door(Attachments.class).copyTo(DossierNodes.EU_NORWAY, false, carried);
        nodes.no.rooms().door(Attachments.class).takeFrom(DossierNodes.EU_NORWAY, carried);
        nodes.toNorway();
        var norway = new ShownPages(nodes.no, nodes.no.desk(), "nb");
        assertThat(
                        norway.dossier(dossier.toString())
                                .select("#acts a[download][href*=/file/]")
                                .last()
                                .text())
                .isEqualTo("Agenda <i>.html");
        assertThat(
                        norway.addresses()
                                .perform(get(link))
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray())
                .isEqualTo(PAPER);
    }

    private static Document refused(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        return Jsoup.parse(answer.getContentAsString());
    }

    @Test
    void aFileStaysOnAFormThatIsRefusedAndIsSentWithItAfterwards() throws Exception {
        var paper = "EXERCISE other paper".getBytes(StandardCharsets.UTF_8);
        var form = refused(send("", "", paper));
        var kept = form.select("input[type=checkbox][name=papers]");
        assertThat(kept).hasSize(1);
        assertThat(kept.first().hasAttr("checked")).isTrue();
        assertThat(form.select("form.sb-form").attr("enctype")).isEqualTo("multipart/form-data");
        assertThat(send("EXERCISE", kept.first().attr("value")).getStatus()).isEqualTo(303);
        assertThat(
                        eu().dossier(dossier.toString())
                                .select("#acts a[download][href*=/file/]")
                                .last()
                                .attr("href"))
                .endsWith(Digest.sha256(paper).hex());
    }

    @Test
    void eachWayToBeWrongHasItsSentenceAtTheField() throws Exception {
        assertThat(refused(send("EXERCISE", "", new byte[0])).select("#refusal-papers").text())
                .contains("is empty");
        var known = new Attachment(Digest.sha256(PAPER), PAPER.length, "a.txt", "text/plain");
        var guessed =
                new Attachment(Digest.sha256(new byte[] {1}), 1, "known hash.txt", "text/plain");
        assertThat(refused(send("EXERCISE", guessed.typed())).select("#refusal-papers").text())
                .contains("known hash.txt");
        assertThat(refused(send("EXERCISE", known.typed() + "\nno file")).text())
                .contains("choose it again");
        var files = new byte[11][];
        for (int i = 0; i < files.length; i++) {
            files[i] = ("EXERCISE " + i).getBytes(StandardCharsets.UTF_8);
        }
        assertThat(refused(send("EXERCISE", "", files)).select("#refusal-papers").text())
                .contains("may have 10 lines, not 11");
    }
}
