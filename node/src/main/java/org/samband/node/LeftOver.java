// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a server that was killed, or whose guard was killed, leaves on its data folder.
///
/// @param data folder of the server
record LeftOver(Path data) {
    private static final int PATIENCE_SECONDS = 60;

    /// A server that runs on our data is asked for a fast shutdown and waited for. A pid file
    /// without a server is removed, because a dead process that nobody waited for would block the
    /// start; processes of the dead server that still hold its memory block it all the same.
    void stop() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var server = server(pidFile);
        if (server.isPresent()) {
            Programs.quietly("kill", "-INT", Long.toString(server.get().pid()));
            server.get().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> server(Path pidFile) throws IOException {
        var first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        if (!first.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        var arguments = Path.of("/proc", first, "cmdline");
        if (!Files.exists(arguments) || !Files.readString(arguments).contains(data.toString())) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first));
    }
}
