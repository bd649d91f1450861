// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo: its folder, its two processes, and that nothing of it is left whatever ends.
class DemoTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @TempDir Path folder;

    @Test
    void theFolderIsSetUpOnceAndEachSideHasTheOthersPairFile() throws IOException {
        var demo = Demo.in(folder.resolve("demo"), 9000);
        try (var _ = demo.lock()) {
            demo.setUp(DAY);
            var password = Files.readString(demo.passwordFile());
            demo.setUp(DAY.plusDays(3));
            assertThat(Files.readString(demo.passwordFile())).isEqualTo(password);
        }
        for (var side : demo.sides()) {
            var settings = SettingsFile.read(side.config());
            assertThat(settings.sample().orElseThrow().day()).contains(DAY);
            assertThat(settings.partnerships().getFirst().counterpart()).exists();
        }
    }

    @Test
    void resetBeginsAgain() throws IOException {
        var demo = Demo.in(folder.resolve("demo"), 9000);
        try (var _ = demo.lock()) {
            demo.setUp(DAY);
            var password = Files.readString(demo.passwordFile());
            demo.reset();
            assertThat(demo.sides()).allSatisfy(side -> assertThat(side.folder()).doesNotExist());
            demo.setUp(DAY);
            assertThat(Files.readString(demo.passwordFile())).isNotEqualTo(password);
        }
    }

    @Test
    void aFolderWithOtherThingsIsNeverTouched() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> Demo.in(folder, 9000).lock())
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused ->
                                assertThat(refused.refusal().rule())
                                        .isEqualTo(NodeRule.NO_DEMO_FOLDER));
        assertThat(Demo.in(folder.resolve("new"), 9000).lock()).satisfies(lock -> lock.close());
    }

    @Test
    @Tag("slow")
    void whenTheDemoIsKilledItsNodesAndTheirServersEnd() throws Exception {
        var base = basePort();
        var log = folder.resolve("demo.log");
        var demo = start(log, base);
        NodeProgram.await(
                demo, log, () -> NodeProgram.isWell(base) && NodeProgram.isWell(base + 1));
        var nodes =
                demo.descendants()
                        .filter(one -> one.info().command().orElse("").endsWith("java"))
                        .toList();
        var servers =
                List.of(
                        NodeProgram.postgres(folder.resolve("demo/eu/data")),
                        NodeProgram.postgres(folder.resolve("demo/no/data")));
        assertThat(nodes).hasSizeGreaterThanOrEqualTo(2);

        var second = folder.resolve("second.log");
        assertThat(start(second, base).waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(second)).startsWith("Not started. SET-14").hasLineCount(1);

        demo.destroyForcibly();
        for (var node : nodes) {
            node.onExit().get(60, TimeUnit.SECONDS);
        }
        for (var server : servers) {
            server.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    @Tag("slow")
    void whenANodeIsKilledItsServerEndsAndItsFirstAdministratorWasToldOnce() throws Exception {
        var port = NodeProgram.freePort();
        var config = NodeProgram.settings(folder, "NO", port, NodeProgram.freePort());
        Files.writeString(config, Files.readString(config).replaceAll("(?m)^sample:.*$", ""));
        var log = folder.resolve("node.log");
        for (int start = 1; start <= 2; start++) {
            var node = NodeProgram.start(log, "run", "--config", config.toString());
            NodeProgram.await(node, log, () -> NodeProgram.isWell(port));
            var server = NodeProgram.postgres(folder.resolve("data"));
            node.destroyForcibly();
            server.onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(Files.readString(log))
                .containsOnlyOnce("The first administrator signs in as \"admin\"");
    }

    private Process start(Path log, int base) throws IOException {
        return NodeProgram.start(
                log,
                "demo",
                "--data",
                folder.resolve("demo").toString(),
                "--port-base",
                Integer.toString(base));
    }

    /// Four free ports in a row.
    private static int basePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            var base = NodeProgram.freePort();
            try {
                for (int i = 0; i < 4; i++) {
                    Preparation.free("127.0.0.1", base + i);
                }
                return base;
            } catch (StartRefused _) {
                // the next base is tried
            }
        }
        throw new AssertionError("no four free ports in a row");
    }
}
