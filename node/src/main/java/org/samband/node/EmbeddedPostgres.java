// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.samband.act.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server that lives and dies with this JVM, for trial, demo and tests; production
/// takes an external one.
///
/// fsync is on, passwords are SCRAM, checksums are on. The server's guard shell waits for its input
/// to end: when the JVM ends in any way, its pipe closes and the guard asks the server for a fast
/// shutdown. When the server ends, so does its guard, and the server is started again. One data
/// folder serves one node: a file lock holds that.
final class EmbeddedPostgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null 3<&- & P=$!
            (cat <&3 >/dev/null; kill -INT $P 2>/dev/null) & exec 3<&-
            wait $P
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// After a kill all that the folder holds is brought to the disk before the log is read: at
    /// once, because file by file takes seconds where other programs write. Source: PostgreSQL 18,
    /// "Error Handling"; errors of the disk are told by Linux from 5.8 on.
    private static final String AFTER_A_KILL = "recovery_init_sync_method=syncfs";

    /// After a kill of the server alone its processes hold its memory for a moment.
    private static final int TRIES = 10;

    /// What keeps a server from starting may go away, a full disk for one.
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path folder;
    private final Path data;
    private final Path log;
    private final Path binaries;
    private final FileChannel lockChannel;
    private final Secrets secrets;
    private final int port;
    private @Nullable Process guard;
    private boolean closed;

    private EmbeddedPostgres(Path folder, Path cache) throws IOException {
        this.folder = Folders.ownOnly(folder.toAbsolutePath());
        this.lockChannel =
                Folders.lock(
                        this.folder.resolve("lock"),
                        Refusal.of(NodeRule.FOLDER_IN_USE).with("folder", this.folder));
        this.data = this.folder.resolve("data");
        this.log = this.folder.resolve("server.log");
        this.binaries = PostgresBinaries.unpacked(cache);
        this.secrets = Secrets.in(this.folder);
        this.port = freePort();
    }

    /// Starts the server on a data folder, which is made where there is none.
    ///
    /// @param cache where the programs are unpacked
    /// @throws StartRefused if another node uses the folder or another version made it
    static EmbeddedPostgres start(Path folder, Path cache) {
        try {
            var server = new EmbeddedPostgres(folder, cache);
            try {
                server.start();
                return server;
            } catch (StartRefused | IOException broken) {
                server.close();
                throw broken;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @param name of a database
    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    String superuser() {
        return SUPERUSER;
    }

    Secrets secrets() {
        return secrets;
    }

    /// Copies the server with its passwords while it works.
    ///
    /// @param to a folder that is not there yet; the server starts on it as on its own
    void backUp(Path to) throws IOException, SQLException {
        Folders.ownOnly(to);
        DatabaseRows.backUp(this, new BaseBackup(data, to.resolve("data")));
        Files.copy(folder.resolve(Secrets.FILE), to.resolve(Secrets.FILE));
    }

    private synchronized void start() throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        refuseOtherVersion();
        for (int tries = 1; tries <= TRIES; tries++) {
            new LeftOver(data).stop();
            var started =
                    new ProcessBuilder(guarded())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            guard = started;
            if (isReady(started)) {
                var _ = started.onExit().thenRunAsync(this::revive);
                return;
            }
            if (started.isAlive()) {
                break;
            }
            pause(tries);
        }
        throw new StartRefused(Refusal.of(NodeRule.DATABASE_DOES_NOT_START).with("log", log));
    }

    /// The server has ended although nobody asked it to.
    private synchronized void revive() {
        if (closed) {
            return;
        }
        LOG.warn("the embedded database ended and is started again");
        try {
            start();
        } catch (StartRefused | IOException broken) {
            LOG.error(
                    "the embedded database does not start again; it is tried anew in {} s",
                    AGAIN.toSeconds(),
                    broken);
            CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::revive);
        }
    }

    private List<String> guarded() throws IOException {
        var command = new ArrayList<String>(Folders.ownSession());
        command.addAll(List.of("sh", "-c", GUARD, "guard"));
        command.addAll(asOrdinaryUser());
        command.addAll(
                List.of(program("postgres"), "-D", data.toString(), "-p", Integer.toString(port)));
        for (var setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        AFTER_A_KILL,
                        "password_encryption=scram-sha-256",
                        "timezone=UTC",
                        "log_timezone=UTC",
                        "max_connections=60",
                        "shared_buffers=128MB")) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    private void initialise() throws IOException {
        Folders.delete(data);
        var password = folder.resolve("initdb.password");
        Files.deleteIfExists(password);
        Folders.writeSecret(password, secrets.superuser());
        try {
            var command = new ArrayList<>(asOrdinaryUser());
            command.addAll(
                    List.of(
                            program("initdb"),
                            "-D",
                            data.toString(),
                            "-U",
                            SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions"));
            run(command);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /// PostgreSQL does not run as root. In a user namespace of its own it is nobody, and the files
    /// stay ours.
    private List<String> asOrdinaryUser() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (Programs.quietly("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        Programs.quietly("chown", "-R", "65534:65534", folder.toString());
        return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    }

    private void refuseOtherVersion() throws IOException {
        var found = Files.readString(data.resolve("PG_VERSION")).strip();
        var expected = PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));
        if (!found.equals(expected)) {
            throw new StartRefused(
                    Refusal.of(NodeRule.OTHER_DATABASE_VERSION)
                            .with("folder", folder)
                            .with("found", found)
                            .with("expected", expected));
        }
    }

    private boolean isReady(Process started) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && started.isAlive()) {
            if (DatabaseRows.answers(url(SUPERUSER), SUPERUSER, secrets.superuser())) {
                return true;
            }
            pause(1);
        }
        return false;
    }

    private static void pause(int times) {
        try {
            Thread.sleep(Duration.ofMillis(20L * times));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        if (Programs.exitCode(process) != 0) {
            throw new StartRefused(Refusal.of(NodeRule.DATABASE_DOES_NOT_START).with("log", log));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Asks the server for a fast shutdown and waits for it.
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        var running = guard;
        if (running != null) {
            running.getOutputStream().close();
            Programs.exitCode(running);
            guard = null;
        }
        lockChannel.close();
    }
}
