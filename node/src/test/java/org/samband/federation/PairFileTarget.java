// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.nio.charset.StandardCharsets;
import org.samband.act.Outcome;

/// Any text as a pair file: refused with its line, or a file that reads back to itself.
public final class PairFileTarget {
    private PairFileTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (PairFile.read(text) instanceof Outcome.Accepted<PairFile>(var file)
                && !PairFile.read(file.text()).equals(Outcome.accepted(file))) {
            throw new IllegalStateException("the pair file is written otherwise");
        }
    }
}
