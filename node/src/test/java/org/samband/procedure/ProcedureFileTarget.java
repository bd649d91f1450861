// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Any text as the file of a procedure: refused in one sentence, or a procedure.
public final class ProcedureFileTarget {
    private ProcedureFileTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            new Procedures(Map.of("fuzz.yaml", new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException refused) {
            return;
        }
    }
}
