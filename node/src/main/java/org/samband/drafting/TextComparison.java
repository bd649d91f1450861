// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Two versions of a text side by side: what became of each point, word by word. Points are known
/// by their identity, so one that was moved or counted anew is compared with itself.
///
/// @param points in the order of the later version; those that it no longer has where they stood
public record TextComparison(List<PointChange> points) {

    /// What became of a point.
    public enum What {
        SAME,
        CHANGED,
        NEW,
        GONE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// @param before its number in the earlier version; 0 where it did not stand
    /// @param after its number in the later version; 0 where it does not stand
    /// @param moved whether it stands behind another point than before
    public record PointChange(
            PointId id, int before, int after, What what, boolean moved, List<WordDiff.Run> runs) {}

    public TextComparison {
        points = List.copyOf(points);
    }

    /// @param reads how a point reads, brackets and all
    public static TextComparison of(
            JointText before, JointText after, Function<Point, String> reads) {
        var changes = new ArrayList<PointChange>();
        for (var point : after.standing()) {
            changes.add(change(standing(before, point.id()), Optional.of(point), reads));
        }
        var placed = new HashSet<PointId>();
        changes.forEach(change -> placed.add(change.id()));
        int place = 0;
        for (var point : before.standing()) {
            if (placed.contains(point.id())) {
                place = index(changes, point.id()) + 1;
            } else {
                changes.add(place++, change(Optional.of(point), Optional.empty(), reads));
            }
        }
        return new TextComparison(changes);
    }

    private static int index(List<PointChange> changes, PointId id) {
        return changes.stream().map(PointChange::id).toList().indexOf(id);
    }

    private static Optional<Point> standing(JointText text, PointId id) {
        return text.point(id).filter(point -> point.state() != Point.State.REMOVED);
    }

    private static PointChange change(
            Optional<Point> before, Optional<Point> after, Function<Point, String> reads) {
        var runs = WordDiff.of(before.map(reads).orElse(""), after.map(reads).orElse(""));
        var same = runs.stream().allMatch(run -> run.kind() == WordDiff.Kind.SAME);
        var what =
                before.isEmpty()
                        ? What.NEW
                        : after.isEmpty() ? What.GONE : same ? What.SAME : What.CHANGED;
        return new PointChange(
                before.or(() -> after).orElseThrow().id(),
                before.map(Point::number).orElse(0),
                after.map(Point::number).orElse(0),
                what,
                before.isPresent()
                        && after.isPresent()
                        && !before.get().after().equals(after.get().after()),
                runs);
    }

    /// How many points are not as before.
    public long changed() {
        return points.stream().filter(one -> one.what() != What.SAME || one.moved()).count();
    }
}
