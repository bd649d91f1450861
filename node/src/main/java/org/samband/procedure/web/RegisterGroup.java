// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import org.samband.procedure.Procedure;

/// The registers of one area, for the index.
///
/// @param area short name; empty for what serves several areas
public record RegisterGroup(String area, String title, List<Line> lines) {

    /// @param open not finished
    /// @param sources paragraphs, as the procedure names them
    public record Line(Procedure procedure, String title, String sources, int open, int all) {}

    public RegisterGroup {
        lines = List.copyOf(lines);
    }
}
