// SPDX-License-Identifier: EUPL-1.2
package org.samband.fuzz;

import java.nio.charset.StandardCharsets;
import org.samband.proof.Checkpoint;

/// Any text as a checkpoint: refused, or written as it was read (C2SP signed-note).
public final class CheckpointTarget {
    private CheckpointTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        Checkpoint read;
        try {
            read = Checkpoint.parse(text);
        } catch (IllegalArgumentException refused) {
            return;
        }
        if (!read.note().equals(text)) {
            throw new IllegalStateException("the checkpoint is written otherwise");
        }
    }
}
