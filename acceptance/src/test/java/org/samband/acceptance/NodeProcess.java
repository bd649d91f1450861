// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One node as an operator runs it: a process, a settings file, an address.
final class NodeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// The folder of the project.
    static final Path ROOT =
            Path.of(System.getProperty("samband.root", "..")).toAbsolutePath().normalize();

    /// Where logs outlive the tests, until the next tests.
    private static final Path LOGS = ROOT.resolve("acceptance/target/logs");

    private static final AtomicInteger MADE = new AtomicInteger();

    private final Path config;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    /// @param config settings file
    /// @param port of the pages, as the settings say
    NodeProcess(Path config, int port) {
        this.config = config;
        this.port = port;
        log = LOGS.resolve("node-" + MADE.incrementAndGet() + ".log");
        try {
            Files.createDirectories(LOGS);
            Files.writeString(log, config + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        System.out.println("the log of " + config + " is " + log);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /// Starts the node and waits until it is well.
    void start() {
        process = program(log, "run", "--config", config.toString(), "--until-input-ends");
        awaitHealth();
    }

    /// Starts the node as often as it ends, as the operator's service manager does, and waits until
    /// it is well.
    ///
    /// @return how often it was started
    int keepRunning() {
        int starts = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (health() != 200) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the node does not become well:\n" + read(log));
            }
            if (process == null || !process.isAlive()) {
                process = program(log, "run", "--config", config.toString(), "--until-input-ends");
                starts++;
            }
            Waiting.pause();
        }
        return starts;
    }

    /// Its settings file.
    Path config() {
        return config;
    }

    /// The node's own folder.
    Path folder() {
        return config.resolveSibling("data");
    }

    /// Runs a command of the node's program to its end.
    static String run(String... arguments) {
        return run(0, arguments);
    }

    /// The same, where it must end with this exit code.
    static String run(int code, String... arguments) {
        try {
            var out = Files.createTempFile(SharedFolder.PATH, "samband", ".out");
            var ended = program(out, arguments);
            var done = ended.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var said = Files.readString(out);
            if (!done || ended.exitValue() != code) {
                throw new AssertionError(List.of(arguments) + " failed: " + said);
            }
            return said;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Process program(Path log, String... arguments) {
        return java(log, StartedNode.command(), arguments);
    }

    /// The program with which anyone checks exports, with the JDK alone.
    ///
    /// @return its exit code: 0 if all hold
    static int verify(Path... exports) {
        var classes = System.getProperty("samband.proof", ROOT + "/proof/target/classes");
        try {
            var out = Files.createTempFile(SharedFolder.PATH, "verify", ".out");
            var verify = List.of("-cp", classes, "org.samband.proof.VerifyProgram");
            var files = Arrays.stream(exports).map(Path::toString).toArray(String[]::new);
            return java(out, verify, files).waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Process java(Path log, List<String> program, String... arguments) {
        var command = new ArrayList<>(StartedNode.JAVA);
        command.addAll(program);
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void awaitHealth() {
        Waiting.until(
                PATIENCE,
                () -> "the node did not become well:\n" + read(log),
                () -> {
                    if (process == null || !process.isAlive()) {
                        throw new AssertionError("the node ended:\n" + read(log));
                    }
                    return health() == 200;
                });
    }

    private int health() {
        try {
            var request =
                    HttpRequest.newBuilder(address().resolve("/health"))
                            .timeout(Duration.ofSeconds(10))
                            .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }

    ProcessHandle handle() {
        return java.util.Objects.requireNonNull(process).toHandle();
    }

    /// Stops the node as an operator does, and waits for it.
    void stop() {
        var running = process;
        if (running != null) {
            try {
                running.getOutputStream().close();
                if (!running.waitFor(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("the node did not stop:\n" + read(log));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            process = null;
        }
    }

    /// `kill -9`.
    void kill() {
        var running = process;
        if (running != null) {
            try {
                running.destroyForcibly().waitFor();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            process = null;
        }
    }

    /// `kill -9` of the node and of every process that it has started, all at once: what a cut of
    /// the power leaves on the disk, save what the kernel still wrote.
    void killWithAll() {
        all().forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    /// The node's program and every process that it has started.
    List<ProcessHandle> all() {
        var all = new ArrayList<>(handle().descendants().toList());
        all.addFirst(handle());
        return all;
    }

    /// In order, so that nothing writes into a folder that is deleted next.
    @Override
    public void close() {
        try {
            stop();
        } finally {
            kill();
        }
    }
}
