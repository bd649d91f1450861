// SPDX-License-Identifier: EUPL-1.2
package org.samband.fuzz;

import java.util.Arrays;
import java.util.List;
import org.samband.act.Outcome;
import org.samband.instrument.Imported;
import org.samband.instrument.InstrumentImport;

/// Any bytes as an agreed text in one of the forms that are imported: read or refused, in time. The
/// first byte chooses the form.
public final class InstrumentTarget {
    static final List<String> ENDINGS = List.of("txt", "html", "xml", "docx", "pdf");

    private InstrumentTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        var name = "fuzz." + ENDINGS.get(Math.floorMod(bytes[0], ENDINGS.size()));
        if (InstrumentImport.read(Arrays.copyOfRange(bytes, 1, bytes.length), name)
                        instanceof Outcome.Refused<Imported>(var refusal)
                && refusal.rule().id().equals("INS-10")) {
            throw new IllegalStateException("too slow: " + name);
        }
    }
}
