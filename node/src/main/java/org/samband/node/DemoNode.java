// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;

/// One node of a demo as a process of its own. It ends when this program ends, in whatever way: its
/// standard input is a pipe that we hold.
final class DemoNode implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final Demo.Side side;
    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(ANSWER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    private DemoNode(Demo.Side side, Process process) {
        this.side = side;
        this.process = process;
    }

    static DemoNode start(Demo.Side side, List<String> java) throws IOException {
        var command = new ArrayList<String>(Folders.ownSession());
        command.addAll(java);
        command.addAll(List.of("run", "--config", side.config().toString(), "--until-input-ends"));
        return new DemoNode(
                side,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(side.log().toFile()))
                        .start());
    }

    Demo.Side side() {
        return side;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Whether the page on which officers sign in is shown.
    boolean pagesAnswer() {
        return get("/sign-in").filter(answer -> answer.statusCode() == 200).isPresent();
    }

    /// How far the sample year is, for instance `12 of 58`; empty while it cannot be told.
    Optional<String> sample() {
        return get("/health").flatMap(answer -> member(answer.body(), "sample"));
    }

    private static Optional<String> member(String json, String name) {
        try {
            return CanonicalJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            instanceof java.util.Map<?, ?> all
                    ? Optional.ofNullable(all.get(name)).map(String::valueOf)
                    : Optional.empty();
        } catch (JsonRefused _) {
            return Optional.empty();
        }
    }

    private Optional<HttpResponse<String>> get(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(side.address() + path)).timeout(ANSWER).build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The last lines of the node's log.
    String lastLines(int count) {
        try {
            var lines = Files.readAllLines(side.log());
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException _) {
            return "";
        }
    }

    /// Asks the node to stop, waits, and ends it if it does not.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
        http.close();
    }
}
