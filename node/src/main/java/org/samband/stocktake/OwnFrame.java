// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierState;

/// What one party reports on women, peace and security in its own frame. The parties measure in
/// unlike ways, so their frames stand next to each other and are never merged. Source: SDP
/// paragraphs 45 and 46; spec/procedure/wps-frame.yaml.
///
/// @param plan as the party calls its frame
/// @param lines entered in the period, in their order
/// @param report the latest of the period; empty if none was made in it
public record OwnFrame(
        String area, PartyCode by, String plan, List<Line> lines, String report, ActRef dossier) {
    static final String PROCEDURE = "wps-frame";

    /// A priority or an indicator.
    public record Line(String heading, String done) {}

    public OwnFrame {
        lines = List.copyOf(lines);
    }

    /// Empty if nothing was said in it in the period.
    static Optional<OwnFrame> of(Dossier dossier, Figures.Period period) {
        var lines =
                acts(dossier, "enter-line", period)
                        .map(act -> new Line(text(act, "heading"), text(act, "what-was-done")))
                        .toList();
        var report =
                acts(dossier, "report", period)
                        .map(act -> text(act, "report"))
                        .reduce("", (_, latest) -> latest);
        return lines.isEmpty() && report.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OwnFrame(
                                dossier.area(),
                                dossier.ref().party(),
                                dossier.state().value("plan").map(String::valueOf).orElse(""),
                                lines,
                                report,
                                dossier.ref()));
    }

    private static Stream<DossierState.Folded> acts(
            Dossier dossier, String act, Figures.Period period) {
        return dossier.state().acts().stream()
                .filter(one -> one.effective() && one.act().act().equals(act))
                .filter(period::holds);
    }

    private static String text(DossierState.Folded one, String field) {
        var said = one.act().fields().get(field);
        return said == null ? "" : String.valueOf(said);
    }
}
