// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A {@link BenchNode} in a process of its own, with the memory that a node gets in the demo and
/// the compiler that it gets in earnest.
final class BenchProcess implements AutoCloseable {
    private static final String SAYS = "bench: ";

    private final Process process;
    private final BufferedReader out;
    private final PrintStream in;

    private BenchProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /// Starts it and waits until its pages answer.
    static BenchProcess start(Path config) throws IOException {
        var started =
                new BenchProcess(
                        new ProcessBuilder(
                                        List.of(
                                                Path.of(
                                                                System.getProperty("java.home"),
                                                                "bin",
                                                                "java")
                                                        .toString(),
                                                "--enable-native-access=ALL-UNNAMED",
                                                "-Xmx512m",
                                                "-cp",
                                                System.getProperty("java.class.path"),
                                                BenchNode.class.getName(),
                                                config.toString()))
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start());
        started.answer();
        return started;
    }

    void tell(String line) {
        in.println(line);
    }

    /// Waits for the answer to what was told.
    String answer() throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(SAYS)) {
                return line.substring(SAYS.length());
            }
            System.out.println(line);
        }
        throw new IllegalStateException("the node ended");
    }

    String ask(String line) throws IOException {
        tell(line);
        return answer();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
