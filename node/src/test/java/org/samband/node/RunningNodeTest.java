// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One node as it runs: what is open, what is denied, what its database role may do, how it stops.
@Tag("slow")
class RunningNodeTest {
    @TempDir static Path folder;

    private static int port;
    private static Process node;

    @BeforeAll
    static void start() throws Exception {
        port = NodeProgram.freePort();
        var config = NodeProgram.settings(folder, "EU", port, NodeProgram.freePort());
        node = NodeProgram.start(log(), "run", "--config", config.toString());
        NodeProgram.await(node, log(), () -> NodeProgram.isWell(port));
    }

    private static Path log() {
        return folder.resolve("node.log");
    }

    private static Path data() {
        return folder.resolve("data");
    }

    /// SIGTERM is how a service is stopped.
    @AfterAll
    static void itStopsWithinSecondsAndTakesItsDatabaseAlong() throws Exception {
        var server = NodeProgram.postgres(data());
        node.destroy();
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        server.onExit().get(5, TimeUnit.SECONDS);
        assertThat(Files.readString(log())).doesNotContain("ERROR", "Exception");
    }

    @Test
    void healthTellsThisMachineWhichPartIsWell() {
        var answer = NodeProgram.get(port, "/health");
        assertThat(answer.body()).contains("\"database\":\"well\"", "\"status\":\"well\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void healthTellsNobodyElseMoreThanOneWord() {
        var answer = NodeProgram.get(port, "/health", "X-Forwarded-For", "192.0.2.7");
        assertThat(answer.body().strip()).isEqualTo("{\"status\":\"well\"}");
    }

    @Test
    void theVersionIsOpen() {
        assertThat(NodeProgram.get(port, "/version").body()).contains("\"product\":\"Samband\"");
    }

    @Test
    void whatIsNotOpenIsDenied() {
        for (var path :
                List.of(
                        "/",
                        "/eu-norway/text",
                        "/eu-norway/dossiers",
                        "/eu-norway/line/export",
                        "/officers",
                        "/security-log",
                        "/account",
                        "/no-such-page",
                        "/actuator",
                        "/health/more")) {
            var answer = NodeProgram.get(port, path);
            assertThat(answer.statusCode()).as(path).isIn(302, 303, 401, 403);
            assertThat(answer.body()).as(path).doesNotContain("Norway");
            answer.headers()
                    .firstValue("Location")
                    .ifPresent(to -> assertThat(to).as(path).contains("/sign-in"));
        }
    }

    @Test
    void theApplicationsRoleIsBoundAndChangesNoEntry() throws Exception {
        assertThat(
                        ask(
                                """
                                select concat_ws(' ', rolsuper, rolbypassrls, rolcreatedb, rolcreaterole)
                                from pg_roles where rolname = current_user
                                """))
                .containsExactly("f f f f");
        assertThat(
                        ask(
                                """
                                select privilege_type from information_schema.role_table_grants
                                where table_name = 'entry' and grantee = current_user
                                """))
                .containsExactlyInAnyOrder("INSERT", "SELECT");
    }

    @Test
    void everyTableOfAPartnershipHasRowLevelSecurityThatBindsItsOwnerToo() throws Exception {
        assertThat(
                        ask(
                                """
                                select table_name from information_schema.columns
                                where table_schema = 'public' and column_name = 'partnership'
                                """))
                .contains("entry");
        assertThat(
                        ask(
                                """
                                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where a.attname = 'partnership' and c.relkind = 'r'
                                  and c.relnamespace = 'public'::regnamespace
                                  and not (c.relrowsecurity and c.relforcerowsecurity)
                                """))
                .as(
                        "without row-level security are the node's security log, whose door shows a line"
                                + " to those who have a need-to-know in its partnership, and the hashes of"
                                + " texts that both parties made public, which hold no content")
                .containsExactlyInAnyOrder("security_event", "public_text");
    }

    @Test
    void theRoleOwnsNothing() throws Exception {
        assertThat(ask("select tablename from pg_tables where tableowner = current_user"))
                .isEmpty();
    }

    @Test
    void aSecondNodeOnTheFolderIsRefusedInOneLine() throws Exception {
        var other = folder.resolve("other.yaml");
        Files.writeString(
                other,
                Files.readString(folder.resolve("node.yaml"))
                        .replaceAll("port: [0-9]+", "port: 0"));
        var said = folder.resolve("second.log");
        var second = NodeProgram.start(said, "run", "--config", other.toString());
        assertThat(second.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(RunCommand.REFUSED);
        assertThat(Files.readString(said)).startsWith("Not started. SET-01").hasLineCount(1);
    }

    @Test
    void aTakenPortIsRefusedInOneLine() throws Exception {
        var said = folder.resolve("third.log");
        var third =
                NodeProgram.start(said, "run", "--config", folder.resolve("node.yaml").toString());
        assertThat(third.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue()).isEqualTo(RunCommand.REFUSED);
        assertThat(Files.readString(said))
                .startsWith("Not started. SET-09")
                .contains(String.valueOf(port))
                .hasLineCount(1);
    }

    private static List<String> ask(String query) throws SQLException, IOException {
        try (var connection = NodeProgram.database(data());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }
}
