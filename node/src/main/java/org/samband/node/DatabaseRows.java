// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The few statements that set a database up before the rooms' migrations run.
final class DatabaseRows {
    private DatabaseRows() {}

    /// Whether a server answers there.
    static boolean answers(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    /// Makes the roles and the database where they are not there yet. The application's role is no
    /// superuser, cannot bypass row-level security and owns nothing.
    static void setUp(EmbeddedPostgres server, String database) throws SQLException {
        var secrets = server.secrets();
        try (var connection = superuser(server)) {
            role(connection, NodeDatabase.OWNER, secrets.owner());
            role(connection, NodeDatabase.NODE, secrets.node());
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                execute(connection, "create database " + database + " owner " + NodeDatabase.OWNER);
                execute(connection, "revoke all on database " + database + " from public");
                execute(
                        connection,
                        "grant connect on database " + database + " to " + NodeDatabase.NODE);
            }
        }
    }

    /// Copies a database that nobody uses.
    static void copy(EmbeddedPostgres server, String from, String to) throws SQLException {
        try (var connection = superuser(server)) {
            execute(
                    connection,
                    "create database " + to + " template " + from + " owner " + NodeDatabase.OWNER);
            execute(connection, "revoke all on database " + to + " from public");
            execute(connection, "grant connect on database " + to + " to " + NodeDatabase.NODE);
        }
    }

    /// Copies the files of a server while it works. Source: PostgreSQL 18, 25.3.4 "Making a Base
    /// Backup Using the Low Level API". A slot keeps the write-ahead log meanwhile.
    ///
    /// @param copying what is copied before and after the server has ended the backup
    static void backUp(EmbeddedPostgres server, BaseBackup copying)
            throws SQLException, IOException {
        try (var connection = superuser(server)) {
            execute(
                    connection,
                    "select pg_create_physical_replication_slot('samband_backup', true, true)");
            execute(connection, "select pg_backup_start('samband', true)");
            copying.files();
            try (var statement = connection.createStatement();
                    var ended =
                            statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                ended.next();
                copying.log(ended.getString(1));
            }
        }
    }

    private static Connection superuser(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.url("postgres"), server.superuser(), server.secrets().superuser());
    }

    private static void role(Connection connection, String name, String password)
            throws SQLException {
        if (!password.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("a password of the embedded server is hexadecimal");
        }
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(
                    connection,
                    "create role "
                            + name
                            + " login nosuperuser nobypassrls nocreatedb nocreaterole password '"
                            + password
                            + "'");
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
