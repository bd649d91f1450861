// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new party, alone with its own node: the simulator is its counterpart, and the conformance kit
/// finds nothing that the specification forbids. The commands are those of docs/connecting.md.
@Tag("slow")
class ConformanceKitTest {
    @TempDir Path folder;

    @Test
    void aNewPartyProvesItsNodeAlone() throws Exception {
        try (var node = OneNode.in(folder)) {
            var port = String.valueOf(TwoNodes.freePorts(1).getFirst());
            var config = node.config().toString();
            NodeProcess.run("simulate", "--config", config, "--port", port, "--prepare");
            node.start();
            var desk = node.officer("desk");

            var script =
                    Files.writeString(
                            folder.resolve("script"), "open consultation\nanswer 12s\naway 2s\n");
            var played =
                    CompletableFuture.supplyAsync(() ->
                            NodeProcess.run(
                                    "simulate",
                                    "--config",
                                    config,
                                    "--port",
                                    port,
                                    "--script",
                                    script.toString()));
            var invited = desk.invites("EXERCISE: edition for the simulator");
            Waiting.until(
                    Duration.ofMinutes(2),
                    () -> desk.get(invited).text(),
                    () -> desk.get(invited).text().contains("Norway accepted the invitation"));
            assertThat(desk.get("/eu-norway/dossiers").text())
                    .contains("EXERCISE consultation of the simulator");
            assertThat(played.join()).contains("all as the specification says");

            desk.submit(
                    desk.get(invited + "/act/comment"), "comment", "EXERCISE. Not yet receipted.");
            var table = NodeProcess.run("conformance", "--config", config, "--port", port);
            assertThat(table)
                    .contains("FEDERATION-24", "LEDGER-06", "LEDGER-19", " 0 failed, 0 not tried")
                    .doesNotContain(" NO\n");
            assertThat(Files.readString(folder.resolve("simulator/conformance.json")))
                    .contains("\"failed\":0");
            assertThat(Files.readString(folder.resolve("simulator/conformance.xml")))
                    .contains("failures=\"0\" ");
            assertThat(desk.get("/eu-norway/line").text()).contains("two different entries");
        }
    }
}
