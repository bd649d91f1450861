// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The line, then none, then the line again: with the connection gone, officers and operators carry
/// files both ways, and nothing is lost. All bytes that were carried are read: what is own is not
/// among them.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AirGapTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DOSSIER = "/eu-norway/dossier/EU-1";
    private static final String LINE = "/eu-norway/line";

    @TempDir static Path folder;

    private static TwoNodes nodes;

    @SuppressWarnings("NullAway.Init")
    private static Visitor eu;

    @SuppressWarnings("NullAway.Init")
    private static Visitor norway;

    private static final List<Path> CARRIED = new ArrayList<>();
    private static String paperLink = "";

    @BeforeAll
    static void startBoth() {
        nodes = TwoNodes.in(folder);
        signIn();
    }

    private static void signIn() {
        eu = nodes.officer(nodes.eu(), "desk");
        norway = nodes.officer(nodes.norway(), "desk");
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    @Test
    @Order(1)
    void overTheLine() {
        eu.submit(
                eu.get("/eu-norway/open/forum-invitation"),
                "title",
                "EXERCISE: edition across an air gap",
                "edition",
                "EXERCISE edition",
                "begins",
                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString());
        awaitText(norway, DOSSIER, "across an air gap");
        eu.submit(eu.get(DOSSIER), "note", "EXERCISE. Planted own note of the EU.");
    }

    @Test
    @Order(2)
    void withTheLineGoneAFileOfThePageIsBroughtInByCommand() throws IOException {
        transport("file");
        comment(eu, "First word by file.");
        comment(eu, "Second word by file.");
        assertThat(norway.get(DOSSIER).text()).doesNotContain("First word");
        var file = takenOut(eu, "eu.asice");
        assertThat(NodeProcess.run("segment", "import", "--config", config("NO"), file.toString()))
                .contains("taken")
                .contains("2 new");
        assertThat(norway.get(DOSSIER).text()).contains("First word").contains("Second word");
    }

    @Test
    @Order(3)
    void theReceiptComesBackInAFileOfTheCommandAndIsBroughtInOnThePage() throws IOException {
        comment(norway, "Answer by file.");
        assertThat(eu.get(LINE).text()).contains("wait for their receipt");
        var out = folder.resolve("carried");
        NodeProcess.run("segment", "export", "--config", config("NO"), "--out", out.toString());
        var files = files(out);
        assertThat(files).hasSize(1);
        CARRIED.addAll(files);
        var page = eu.upload(eu.get(LINE), "files", files.toArray(Path[]::new));
        assertThat(page.text()).contains("1 new entry").contains("receipt for 2 more of ours");
        assertThat(eu.get(DOSSIER).text()).contains("Answer by file.");
        assertThat(eu.get(LINE).text()).contains("All our entries are with the counterpart");
    }

    @Test
    @Order(4)
    void aStackInTheWrongOrderAndTwiceIsTakenAndAChangedByteIsRefused() throws IOException {
        comment(eu, "Third word by file.");
        var third = takenOut(eu, "third.asice");
        comment(eu, "Fourth word by file.");
        var both = takenOut(eu, "fourth.asice");
        var changed = Files.readAllBytes(third);
        changed[changed.length / 3] ^= 4;
        var broken = Files.write(folder.resolve("broken.asice"), changed);
        var page = norway.upload(norway.get(LINE), "files", both, broken, third);
        assertThat(page.select("[role=status] .sb-pill").eachText())
                .containsExactly("Tatt imot", "Avvist", "Tatt imot");
        assertThat(norway.get(DOSSIER).text()).contains("Third word").contains("Fourth word");
        assertThat(norway.upload(norway.get(LINE), "files", both).text())
                .contains("Var her fra før");
    }

    @Test
    @Order(5)
    void anActWithAFileIsCarriedAndTheBytesAreTheSameThere() throws IOException {
        var bytes = new byte[300_000];
        new Random(20261126).nextBytes(bytes);
        var paper = Files.write(folder.resolve("paper.pdf"), bytes);
        eu.upload(
                eu.get("/eu-norway/open/local-note"),
                "papers.file",
                List.of(paper),
                "title",
                "EXERCISE: note with a paper",
                "country",
                "Exerland",
                "kind",
                "information",
                "note-text",
                "EXERCISE. See the paper.");
        var file = takenOut(eu, "with-paper.asice");
        var changed = Files.readAllBytes(file);
        changed[changed.length / 2] ^= 1;
        var broken = Files.write(folder.resolve("with-another-paper.asice"), changed);
        var refused = norway.upload(norway.get(LINE), "files", broken);
        assertThat(refused.text()).contains("Avvist").contains("er endret på veien");
        assertThat(norway.get("/eu-norway/dossiers").text()).doesNotContain("note with a paper");
        norway.upload(norway.get(LINE), "files", file);
        var dossier =
                norway.follow(norway.get("/eu-norway/dossiers"), "EXERCISE: note with a paper");
        paperLink = dossier.select("a[href*=/file/]").attr("href");
        assertThat(norway.download(paperLink)).isEqualTo(bytes);
    }

    /// As `docs/operating.md` says under "Entries of our own by file".
    @Test
    @Order(6)
    void withAnOlderCopyPutBackTheNodeTakesItsActsBackFromFilesOfTheCounterpart() throws Exception {
        var backup = folder.resolve("backup").toString();
        NodeProcess.run("backup", "--config", config("NO"), "--out", backup);
        comment(norway, "After the backup.");
        eu.upload(eu.get(LINE), "files", takenOut(norway, "after.asice"));
        comment(norway, "In no file yet.");
        nodes.norway().stop();
        var data = nodes.norway().folder();
        var broken = Files.move(data, data.resolveSibling("data.broken"));
        for (var copied : List.of(backup, broken.resolve("sent").toString())) {
            var to = copied.equals(backup) ? data : data.resolve("sent");
            assertThat(new ProcessBuilder("cp", "-a", copied, to.toString()).start().waitFor())
                    .isZero();
        }
        nodes.norway().start();
        signIn();
        var alarm = norway.get(LINE).select("[role=alert]").text();
        var first = Pattern.compile("nummer ([0-9]+)").matcher(alarm);
        assertThat(first.find()).as(alarm).isTrue();
        var out = folder.resolve("given-back");
        NodeProcess.run(
                "segment",
                "export",
                "--give-back",
                first.group(1),
                "--config",
                config("EU"),
                "--out",
                out.toString());
        CARRIED.addAll(files(out));
        norway.upload(norway.get(LINE), "files", files(out).toArray(Path[]::new));
        assertThat(norway.get(LINE).select("[role=alert]")).isEmpty();
        assertThat(norway.get(DOSSIER).text())
                .contains("After the backup.")
                .doesNotContain("In no file yet.");
    }

    @Test
    @Order(7)
    void withTheLineBackNothingIsLostAndBothShowTheSame() {
        comment(norway, "Waits for the line.");
        transport("direct");
        awaitText(eu, DOSSIER, "Waits for the line.");
        comment(eu, "Over the line again.");
        awaitText(norway, DOSSIER, "Over the line again.");
        assertThat(eu.get(DOSSIER).select("#acts li[id]").eachAttr("id"))
                .isEqualTo(norway.get(DOSSIER).select("#acts li[id]").eachAttr("id"));
        Waiting.until(
                PATIENCE,
                () -> eu.get(LINE).text(),
                () -> eu.get(LINE).text().contains("All our entries are with the counterpart"));
    }

    @Test
    @Order(8)
    void whatTheEuRecallsIsShownNoMoreAtNorwayAndReceiptedThere() {
        var head = nodes.officer(nodes.eu(), "head");
        var act = DOSSIER.substring(DOSSIER.lastIndexOf('/') + 1);
        head.submit(head.get(DOSSIER + "/recall/" + act), "reason", "EXERCISE. Sent by mistake.");
        awaitText(norway, DOSSIER, "Sent by mistake.");
        assertThat(norway.get(DOSSIER).text())
                .doesNotContain("across an air gap")
                .doesNotContain("EXERCISE edition");
        assertThat(norway.get("/eu-norway/dossiers").text()).doesNotContain("across an air gap");
        assertThat(eu.get(DOSSIER).text()).contains("across an air gap");
        var registry = nodes.officer(nodes.norway(), "registry");
        registry.submit(
                registry.get(registry.get(DOSSIER).select("a[href*=/receipt/]").attr("href")),
                "outcome",
                "destroyed",
                "reason",
                "EXERCISE. Shredded.");
        awaitText(eu, DOSSIER, "Shredded.");
        var auditor = nodes.officer(nodes.norway(), "auditor");
        assertThat(auditor.get(DOSSIER + "/recalled/" + act).text()).contains("across an air gap");
        assertThat(auditor.get("/security-log").text()).contains(act);
        assertThat(norway.answer(DOSSIER + "/recalled/" + act).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(9)
    void aFileThatWasRecalledIsGivenToTheAuditorAndToNobodyElseThere() {
        var head = nodes.officer(nodes.eu(), "head");
        var path = paperLink.substring(0, paperLink.indexOf("/file/"));
        var act = path.substring(path.lastIndexOf('/') + 1);
        head.submit(head.get(path + "/recall/" + act), "reason", "EXERCISE. Wrong paper.");
        awaitText(norway, path, "Wrong paper.");
        assertThat(norway.answer(paperLink).statusCode()).isEqualTo(404);
        assertThat(nodes.officer(nodes.norway(), "registry").answer(paperLink).statusCode())
                .isEqualTo(404);
        var auditor = nodes.officer(nodes.norway(), "auditor");
        var shown = auditor.get(path + "/recalled/" + act).select("a[href*=/file/]").attr("href");
        assertThat(auditor.download(shown)).hasSize(300_000);
        assertThat(eu.download(paperLink)).as("where it comes from").hasSize(300_000);
    }

    @Test
    @Order(10)
    void ownRecordsAreInNothingThatWasCarried() throws IOException {
        var all = new StringBuilder();
        for (var file : CARRIED) {
            all.append(file.getFileName());
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : java.util.Collections.list(zip.entries())) {
                    try (var in = zip.getInputStream(entry)) {
                        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        assertThat(all).contains("First word by file.").contains("Answer by file.");
        assertThat(all).doesNotContain("Planted own note").doesNotContain("\"own\"");
    }

    /// Sets the transport of both nodes as their operators do, and starts them again.
    private static void transport(String kind) {
        for (var party : List.of("EU", "NO")) {
            var config = Path.of(config(party));
            try {
                var text = Files.readString(config).replaceAll("\n    transport: .*", "");
                Files.writeString(
                        config,
                        text.replace(
                                "  - name: eu-norway\n",
                                "  - name: eu-norway\n    transport: " + kind + "\n"));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        nodes.again();
        signIn();
    }

    private static String config(String party) {
        return folder.resolve(party).resolve("node.yaml").toString();
    }

    private static void comment(Visitor officer, String text) {
        officer.submit(officer.get(DOSSIER + "/act/comment"), "comment", "EXERCISE. " + text);
    }

    private static Path takenOut(Visitor officer, String name) throws IOException {
        var path = folder.resolve(name);
        Files.write(path, officer.download(officer.get(LINE), "/line/file"));
        CARRIED.add(path);
        return path;
    }

    private static List<Path> files(Path out) throws IOException {
        try (var files = Files.list(out)) {
            return files.toList();
        }
    }

    private static void awaitText(Visitor officer, String path, String text) {
        Waiting.until(
                PATIENCE,
                () -> path + " does not say \"" + text + "\": " + officer.answer(path).body(),
                () -> {
                    var answer = officer.answer(path);
                    return answer.statusCode() == 200 && text(answer.body()).contains(text);
                });
    }

    private static String text(String html) {
        Document page = org.jsoup.Jsoup.parse(html);
        return page.text();
    }
}
