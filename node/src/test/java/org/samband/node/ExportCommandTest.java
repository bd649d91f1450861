// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.proof.ExportVerification;
import org.samband.proof.Verification;

/// `samband export` and `samband restore` as an operator calls them.
@Tag("slow")
class ExportCommandTest {
    private static final int PATIENCE_MINUTES = 5;

    @TempDir private Path folder;

    @Test
    void aNodeRebuiltFromItsExportExportsTheSameBytes() throws Exception {
        var first = node("first");
        played(first);
        var export = folder.resolve("a.export");
        assertThat(run(first, "export", "--with-own", "--out", export.toString())).isZero();
        assertThat(run(first, "export", "--out", export.toString()))
                .as("a file that is there is not written over")
                .isEqualTo(RunCommand.REFUSED);
        try (var in = Files.newInputStream(export)) {
            assertThat(ExportVerification.of(in, _ -> {}))
                    .isInstanceOfSatisfying(
                            Verification.Holds.class,
                            holds -> assertThat(holds.dossiers()).isPositive());
        }
        var second = node("second");
        var keys = second.resolve("data/keys");
        Files.createDirectories(keys);
        try (var files = Files.list(first.resolve("data/keys"))) {
            for (var key : files.toList()) {
                Files.copy(key, keys.resolve(key.getFileName()));
            }
        }
        assertThat(run(second, "restore", export.toString())).isZero();
        assertThat(run(second, "restore", export.toString())).isEqualTo(RunCommand.REFUSED);
        assertThat(log()).contains("LED-17");
        var again = folder.resolve("b.export");
        assertThat(run(second, "export", "--with-own", "--out", again.toString())).isZero();
        assertThat(again).hasSameBinaryContentAs(export);
        assertThat(folder.resolve("b.export.own"))
                .hasSameBinaryContentAs(folder.resolve("a.export.own"));
        theKeyChangesByCommand(second);
    }

    private void theKeyChangesByCommand(Path node) throws Exception {
        assertThat(run(node, "key", "rotate", "--until", "2099-12-31")).isZero();
        assertThat(run(node, "key", "rotate")).isZero();
        var changed = folder.resolve("c.export");
        assertThat(run(node, "export", "--out", changed.toString())).isZero();
        try (var in = Files.newInputStream(changed)) {
            assertThat(ExportVerification.of(in, _ -> {}))
                    .isInstanceOfSatisfying(
                            Verification.Holds.class,
                            holds ->
                                    assertThat(holds.ledgers().getFirst().keys())
                                            .as("the first key and both changes")
                                            .hasSize(3));
        }
    }

    private Path node(String name) throws IOException {
        var place = Files.createDirectory(folder.resolve(name));
        NodeProgram.settings(place, "EU", NodeProgram.freePort(), NodeProgram.freePort());
        return place;
    }

    /// Runs the node until its part of the made-up year stands. Meanwhile nothing is exported: the
    /// embedded database is the node's alone.
    private void played(Path node) throws Exception {
        var config = node.resolve("node.yaml");
        var plain = Files.readString(config);
        Files.writeString(
                config,
                plain.replace(
                        "sample: { password-file: password }",
                        "sample: { password-file: password, day: 2026-11-25 }"));
        int port = Integer.parseInt(plain.replaceAll("(?s).*pages: \\{ port: (\\d+).*", "$1"));
        var log = folder.resolve("node.log");
        var running = NodeProgram.start(log, "run", "--config", config.toString());
        NodeProgram.await(running, log, () -> NodeProgram.isWell(port));
        assertThat(run(node, "export", "--out", folder.resolve("no.export").toString()))
                .isEqualTo(RunCommand.REFUSED);
        assertThat(log()).contains("SET-01");
        running.destroy();
        assertThat(running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        Files.writeString(config, plain);
    }

    private int run(Path node, String command, String... arguments) throws Exception {
        var all = new java.util.ArrayList<String>();
        all.add(command);
        all.add("--config");
        all.add(node.resolve("node.yaml").toString());
        all.addAll(java.util.List.of(arguments));
        var program = NodeProgram.start(folder.resolve("commands.log"), all.toArray(String[]::new));
        assertThat(program.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        return program.exitValue();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("commands.log"));
    }
}
