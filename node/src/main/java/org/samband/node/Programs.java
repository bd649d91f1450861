// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;

/// Programs of the system that are run to their end.
final class Programs {
    private Programs() {}

    /// @return whether the program is there and ended well; what it says is thrown away
    static boolean quietly(String... command) throws IOException {
        try {
            return exitCode(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start())
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
