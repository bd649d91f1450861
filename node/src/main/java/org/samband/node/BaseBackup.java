// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// The files of the embedded database, copied while it works. What does not belong in a copy is
/// what PostgreSQL 18 says, 25.3.4.5 "Backing Up the Data Directory".
///
/// @param data folder of the server
/// @param to a folder that is not there yet
record BaseBackup(Path data, Path to) {
    private static final Set<String> EMPTY =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    /// What the server writes meanwhile is mended from its log.
    void files() throws IOException {
        Folders.copy(data, to, BaseBackup::belongs);
    }

    private static boolean belongs(Path inside) {
        var name = String.valueOf(inside.getFileName());
        var first = inside.getName(0).toString();
        return !LEFT_OUT.contains(name)
                && !name.startsWith("pgsql_tmp")
                && (inside.getNameCount() == 1 || !EMPTY.contains(first));
    }

    /// The server has ended the backup: its log until then, and the label that tells it from where
    /// to mend.
    void log(String label) throws IOException {
        Folders.copy(
                data.resolve("pg_wal"),
                to.resolve("pg_wal"),
                inside ->
                        inside.toString()
                                .matches("[0-9A-F]{24}|[0-9A-F]{8}\\.history|archive_status"));
        Files.writeString(to.resolve("backup_label"), label);
    }
}
