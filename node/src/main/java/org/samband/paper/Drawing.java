// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.util.ArrayList;
import java.util.List;
import org.samband.paper.Mark.Anchor;

/// A plot laid out in marks.
///
/// @param height in the same unit as {@link #WIDTH}
record Drawing(double height, List<Mark> marks) {
    static final double WIDTH = 720;

    /// Of letters.
    static final double SIZE = 11;

    private static final double ROW = 20;
    private static final double GAP = 6;
    private static final double LEFT = 210;
    private static final double RIGHT = 50;
    private static final double LEGEND = 22;
    private static final double COLUMNS = 130;
    private static final double[] STRENGTHS = {0.85, 0.4, 0.18};
    private static final double WEAKEST = 0.08;
    private static final double STRONGEST = 0.8;
    private static final double DARK = 0.5;

    Drawing {
        marks = List.copyOf(marks);
    }

    static Drawing of(Plot plot) {
        return new Layout(plot).drawn();
    }

    private static double strength(int series) {
        return STRENGTHS[Math.min(series, STRENGTHS.length - 1)];
    }

    private static final class Layout {
        private final Plot plot;
        private final List<Mark> marks = new ArrayList<>();
        private double top;

        Layout(Plot plot) {
            this.plot = plot;
        }

        Drawing drawn() {
            if (plot.series().size() > 1 && plot.kind() != Plot.Kind.GRID) {
                legend();
            }
            switch (plot.kind()) {
                case COLUMNS -> columns();
                case STACKED -> stacked();
                case BARS -> bars();
                case GRID -> grid();
            }
            return new Drawing(top, marks);
        }

        private void legend() {
            double x = 0;
            for (int i = 0; i < plot.series().size(); i++) {
                var name = plot.series().get(i).name();
                marks.add(new Mark.Box(x, 3, SIZE, SIZE, strength(i)));
                label(x + SIZE + GAP, 12, Anchor.START, name);
                x += SIZE + 4 * GAP + Lettering.REGULAR.width(name, SIZE);
            }
            top = LEGEND;
        }

        private void label(double x, double y, Anchor anchor, String text) {
            if (!text.isEmpty()) {
                marks.add(new Mark.Label(x, y, anchor, text, false));
            }
        }

        private void name(String text, double width) {
            label(0, top + ROW - GAP, Anchor.START, Lettering.REGULAR.cut(text, SIZE, width));
        }

        private double most() {
            return Math.max(
                    1e-9,
                    plot.series().stream()
                            .flatMap(one -> one.values().stream())
                            .mapToDouble(Double::doubleValue)
                            .max()
                            .orElse(0));
        }

        private void columns() {
            double step = WIDTH / Math.max(1, plot.labels().size());
            double thick = step * 0.8 / plot.series().size();
            double head = SIZE + GAP;
            for (int i = 0; i < plot.labels().size(); i++) {
                for (int j = 0; j < plot.series().size(); j++) {
                    var one = plot.series().get(j);
                    double height = (COLUMNS - head) * one.values().get(i) / most();
                    double x = i * step + step * 0.1 + j * thick;
                    double y = top + COLUMNS - height;
                    if (height > 0) {
                        marks.add(new Mark.Box(x, y, thick * 0.92, height, strength(j)));
                    }
                    label(x + thick / 2, y - 3, Anchor.MIDDLE, one.shown().get(i));
                }
                label(
                        i * step + step / 2,
                        top + COLUMNS + SIZE + 3,
                        Anchor.MIDDLE,
                        Lettering.REGULAR.cut(plot.labels().get(i), SIZE, step));
            }
            marks.add(new Mark.Box(0, top + COLUMNS, WIDTH, 0.6, STRONGEST));
            top += COLUMNS + ROW;
        }

        private void stacked() {
            double most = 1e-9;
            for (int i = 0; i < plot.labels().size(); i++) {
                most = Math.max(most, sum(i));
            }
            for (int i = 0; i < plot.labels().size(); i++) {
                name(plot.labels().get(i), LEFT - GAP);
                double x = LEFT;
                for (int j = 0; j < plot.series().size(); j++) {
                    var one = plot.series().get(j);
                    double width = (WIDTH - LEFT - RIGHT) * one.values().get(i) / most;
                    if (width > 0) {
                        marks.add(new Mark.Box(x, top + 2, width - 1, ROW - 5, strength(j)));
                        inside(one.shown().get(i), x + width / 2, strength(j) > DARK);
                    }
                    x += width;
                }
                top += ROW;
            }
            top += GAP;
        }

        private double sum(int label) {
            return plot.series().stream().mapToDouble(one -> one.values().get(label)).sum();
        }

        private void inside(String text, double x, boolean light) {
            if (!text.isEmpty()) {
                marks.add(new Mark.Label(x, top + ROW - GAP, Anchor.MIDDLE, text, light));
            }
        }

        private void bars() {
            double most = most();
            double thin = ROW * 0.75;
            for (int i = 0; i < plot.labels().size(); i++) {
                name(plot.labels().get(i), LEFT - GAP);
                for (int j = 0; j < plot.series().size(); j++) {
                    var one = plot.series().get(j);
                    double width = (WIDTH - LEFT - RIGHT * 2) * one.values().get(i) / most;
                    if (width > 0) {
                        marks.add(new Mark.Box(LEFT, top + 2, width, thin - 2, strength(j)));
                    }
                    label(LEFT + width + GAP, top + thin - 2, Anchor.START, one.shown().get(i));
                    top += thin;
                }
                top += GAP;
            }
        }

        /// Rows are series, columns are labels.
        private void grid() {
            double most = most();
            double step = (WIDTH - LEFT) / Math.max(1, plot.labels().size());
            for (int i = 0; i < plot.labels().size(); i++) {
                label(
                        LEFT + i * step + step / 2,
                        SIZE,
                        Anchor.MIDDLE,
                        Lettering.REGULAR.cut(plot.labels().get(i), SIZE, step));
            }
            top = ROW;
            for (var one : plot.series()) {
                name(one.name(), LEFT - GAP);
                for (int i = 0; i < plot.labels().size(); i++) {
                    double share = one.values().get(i) / most;
                    double strength =
                            share == 0 ? WEAKEST / 2 : WEAKEST + share * (STRONGEST - WEAKEST);
                    double x = LEFT + i * step;
                    marks.add(new Mark.Box(x, top + 1, step - 1, ROW - 2, strength));
                    inside(one.shown().get(i), x + step / 2, strength > DARK);
                }
                top += ROW;
            }
            top += GAP;
        }
    }
}
