// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.samband.instrument.source.Line;
import org.samband.instrument.source.Line.Place;

/// Signature blocks that stand side by side in plain text, cut into their columns. Where the
/// columns are not clear the lines stay as they are.
final class SideBySide {
    private static final Pattern PIECE = Pattern.compile("\\S+(?: {1,2}\\S+)*");

    /// Letters by which the left edge of a column may waver.
    private static final int WAVER = 12;

    private SideBySide() {}

    static List<Line> cut(List<Line> lines) {
        var starts = starts(lines);
        if (starts.size() < 2) {
            return lines;
        }
        var cut = new ArrayList<Line>();
        for (var line : lines) {
            for (var piece : pieces(line)) {
                int column = column(starts, piece.start());
                if (column == 0) {
                    return lines;
                }
                var place = new Place(line.place().page(), line.place().row(), column);
                cut.add(
                        new Line(
                                piece.group(),
                                "",
                                line.role(),
                                line.level(),
                                line.look(),
                                place,
                                line.closed(),
                                line.afterBlank()));
            }
        }
        return cut;
    }

    /// Left edges in the first line that has several pieces, which names the parties.
    private static List<Integer> starts(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.place().column() == 0)
                .map(SideBySide::pieces)
                .filter(pieces ->
                        pieces.size() > 1
                                && pieces.stream()
                                        .allMatch(piece -> Closing.For.name(piece.group()) != null))
                .findFirst()
                .map(pieces -> pieces.stream().map(MatchResult::start).toList())
                .orElse(List.of());
    }

    private static List<MatchResult> pieces(Line line) {
        return PIECE.matcher(line.text()).results().toList();
    }

    /// From 1; 0 where no column is near.
    private static int column(List<Integer> starts, int start) {
        for (int at = 0; at < starts.size(); at++) {
            if (Math.abs(starts.get(at) - start) <= WAVER) {
                return at + 1;
            }
        }
        return 0;
    }
}
