// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.samband.act.Refusal;

/// A command's words with the running node, through {@link OperatorDoor}.
final class OperatorCall implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofHours(4);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String token;

    private OperatorCall(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /// @throws StartRefused if the node does not run, or on another machine
    static OperatorCall to(Settings settings) {
        try {
            var told = Files.readString(OperatorDoor.file(settings)).strip().split(" ", -1);
            return new OperatorCall(URI.create("http://127.0.0.1:" + told[0]), told[1]);
        } catch (IOException | IndexOutOfBoundsException _) {
            throw notRunning(settings);
        }
    }

    private static StartRefused notRunning(Settings settings) {
        return new StartRefused(
                Refusal.of(NodeRule.NODE_NOT_RUNNING).with("data", settings.data()));
    }

    /// Asks for a file.
    ///
    /// @param into where the answer is written, whatever it is
    HttpResponse<Path> get(String path, Path into) {
        return send(
                HttpRequest.newBuilder(address.resolve(path)),
                HttpResponse.BodyHandlers.ofFile(into));
    }

    /// Brings a text.
    HttpResponse<byte[]> post(String path, String text) {
        return send(
                HttpRequest.newBuilder(address.resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(text)),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /// Brings files.
    HttpResponse<byte[]> post(String path, List<Path> files) {
        try {
            var body = Files.createTempFile("samband", ".files");
            try {
                write(files, body);
                return send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .POST(HttpRequest.BodyPublishers.ofFile(body)),
                        HttpResponse.BodyHandlers.ofByteArray());
            } finally {
                Files.deleteIfExists(body);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(List<Path> files, Path body) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(body))) {
            out.writeInt(files.size());
            for (var file : files) {
                out.writeUTF(file.getFileName().toString());
                out.writeLong(Files.size(file));
                Files.copy(file, out);
            }
        }
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> into) {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + token).timeout(PATIENCE).build(),
                    into);
        } catch (ConnectException _) {
            throw new StartRefused(Refusal.of(NodeRule.NODE_NOT_RUNNING).with("data", address));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the command was ended", stopped);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
