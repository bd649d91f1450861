// SPDX-License-Identifier: EUPL-1.2
package org.samband.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.samband.proof.ExportVerification;

/// Any bytes as an export: good, broken at an entry, or no export.
public final class ExportTarget {
    private ExportTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        ExportVerification.of(new ByteArrayInputStream(bytes), entries -> {});
    }
}
