// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any bytes as a file that came over an air gap: refused or read, never unpacked anywhere.
public final class SegmentFileTarget {
    private static final Path CAME = came();

    private SegmentFileTarget() {}

    private static Path came() {
        try {
            var file = Files.createTempFile("samband-fuzz", SegmentFile.ENDING);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        SegmentFileReading.read(Files.write(CAME, bytes));
    }
}
