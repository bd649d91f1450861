// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.springframework.stereotype.Component;

/// Copies all that this node keeps while it works: the embedded database, then the files that acts
/// carry, so that all that the database refers to are there, keys and pair files. What says how far
/// this node has sent is left out: it must never be brought back (FEDERATION-44).
@Component
class NodeBackup {
    private static final Set<String> LEFT_OUT =
            Set.of("postgres", "cache", "uploads", RunningNode.SENT, OperatorDoor.FILE);

    private final Settings settings;
    private final NodeDatabase database;

    NodeBackup(Settings settings, NodeDatabase database) {
        this.settings = settings;
        this.database = database;
    }

    /// @param to a new or empty folder
    /// @return whether the database is in the copy; an external one is not
    Outcome<Boolean> make(Path to) throws IOException {
        if (!to.isAbsolute() || (Files.exists(to) && !isEmpty(to))) {
            return Outcome.refused(Refusal.of(NodeRule.BACKUP_NOT_NEW).with("folder", to));
        }
        Folders.ownOnly(to);
        var embedded = database.backUp(to.resolve("postgres"));
        Folders.copy(
                settings.data(),
                to,
                inside ->
                        !LEFT_OUT.contains(inside.getName(0).toString())
                                && !inside.endsWith("incoming")
                                && !to.equals(settings.data().resolve(inside).toAbsolutePath()));
        return Outcome.accepted(embedded);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.newDirectoryStream(folder)) {
            return !inside.iterator().hasNext();
        }
    }
}
