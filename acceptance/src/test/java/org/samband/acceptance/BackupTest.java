// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A backup that was taken while the node worked is put back as docs/operating.md says, when the
/// node had gone on for a while. Nothing is numbered twice: what the counterpart has comes back. At
/// the end the node is built anew from its export.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path DOCUMENT =
            Path.of(System.getProperty("samband.root", ".."), "docs", "operating.md");

    @TempDir static Path folder;
    private static TwoNodes nodes;

    @SuppressWarnings("NullAway.Init")
    private static Visitor eu;

    @SuppressWarnings("NullAway.Init")
    private static Visitor norway;

    private static String dossier = "";
    private static final byte[] PAPER = new byte[200_000];

    @BeforeAll
    static void startBoth() {
        nodes = TwoNodes.in(folder);
        eu = nodes.officer(nodes.eu(), "desk");
        norway = nodes.officer(nodes.norway(), "desk");
        new Random(7).nextBytes(PAPER);
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    @Test
    @Order(1)
    void aBackupIsTakenWhileOfficersWork() throws Exception {
        dossier = eu.invites("EXERCISE: edition of the backup");
        awaitText(norway, dossier, "Norway is invited");
        var stopped = new AtomicBoolean();
        var working =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 1; !stopped.get(); i++) {
                                comment(norway, "Meanwhile " + i);
                            }
                        });
        var said = document("backup").replace("./samband ", "").replace("FILE", config("NO"));
        var command = said.replace("DIR", backup()).strip().split(" ");
        assertThat(NodeProcess.run(command)).contains("holds all that this node keeps");
        stopped.set(true);
        working.join(PATIENCE);
        assertThat(Path.of(backup(), "sent")).doesNotExist();
        assertThat(Path.of(backup(), "keys", "ledger.key")).exists();
    }

    @Test
    @Order(2)
    void theNodeGoesOnAfterItAndTheCounterpartHasItAll() throws IOException {
        comment(norway, "After the backup.");
        var paper = Files.write(folder.resolve("paper.bin"), PAPER);
        norway.upload(
                norway.get("/eu-norway/open/local-note"),
                "papers.file",
                List.of(paper),
                "title",
                "EXERCISE: note after the backup",
                "country",
                "Exerland",
                "kind",
                "information",
                "note-text",
                "EXERCISE. See the paper.");
        awaitText(eu, dossier, "After the backup.");
        awaitText(eu, "/eu-norway/dossiers", "note after the backup");
    }

    @Test
    @Order(3)
    void theOlderCopyIsPutBackAndTheNodeTakesItsActsBackAndGoesOnWithItsLine() throws Exception {
        nodes.norway().stop();
        run(document("mv data"), folder.resolve("NO"));
        nodes.norway().start();
        norway = nodes.officer(nodes.norway(), "desk");
        awaitText(norway, dossier, "After the backup.");
        awaitText(norway, "/eu-norway/dossiers", "note after the backup");
        var note =
                norway.follow(norway.get("/eu-norway/dossiers"), "EXERCISE: note after the backup");
        assertThat(norway.download(note.select("a[href*=/file/]").attr("href"))).isEqualTo(PAPER);
        Waiting.until(
                PATIENCE,
                () -> norway.get("/eu-norway/line").text(),
                () -> !norway.get("/eu-norway/line").text().contains("Avvist"));
        comment(norway, "With the older copy.");
        awaitText(eu, dossier, "With the older copy.");
        comment(eu, "And back.");
        awaitText(norway, dossier, "And back.");
        assertThat(eu.get(dossier).select("#acts li[id]").eachAttr("id"))
                .isEqualTo(norway.get(dossier).select("#acts li[id]").eachAttr("id"))
                .hasSizeGreaterThan(5);
        assertThat(eu.get("/eu-norway/line").text()).doesNotContain("Stopped");
    }

    @Test
    @Order(4)
    void aNodeRebuiltFromItsExportExportsTheSameBytes() throws IOException {
        var export = folder.resolve("a.export");
        var command = List.of("export", "--with-own", "--config", config("NO"), "--out");
        assertThat(refused(command, export)).contains("SET-01").hasLineCount(1);
        nodes.norway().stop();
        NodeProcess.run(with(command, export));
        assertThat(refused(command, export)).contains(export.toString());
        assertThat(NodeProcess.verify(export)).isZero();

        var old = folder.resolve("NO");
        var rebuilt = folder.resolve("rebuilt");
        Files.createDirectories(rebuilt.resolve("data/keys"));
        for (var file : List.of("node.yaml", "password")) {
            Files.copy(old.resolve(file), rebuilt.resolve(file));
        }
        try (var keys = Files.list(old.resolve("data/keys"))) {
            for (var key : keys.toList()) {
                Files.copy(key, rebuilt.resolve("data/keys").resolve(key.getFileName()));
            }
        }
        var restore = List.of("restore", "--config", config("rebuilt"));
        NodeProcess.run(with(restore, export));
        assertThat(refused(restore, export)).contains("LED-17");
        var again = folder.resolve("b.export");
        NodeProcess.run(
                "export", "--with-own", "--config", config("rebuilt"), "--out", again.toString());
        assertThat(again).hasSameBinaryContentAs(export);
        assertThat(folder.resolve("b.export.own"))
                .hasSameBinaryContentAs(folder.resolve("a.export.own"));
    }

    private static String refused(List<String> command, Path file) {
        return NodeProcess.run(2, with(command, file));
    }

    private static String[] with(List<String> command, Path file) {
        return Stream.concat(command.stream(), Stream.of(file.toString())).toArray(String[]::new);
    }

    /// The block of commands in the operators' document that has this word.
    private static String document(String word) throws IOException {
        return Pattern.compile("(?s)```sh\n(.*?)```")
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains(word))
                .findFirst()
                .orElseThrow();
    }

    /// Runs commands as they stand in the document, save that of the node itself.
    private static void run(String commands, Path in) throws IOException, InterruptedException {
        var shell =
                new ProcessBuilder(
                                "sh",
                                "-ec",
                                commands.replace("DIR", backup()).replaceAll("./samband.*", ""))
                        .directory(in.toFile())
                        .inheritIO()
                        .start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isZero();
    }

    private static String backup() {
        return folder.resolve("backup").toString();
    }

    private static String config(String party) {
        return folder.resolve(party).resolve("node.yaml").toString();
    }

    private static void comment(Visitor officer, String text) {
        officer.submit(officer.get(dossier + "/act/comment"), "comment", "EXERCISE. " + text);
    }

    private static void awaitText(Visitor officer, String path, String text) {
        Waiting.until(
                PATIENCE,
                () -> path + " does not say \"" + text + "\": " + officer.answer(path).body(),
                () -> {
                    var answer = officer.answer(path);
                    return answer.statusCode() == 200
                            && org.jsoup.Jsoup.parse(answer.body()).text().contains(text);
                });
    }
}
