// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.stream.Stream;
import org.samband.parties.Officer;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierTool;

/// What the page of a dossier shows of a tool of another room.
///
/// @param mayAdd whether the officer may make one more
public record ToolLines(DossierTool tool, List<DossierTool.Line> lines, boolean mayAdd) {

    static List<ToolLines> of(Stream<DossierTool> tools, Officer officer, Dossier dossier) {
        return tools.map(tool ->
                        new ToolLines(
                                tool, tool.of(officer, dossier), tool.mayAdd(officer, dossier)))
                .filter(one -> one.mayAdd() || !one.lines().isEmpty())
                .toList();
    }
}
