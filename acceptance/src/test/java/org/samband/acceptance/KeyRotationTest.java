// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.samband.acceptance.reader.Counterpart;
import org.samband.acceptance.reader.Export;
import org.samband.acceptance.reader.Note;
import org.samband.acceptance.reader.Pair;

/// The EU changes its ledger key while both nodes have work: once in the ordinary way, once to sign
/// twice from then on, once because a key was stolen; and then its key of the line. The commands
/// are those of docs/operating.md.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyRotationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern KEY = Pattern.compile("Signs from now on: (\\S+)");

    @TempDir static Path folder;

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.in(folder);
        crosses("before the change");
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    /// An invitation of the EU reaches Norway, and Norway's answer the EU.
    private static void crosses(String what) {
        var eu = nodes.officer(nodes.eu(), "desk");
        var norway = nodes.officer(nodes.norway(), "desk");
        var dossier = eu.invites("EXERCISE: " + what);
        Waiting.until(
                PATIENCE,
                () -> norway.get("/eu-norway/line").text(),
                () ->
                        norway.answer(dossier).statusCode() == 200
                                && norway.get(dossier).text().contains("Norway is invited"));
        norway.submit(norway.get(dossier + "/act/accept"), "delegation", "EXERCISE Minister");
        Waiting.until(
                PATIENCE,
                () -> eu.get("/eu-norway/line").text(),
                () -> eu.get(dossier).text().contains("Norway accepted the invitation"));
    }

    /// @return the new key
    private static Note.Key changed(String... more) throws Exception {
        nodes.eu().stop();
        var command = new java.util.ArrayList<>(List.of("key", "rotate", "--config"));
        command.add(nodes.eu().config().toString());
        command.addAll(List.of(more));
        var said = KEY.matcher(NodeProcess.run(command.toArray(String[]::new)));
        assertThat(said.find()).isTrue();
        nodes.eu().start();
        return Note.Key.of(said.group(1));
    }

    private static byte[] export(NodeProcess node) {
        return nodes.officer(node, "auditor").download("/eu-norway/line/export");
    }

    /// Both exports hold, for the auditor's program and for the second reader.
    private static void bothExportsHold() throws Exception {
        var files = new Path[] {folder.resolve("eu.export"), folder.resolve("norway.export")};
        Files.write(files[0], export(nodes.eu()));
        Files.write(files[1], export(nodes.norway()));
        for (var file : files) {
            assertThat(Export.read(Files.readAllBytes(file))).hasSize(2);
        }
        assertThat(NodeProcess.verify(files)).isZero();
    }

    private static Pair pair(NodeProcess node, String party) throws Exception {
        return Pair.of(Files.readString(node.folder().resolve("eu-norway." + party + ".pair")));
    }

    /// The newest checkpoint of the EU in an export.
    private static Note newest(byte[] export) throws Exception {
        var notes =
                Pattern.compile("\"(samband/eu-norway/EU\\\\n[^\"]*)\"")
                        .matcher(new String(export, UTF_8).lines().findFirst().orElse(""));
        Note newest = null;
        while (notes.find()) {
            var note = Note.of(notes.group(1).replace("\\n", "\n"));
            newest = newest == null || note.size() > newest.size() ? note : newest;
        }
        return java.util.Objects.requireNonNull(newest);
    }

    /// Norway's answer to who claims with a key of the EU's folder, over the EU's own line.
    private static String claimed(Path ledgerKey, Note.Key key) throws Exception {
        var keys = nodes.eu().folder().resolve("keys");
        var holder = Counterpart.holding(pair(nodes.eu(), "EU"), keys, ledgerKey);
        var segment = holder.claim(newest(export(nodes.norway())), key.id(false));
        return new String(holder.post(pair(nodes.norway(), "NO"), segment).body(), UTF_8);
    }

    private static Path before() throws IOException {
        try (var files = Files.list(nodes.eu().folder().resolve("keys"))) {
            return files.filter(file -> file.toString().contains("ledger-before-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @Order(1)
    void actsGoOnOverTheLineAndTheOldKeyIsNoLongerTaken() throws Exception {
        var old = pair(nodes.eu(), "EU").key();
        var fresh = changed();
        assertThat(fresh.text()).isNotEqualTo(old.text());
        crosses("after the change");
        bothExportsHold();
        assertThat(nodes.officer(nodes.norway(), "auditor").get("/eu-norway/line").text())
                .contains("from entry");
        assertThat(claimed(before(), old)).contains("\"rule\":\"LED-18\"");
        var now = nodes.eu().folder().resolve("keys/ledger.key");
        assertThat(claimed(now, fresh)).contains("\"checkpoint\"").doesNotContain("\"rule\"");
    }

    @Test
    @Order(2)
    void theSecondSignatureIsSwitchedOnByAChangeOfKey() throws Exception {
        var config = nodes.eu().config();
        nodes.eu().stop();
        Files.writeString(config, "second-signature: ML-DSA-65\n" + Files.readString(config));
        assertThat(NodeProcess.run(2, "run", "--config", config.toString())).contains("SET-16");
        var fresh = changed();
        crosses("signed twice");
        bothExportsHold();
        assertThat(pair(nodes.eu(), "EU").second()).isPresent();
        assertThat(nodes.officer(nodes.norway(), "auditor").get("/eu-norway/line").text())
                .contains("and ML-DSA-65 beside it");
        var now = nodes.eu().folder().resolve("keys/ledger.key");
        assertThat(claimed(now, fresh)).contains("\"rule\":\"LED-23\"");
    }

    @Test
    @Order(3)
    void aRevokedKeyStopsTheLineUntilTheNewPairFileIsThere() throws Exception {
        changed("--revoke");
        var eu = nodes.officer(nodes.eu(), "desk");
        var dossier = eu.invites("EXERCISE: after the theft");
        var line = nodes.officer(nodes.norway(), "auditor");
        Waiting.until(
                PATIENCE,
                () -> line.get("/eu-norway/line").text(),
                () -> line.get("/eu-norway/line").text().contains("has revoked its key"));
        assertThat(nodes.officer(nodes.norway(), "desk").answer(dossier).statusCode())
                .isEqualTo(404);
        nodes.norway().stop(); // The pair file that the EU gave stands where the settings say.
        nodes.norway().start();
        var norway = nodes.officer(nodes.norway(), "desk");
        Waiting.until(
                PATIENCE,
                () -> norway.get("/eu-norway/line").text(),
                () -> norway.answer(dossier).statusCode() == 200);
        crosses("after the revocation");
        bothExportsHold();
    }

    /// A copy of the keys that the EU's node has now, as a thief takes it.
    private static Path stolen() throws IOException {
        var copy = Files.createDirectory(folder.resolve("stolen"));
        for (var name : List.of("ledger.key", "link.key", "link.crt")) {
            Files.copy(nodes.eu().folder().resolve("keys").resolve(name), copy.resolve(name));
        }
        return copy;
    }

    @Test
    @Order(4)
    void theKeyOfTheLineIsChangedByAnActAndTheOneBeforeIsWorthless() throws Exception {
        var stolen = stolen();
        var thief =
                Counterpart.holding(pair(nodes.eu(), "EU"), stolen, stolen.resolve("ledger.key"));
        var norway = pair(nodes.norway(), "NO");
        assertThat(thief.get(norway, 1).statusCode()).isEqualTo(200);
        var config = nodes.eu().config().toString();
        nodes.eu().stop();
        assertThat(NodeProcess.run(2, "key", "rotate", "--from", "2026-12-01", "--config", config))
                .contains("Nothing changed");
        assertThat(NodeProcess.run("key", "rotate", "--line", "--config", config))
                .contains("Announced: key");
        nodes.eu().start();
        var next = nodes.eu().folder().resolve("keys/link.next");
        Waiting.until(PATIENCE, () -> "the new key is not shown", () -> !Files.exists(next));
        crosses("after the change of the line's key");
        assertThatThrownBy(() -> thief.get(norway, 1)).isInstanceOf(IOException.class);
        bothExportsHold();
    }
}
