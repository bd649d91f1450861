// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Starts a node that nobody uses, looks at its first pages and ends: what the virtual machine
/// learns meanwhile makes later starts quick (see {@link StartCache}).
@Command(name = "rehearse", hidden = true, description = "Starts a node once for the start cache.")
final class RehearseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Made and deleted again.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Folders.delete(folder);
        Folders.ownOnly(folder);
        var config = folder.resolve("node.yaml");
        Folders.writeSecret(folder.resolve("password"), "exercise-rehearsal-only\n");
        Files.writeString(
                config,
                """
                party: EU
                data: data
                cache: ../cache
                pages: { port: 0 }
                link: { port: 0 }
                partnerships: [{ name: eu-norway, counterpart: none.pair }]
                sample: { password-file: password }
                """);
        try (var node = RunningNode.start(SettingsFile.read(config));
                var http = HttpClient.newHttpClient()) {
            for (var path : List.of("/health", "/sign-in", "/")) {
                var address = URI.create("http://127.0.0.1:" + node.port() + path);
                http.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        Folders.delete(folder);
        return 0;
    }
}
