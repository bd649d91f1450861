// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How a node's program is started. Starts are most of the time of these tests, so one rehearsal
/// shows the virtual machine what a start needs (JEP 514) before the first of them.
final class StartedNode {
    /// The virtual machine of nodes and commands, as the demo starts it.
    static final List<String> JAVA =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx400m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1");

    /// Where all nodes find the programs of the database, unpacked once.
    static final Path CACHE = SharedFolder.PATH.resolve("cache");

    private static final long PATIENCE = 10;
    private static final List<String> COMMAND = rehearsed();

    private StartedNode() {}

    /// What follows the virtual machine, up to the program's own arguments.
    static List<String> command() {
        return COMMAND;
    }

    private static List<String> rehearsed() {
        var classes = System.getProperty("samband.classes");
        if (classes != null) {
            return List.of("-cp", classes, "org.samband.node.Main");
        }
        var jar = NodeProcess.ROOT.resolve("node/target/samband-node.jar");
        try {
            var cache = SharedFolder.PATH.resolve("start.aot");
            var command = new ArrayList<>(JAVA);
            command.add("-XX:AOTCacheOutput=" + cache);
            command.addAll(List.of("-jar", jar.toString()));
            command.addAll(List.of("rehearse", SharedFolder.PATH.resolve("node").toString()));
            var said = SharedFolder.PATH.resolve("said").toFile();
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said)
                            .start();
            assertThat(process.waitFor(PATIENCE, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said.toPath())).isZero();
            return List.of("-XX:AOTCache=" + cache, "-jar", jar.toString());
        } catch (IOException broken) {
            throw new AssertionError("the node cannot be rehearsed", broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
