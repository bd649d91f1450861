// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// What the same machine does with the same bytes when nothing is asked of it: a batched insert
/// into a table of the ledger's form, and SHA-256.
final class BareMachine {
    private static final int BATCH = 500;
    private static final int HASH_ROUNDS = 20;

    private BareMachine() {}

    /// @param entries their bytes
    /// @param folder for a database of its own
    /// @param cache where the database's programs are
    /// @return milliseconds of the insert, microseconds of SHA-256, bytes
    static String measure(List<byte[]> entries, Path folder, Path cache)
            throws IOException, SQLException {
        insert(entries.subList(0, Math.min(BATCH, entries.size())), folder.resolve("warm"), cache);
        long inserted = insert(entries, folder.resolve("bare"), cache);
        long hashed = Long.MAX_VALUE;
        for (int i = 0; i < HASH_ROUNDS; i++) {
            hashed = Math.min(hashed, hash(entries));
        }
        long bytes = entries.stream().mapToLong(entry -> entry.length).sum();
        return inserted / 1_000_000 + " " + hashed / 1_000 + " " + bytes;
    }

    private static long insert(List<byte[]> entries, Path folder, Path cache)
            throws IOException, SQLException {
        try (var server = EmbeddedPostgres.start(folder, cache);
                var connection =
                        DriverManager.getConnection(
                                server.url("postgres") + "?reWriteBatchedInserts=true",
                                server.superuser(),
                                server.secrets().superuser())) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        """
                        create table bare (
                            partnership text, party text, line text, number bigint, seen bigint, made_at timestamptz,
                            kind text, subject text, circle text, area text, label_id integer, leaf bytea, bytes bytea,
                            stored_at timestamptz, primary key (partnership, party, line, number));
                        alter table bare alter column bytes set storage external;
                        create index bare_subject on bare (partnership, subject, party, line, number);
                        """);
            }
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            try (var statement =
                    connection.prepareStatement(
                            """
                            insert into bare values ('eu-norway', 'EU', 'shared', ?, 0, now(), 'dossier.act', ?, 'shared', '', 1, ?, ?, now())
                            """)) {
                for (int i = 0; i < entries.size(); i++) {
                    statement.setLong(1, i + 1L);
                    statement.setString(2, "EU-" + i / 10);
                    statement.setBytes(3, new byte[32]);
                    statement.setBytes(4, entries.get(i));
                    statement.addBatch();
                    if ((i + 1) % BATCH == 0 || i + 1 == entries.size()) {
                        statement.executeBatch();
                        connection.commit();
                    }
                }
            }
            return System.nanoTime() - begun;
        }
    }

    private static long hash(List<byte[]> entries) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            long begun = System.nanoTime();
            for (var entry : entries) {
                digest.update(entry);
                digest.digest();
            }
            return System.nanoTime() - begun;
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
