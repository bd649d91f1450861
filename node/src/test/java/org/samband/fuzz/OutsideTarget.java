// SPDX-License-Identifier: EUPL-1.2
package org.samband.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samband.federation.PairFileTarget;
import org.samband.federation.ReceiptTarget;
import org.samband.federation.SegmentFileTarget;
import org.samband.federation.SegmentTarget;
import org.samband.ledger.EntryTarget;
import org.samband.procedure.ProcedureFileTarget;

/// Everything that comes from outside, in one process: the first byte says which target takes the
/// rest.
public final class OutsideTarget {
    /// What takes invented bytes.
    interface Target {
        void take(byte[] bytes) throws IOException;
    }

    private static final Map<String, Target> TARGETS = new LinkedHashMap<>();

    static {
        TARGETS.put("CanonicalJson", CanonicalJsonTarget::fuzzerTestOneInput);
        TARGETS.put("Entry", EntryTarget::fuzzerTestOneInput);
        TARGETS.put("Checkpoint", CheckpointTarget::fuzzerTestOneInput);
        TARGETS.put("Export", ExportTarget::fuzzerTestOneInput);
        TARGETS.put("Segment", SegmentTarget::fuzzerTestOneInput);
        TARGETS.put("Receipt", ReceiptTarget::fuzzerTestOneInput);
        TARGETS.put("PairFile", PairFileTarget::fuzzerTestOneInput);
        TARGETS.put("SegmentFile", SegmentFileTarget::fuzzerTestOneInput);
        TARGETS.put("Instrument", InstrumentTarget::fuzzerTestOneInput);
        TARGETS.put("ProcedureFile", ProcedureFileTarget::fuzzerTestOneInput);
    }

    private static final List<String> NAMES = List.copyOf(TARGETS.keySet());

    private OutsideTarget() {}

    static List<String> names() {
        return NAMES;
    }

    static Target named(String name) {
        return Objects.requireNonNull(TARGETS.get(name), name);
    }

    /// The name of the target that the first byte chooses.
    static String of(byte[] bytes) {
        return NAMES.get(Math.floorMod(bytes[0], NAMES.size()));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            named(of(bytes)).take(Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }
}
