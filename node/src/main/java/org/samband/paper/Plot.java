// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.util.List;

/// Numbers that are drawn.
///
/// @param says in words what it shows, for those who do not see it
/// @param labels what is counted by: months, areas
/// @param series each with a value for each label
public record Plot(Kind kind, String says, List<String> labels, List<Series> series) {

    public enum Kind {
        /// Upright bars over time, those of one label beside each other.
        COLUMNS,
        /// Lying bars, those of one label behind each other.
        STACKED,
        /// Lying bars, those of one label beneath each other.
        BARS,
        /// A cell for each label and series, darker for more.
        GRID
    }

    /// @param values from 0
    /// @param shown what is written for each value: `3`, `2.5 d`
    public record Series(String name, List<Double> values, List<String> shown) {
        public Series {
            values = List.copyOf(values);
            shown = List.copyOf(shown);
        }

        public static Series of(String name, List<Integer> counts) {
            return new Series(
                    name,
                    counts.stream().map(Integer::doubleValue).toList(),
                    counts.stream().map(count -> count == 0 ? "" : String.valueOf(count)).toList());
        }
    }

    public Plot {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (var one : series) {
            if (one.values().size() != labels.size() || one.shown().size() != labels.size()) {
                throw new IllegalArgumentException(
                        "series " + one.name() + " has a value for each of " + labels.size());
            }
        }
    }

    /// Whether there is anything to draw.
    public boolean isEmpty() {
        return series.stream().flatMap(one -> one.values().stream()).allMatch(one -> one == 0);
    }
}
