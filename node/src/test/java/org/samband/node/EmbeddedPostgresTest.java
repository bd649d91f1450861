// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir private Path folder;

    @Test
    void whatWasCommittedIsThereAfterARestart() throws Exception {
        try (var server = EmbeddedPostgres.start(folder, TestDatabase.cache())) {
            execute(server, "create table kept (value text)");
            execute(server, "insert into kept values ('yes')");
        }
        try (var server = EmbeddedPostgres.start(folder, TestDatabase.cache())) {
            assertThat(ask(server, "select value from kept")).isEqualTo("yes");
        }
    }

    @Test
    void theServerKeepsWhatItSaysItKept() throws Exception {
        try (var server = EmbeddedPostgres.start(folder, TestDatabase.cache())) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
            assertThat(ask(server, "show password_encryption")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        try (var server = EmbeddedPostgres.start(folder, TestDatabase.cache())) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.url("postgres"), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void twoNodesDoNotShareAFolder() throws IOException {
        try (var _ = EmbeddedPostgres.start(folder, TestDatabase.cache())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, TestDatabase.cache()))
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refused ->
                                    assertThat(refused.refusal().rule())
                                            .isEqualTo(NodeRule.FOLDER_IN_USE));
        }
    }

    @Test
    void aFolderOfAnotherVersionIsRefused() throws IOException {
        EmbeddedPostgres.start(folder, TestDatabase.cache()).close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, TestDatabase.cache()))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused ->
                                assertThat(refused.refusal().rule())
                                        .isEqualTo(NodeRule.OTHER_DATABASE_VERSION));
    }

    @Test
    void aPidFileThatWasLeftDoesNotBlockTheStart() throws Exception {
        EmbeddedPostgres.start(folder, TestDatabase.cache()).close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (var server = EmbeddedPostgres.start(folder, TestDatabase.cache())) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatWasKilledIsStartedAgainWithAllThatWasCommitted() throws Exception {
        try (var server = EmbeddedPostgres.start(folder, TestDatabase.cache())) {
            execute(server, "create table kept (value text)");
            execute(server, "insert into kept values ('yes')");
            var started = ask(server, "select pg_postmaster_start_time()");
            kill();
            answersAgain(server, started);
            assertThat(ask(server, "select value from kept")).isEqualTo("yes");
        }
    }

    /// As when the disk is full: what keeps it from starting goes away after a while.
    @Test
    void aServerThatCannotBeStartedForAWhileIsStartedWhenItCan() throws Exception {
        try (var server = EmbeddedPostgres.start(folder, TestDatabase.cache())) {
            var started = ask(server, "select pg_postmaster_start_time()");
            var needed = folder.resolve("data/global/pg_control");
            var away = Files.move(needed, folder.resolve("pg_control"));
            kill();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> said().contains("could not find the database system"));
            Files.move(away, needed);
            answersAgain(server, started);
        }
    }

    private void kill() throws IOException {
        var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("server.log"));
    }

    private static void answersAgain(EmbeddedPostgres server, String started) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !ask(server, "select pg_postmaster_start_time()").equals(started));
    }

    @Test
    void theApplicationsRoleIsBound() throws Exception {
        try (var database = TestDatabase.fresh();
                var connection = database.node().getConnection();
                var statement = connection.createStatement();
                var answer =
                        statement.executeQuery(
                                "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where"
                                        + " rolname = current_user")) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getBoolean(1)).isFalse();
            assertThat(answer.getBoolean(2)).isFalse();
            assertThat(answer.getBoolean(3)).isFalse();
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static java.sql.Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.url("postgres"), server.superuser(), server.secrets().superuser());
    }
}
