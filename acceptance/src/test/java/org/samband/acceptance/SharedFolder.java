// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The folder for what the tests of this virtual machine have in common, deleted at its end.
final class SharedFolder {
    static final Path PATH = made();

    private SharedFolder() {}

    private static Path made() {
        try {
            var folder = Files.createTempDirectory("samband-acceptance");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
