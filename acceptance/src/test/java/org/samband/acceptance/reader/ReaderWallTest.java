// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The second reader is worth something only as long as it is a second one.
class ReaderWallTest {
    private static final Path FOLDER =
            Path.of(
                    System.getProperty("samband.root", ".."),
                    "acceptance/src/test/java/org/samband/acceptance/reader");
    private static final Pattern USED = Pattern.compile("\\b((?:[a-z][a-z0-9]*\\.){2,})[A-Z]\\w*");

    @Test
    void itKnowsTheJdkAndItsOwnPackageAlone() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var sources =
                    files.filter(file -> !file.getFileName().toString().endsWith("Test.java"))
                            .toList();
            assertThat(sources).hasSizeGreaterThan(8);
            for (var source : sources) {
                assertThat(USED.matcher(text(source)).results().map(use -> use.group(1)).toList())
                        .as("%s: a reader that shares code shares its mistakes", source)
                        .allMatch(name ->
                                name.startsWith("java.")
                                        || name.startsWith("javax.net.")
                                        || name.equals("org.jspecify.annotations."));
            }
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
