// SPDX-License-Identifier: EUPL-1.2
package org.samband.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.samband.federation.PairFileTarget;
import org.samband.federation.ReceiptTarget;
import org.samband.federation.SegmentFileTarget;
import org.samband.federation.SegmentTarget;
import org.samband.ledger.EntryTarget;
import org.samband.procedure.ProcedureFileTarget;

/// Everything that comes from outside, in one process: the first byte says which target takes the
/// rest.
public final class OutsideTarget {
    static final List<String> NAMES =
            List.of(
                    "CanonicalJson",
                    "Entry",
                    "Checkpoint",
                    "Export",
                    "Segment",
                    "Receipt",
                    "PairFile",
                    "SegmentFile",
                    "Instrument",
                    "ProcedureFile");

    private OutsideTarget() {}

    static String of(byte[] bytes) {
        return NAMES.get(Math.floorMod(bytes[0], NAMES.size()));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        var rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        switch (of(bytes)) {
            case "CanonicalJson" -> CanonicalJsonTarget.fuzzerTestOneInput(rest);
            case "Entry" -> EntryTarget.fuzzerTestOneInput(rest);
            case "Checkpoint" -> CheckpointTarget.fuzzerTestOneInput(rest);
            case "Export" -> ExportTarget.fuzzerTestOneInput(rest);
            case "Segment" -> SegmentTarget.fuzzerTestOneInput(rest);
            case "Receipt" -> ReceiptTarget.fuzzerTestOneInput(rest);
            case "PairFile" -> PairFileTarget.fuzzerTestOneInput(rest);
            case "SegmentFile" -> SegmentFileTarget.fuzzerTestOneInput(rest);
            case "Instrument" -> InstrumentTarget.fuzzerTestOneInput(rest);
            default -> ProcedureFileTarget.fuzzerTestOneInput(rest);
        }
    }
}
