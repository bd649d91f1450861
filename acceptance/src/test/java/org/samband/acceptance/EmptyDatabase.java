// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// An embedded database with its tables and nothing in them. To make one takes a node seconds, so
/// it is made once, and nodes of which there are many begin with a copy of it.
final class EmptyDatabase {
    private static final Path MADE = made();

    private EmptyDatabase() {}

    /// A command that opens a node's database and is refused before it takes anything in.
    private static Path made() {
        try {
            var folder = Files.createDirectory(SharedFolder.PATH.resolve("empty"));
            var config =
                    Files.writeString(
                            folder.resolve("node.yaml"),
                            """
                            party: EU
                            data: data
                            cache: %s
                            partnerships:
                              - name: eu-norway
                                counterpart: none.pair
                            """
                                    .formatted(StartedNode.CACHE));
            assertThat(
                            NodeProcess.run(
                                    2, "restore", "--config", config.toString(), config.toString()))
                    .contains("LED-15");
            return folder.resolve("data/postgres");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Puts a copy into the data folder of a node that has none yet.
    static void into(Path data) throws IOException {
        Files.createDirectory(
                data,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            var copy =
                    new ProcessBuilder("cp", "-a", MADE.toString(), data.toString())
                            .inheritIO()
                            .start();
            assertThat(copy.waitFor()).isZero();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
