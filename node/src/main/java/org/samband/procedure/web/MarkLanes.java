// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.ArrayList;
import java.util.List;
import org.samband.procedure.web.YearDrawing.Mark;
import org.samband.procedure.web.YearDrawing.Shape;

/// Gives the marks of one row of a {@link YearDrawing} lanes in which none hides another. Where
/// more come together than a row has lanes, the last mark counts those that found none.
final class MarkLanes {
    /// Lanes of a row at most: enough for a busy week, few enough for twenty areas on one sheet.
    static final int MOST = 4;

    /// From the middle of a mark to its edge, and the width of a letter beside it, with some room.
    private static final int HALF = 6;

    private static final int LETTER = 6;

    private final List<Mark> marks = new ArrayList<>();

    /// Of each lane the place of its last mark in the list.
    private final List<Integer> last = new ArrayList<>();

    /// @param x not before that of the mark that was added last
    void add(int x, Shape shape, String party) {
        for (int lane = 0; lane < last.size(); lane++) {
            if (end(marks.get(last.get(lane))) <= x - HALF) {
                last.set(lane, marks.size());
                marks.add(new Mark(x, lane, shape, party, 0));
                return;
            }
        }
        if (last.size() < MOST) {
            last.add(marks.size());
            marks.add(new Mark(x, last.size() - 1, shape, party, 0));
            return;
        }
        int full = last.getLast();
        var mark = marks.get(full);
        marks.set(
                full, new Mark(mark.x(), mark.lane(), mark.shape(), mark.party(), mark.more() + 1));
    }

    private static int end(Mark mark) {
        return mark.x() + HALF + mark.label().length() * LETTER;
    }

    /// In the order of their days.
    List<Mark> marks() {
        return List.copyOf(marks);
    }
}
