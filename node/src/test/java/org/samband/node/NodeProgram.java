// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// The program as a process of its own, as an operator starts it.
final class NodeProgram {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private NodeProgram() {}

    static Process start(Path log, String... arguments) throws IOException {
        var path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx400m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                Arrays.stream(path.split(File.pathSeparator))
                                        .filter(entry -> !entry.endsWith("test-classes"))
                                        .collect(Collectors.joining(File.pathSeparator)),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    static Path settings(Path folder, String party, int pages, int link) throws IOException {
        Files.writeString(folder.resolve("password"), "exercise-for-tests-only\n");
        return Files.writeString(
                folder.resolve("node.yaml"),
                """
                party: %s
                data: data
                cache: %s
                pages: { port: %d }
                link: { port: %d }
                partnerships: [{ name: eu-norway, counterpart: none.pair }]
                sample: { password-file: password }
                """
                        .formatted(party, TestDatabase.cache(), pages, link));
    }

    static HttpResponse<String> get(int port, String path, String... headers) {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(10));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static boolean isWell(int port) {
        try {
            return get(port, "/health").statusCode() == 200;
        } catch (java.io.UncheckedIOException _) {
            return false;
        }
    }

    /// The embedded server's process, whose pid file stands in the node's data.
    static ProcessHandle postgres(Path data) throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile(data).getFirst())).orElseThrow();
    }

    private static List<String> pidFile(Path data) throws IOException {
        return Files.readAllLines(data.resolve("postgres/data/postmaster.pid"));
    }

    /// As the application's role.
    static Connection database(Path data) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + pidFile(data).get(3).strip() + "/samband",
                NodeDatabase.NODE,
                Secrets.in(data.resolve("postgres")).node());
    }

    static void await(Process program, Path log, BooleanSupplier happens)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happens.getAsBoolean()) {
            if (!program.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the node is not well:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    /// Below the ports that the system gives to connections, so that none takes it before the node
    /// does.
    static int freePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // the next one is tried
            }
        }
        throw new IOException("no free port");
    }
}
