// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL for tests: one server for the whole test run, one fresh database with all
/// migrations applied for each {@link #fresh()}.
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = "samband_template";
    private static @Nullable EmbeddedPostgres server;

    private final com.zaxxer.hikari.HikariDataSource node;
    private final com.zaxxer.hikari.HikariDataSource owner;

    private TestDatabase(EmbeddedPostgres server, String name) {
        node = NodeDatabase.pool(server.url(name), NodeDatabase.NODE, server.secrets().node());
        owner = NodeDatabase.pool(server.url(name), NodeDatabase.OWNER, server.secrets().owner());
    }

    public static TestDatabase fresh() {
        try {
            var running = server();
            var name = "samband_test_" + COUNT.incrementAndGet();
            DatabaseRows.copy(running, TEMPLATE, name);
            return new TestDatabase(running, name);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static synchronized EmbeddedPostgres server() throws SQLException {
        var running = server;
        if (running == null) {
            running = EmbeddedPostgres.start(temporaryFolder(), cache());
            DatabaseRows.setUp(running, TEMPLATE);
            NodeDatabase.migrate(
                    running.url(TEMPLATE), NodeDatabase.OWNER, running.secrets().owner());
            Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stop));
            server = running;
        }
        return running;
    }

    /// Where the tests unpack PostgreSQL.
    public static Path cache() {
        return Path.of("target", "postgres-cache").toAbsolutePath();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target")), "test-postgres-");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static synchronized void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// As the application's role, which row-level security binds.
    public DataSource node() {
        return node;
    }

    /// As the owner of the tables.
    public DataSource owner() {
        return owner;
    }

    @Override
    public void close() {
        node.close();
        owner.close();
    }
}
