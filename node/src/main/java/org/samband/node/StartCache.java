// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a node's process is started, and the ahead-of-time cache (JEP 483, 514) that halves its
/// start. The cache is made once, by a rehearsal in the background that nobody waits for, and
/// serves until the program is built again.
final class StartCache {
    private static final String CACHE = "start.aot";

    private final Optional<Path> program;
    private @Nullable Process rehearsal;

    StartCache() {
        var path = System.getProperty("java.class.path");
        program =
                path.endsWith(".jar") && !path.contains(File.pathSeparator)
                        ? Optional.of(Path.of(path))
                        : Optional.empty();
    }

    /// The command up to the program's own arguments.
    List<String> java() {
        var command = base();
        cache().filter(this::isFresh).ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        return withProgram(command);
    }

    private static List<String> base() {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1"));
    }

    private List<String> withProgram(List<String> command) {
        if (program.isPresent()) {
            command.addAll(List.of("-jar", program.get().toString()));
        } else {
            command.addAll(
                    List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        }
        return command;
    }

    private Optional<Path> cache() {
        return program.map(jar -> jar.toAbsolutePath().resolveSibling(CACHE));
    }

    private boolean isFresh(Path cache) {
        try {
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache)
                                    .compareTo(Files.getLastModifiedTime(program.orElseThrow()))
                            > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Makes the cache in the background where there is none for this program.
    ///
    /// @param folder in which a node may be rehearsed
    void make(Path folder) throws IOException {
        var cache = cache().filter(file -> !isFresh(file));
        if (cache.isEmpty()) {
            return;
        }
        var half = cache.get().resolveSibling(CACHE + ".half");
        var command = new ArrayList<String>(Folders.ownSession());
        command.addAll(List.of("nice", "-n", "19"));
        command.addAll(base());
        command.add("-XX:AOTCacheOutput=" + half);
        withProgram(command).addAll(List.of("rehearse", folder.resolve("rehearsal").toString()));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("rehearsal.log").toFile())
                        .start();
        rehearsal = process;
        var _ =
                process.onExit()
                        .thenAccept(ended -> {
                            if (ended.exitValue() == 0) {
                                move(half, cache.get());
                            }
                        });
    }

    private static void move(Path half, Path cache) {
        try {
            Files.move(
                    half,
                    cache,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // The next demo tries again; until then nodes start without it.
        }
    }

    void stop() {
        var running = rehearsal;
        if (running != null) {
            running.destroy();
        }
    }
}
