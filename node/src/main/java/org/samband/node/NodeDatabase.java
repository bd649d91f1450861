// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.samband.act.Refusal;

/// The node's database: reached, brought to the form that this version needs, and pooled as the
/// application's role.
final class NodeDatabase implements AutoCloseable {
    /// Owns the tables; the migrations run as this role.
    static final String OWNER = "samband_owner";

    /// The application's role: bound by row-level security, without UPDATE and DELETE on the
    /// ledger.
    static final String NODE = "samband_node";

    private static final String DATABASE = "samband";
    private static final int CONNECTIONS = 12;

    /// A page reads few rows by index. Under row-level security the server expects to skip most of
    /// what it reads and, at the cost of a disk that seeks, would sooner sort whole tables.
    private static final String BY_INDEX = "set random_page_cost = 1.1";

    private final @Nullable EmbeddedPostgres server;
    private final HikariDataSource pool;

    private NodeDatabase(@Nullable EmbeddedPostgres server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /// The embedded server on the node's data folder.
    static NodeDatabase embedded(Path data, Path cache) {
        var server = EmbeddedPostgres.start(data.resolve("postgres"), cache);
        try {
            DatabaseRows.setUp(server, DATABASE);
            var url = server.url(DATABASE);
            migrate(url, OWNER, server.secrets().owner());
            return new NodeDatabase(server, pool(url, NODE, server.secrets().node()));
        } catch (SQLException broken) {
            stop(server);
            throw new IllegalStateException("the embedded database could not be set up", broken);
        } catch (RuntimeException broken) {
            stop(server);
            throw broken;
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// An external server, whose roles and database the operator has made.
    ///
    /// @throws StartRefused if it cannot be reached
    static NodeDatabase external(String url, String ownerPassword, String nodePassword) {
        migrate(url, OWNER, ownerPassword);
        return new NodeDatabase(null, pool(url, NODE, nodePassword));
    }

    static void migrate(String url, String owner, String password) {
        try {
            Flyway.configure()
                    .dataSource(url, owner, password)
                    .locations("classpath:db")
                    .loggers("slf4j")
                    // Numbers belong to rooms, so a room's next form can come after another's.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException broken) {
            throw new StartRefused(
                    Refusal.of(NodeRule.DATABASE_NOT_REACHED)
                            .with("url", url)
                            .with(
                                    "reason",
                                    Optional.ofNullable(broken.getMessage())
                                            .orElse("no reason given")
                                            .strip()));
        }
    }

    static HikariDataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("samband");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setConnectionInitSql(BY_INDEX);
        return new HikariDataSource(config);
    }

    /// Copies the embedded server while it works.
    ///
    /// @return whether there is one; an external one is backed up by its own means
    boolean backUp(Path to) throws IOException {
        if (server == null) {
            return false;
        }
        try {
            server.backUp(to);
            return true;
        } catch (SQLException broken) {
            throw new IOException("the database could not be copied", broken);
        }
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            stop(server);
        }
    }
}
