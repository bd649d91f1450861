// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The passwords of the embedded server, made once and kept in a file that only the node's account
/// can read.
///
/// @param superuser sets the database up
/// @param owner owns the tables and changes their form
/// @param node reads and writes as the application
record Secrets(String superuser, String owner, String node) {
    /// Name of the file.
    static final String FILE = "passwords";

    private static final int LENGTH = 24;

    static Secrets in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Folders.writeSecret(file, String.join("\n", fresh(), fresh(), fresh()) + "\n");
        }
        var lines = Files.readAllLines(file);
        return new Secrets(lines.get(0), lines.get(1), lines.get(2));
    }

    private static String fresh() {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }
}
