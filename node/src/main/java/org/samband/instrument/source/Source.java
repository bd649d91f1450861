// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.List;
import org.samband.instrument.Gap;

/// A file as lines.
///
/// @param format as refusals name it
/// @param lines in the order of reading, notes among them
/// @param pages number of pages; 0 where the format has none
/// @param gaps what the format holds that is no line: pictures, tables, deleted passages
public record Source(String format, List<Line> lines, int pages, List<Gap> gaps) {
    public Source {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
    }
}
