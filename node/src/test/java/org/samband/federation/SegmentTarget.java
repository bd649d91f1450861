// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Arrays;
import org.samband.act.Outcome;

/// Any bytes as a segment: refused, or a segment that is written as it was read.
public final class SegmentTarget {
    private SegmentTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (Segment.read(bytes) instanceof Outcome.Accepted<Segment>(var segment)) {
            try (segment;
                    var lines = segment.lines()) {
                lines.forEachRemaining(entry -> {});
                if (!Arrays.equals(segment.bytes(), bytes)) {
                    throw new IllegalStateException("the segment is written otherwise");
                }
            }
        }
    }
}
