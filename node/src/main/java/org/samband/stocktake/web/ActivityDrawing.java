// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import java.util.List;
import java.util.Locale;
import org.samband.web.Words;

/// Activity over time as bars, one per stretch. It uses the colour of the text around it; the page
/// gives the same as a table beneath it.
final class ActivityDrawing {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 140;
    private static final int FOOT = 22;
    private static final int HEAD = 18;

    private ActivityDrawing() {}

    static String svg(List<StocktakeView.Stretch> stretches, Words words) {
        int most = Math.max(1, stretches.stream().mapToInt(one -> one.acts()).max().orElse(1));
        double step = (double) WIDTH / Math.max(1, stretches.size());
        var svg =
                new StringBuilder(
                        "<svg class=\"sb-drawing\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                                .formatted(WIDTH, HEIGHT, words.of("stocktake.activity.drawing")));
        for (int i = 0; i < stretches.size(); i++) {
            var one = stretches.get(i);
            double height = (HEIGHT - FOOT - HEAD) * (double) one.acts() / most;
            double top = HEIGHT - FOOT - height;
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
                                    + " fill=\"currentColor\" fill-opacity=\"0.75\"/>",
                            i * step + step * 0.15,
                            top,
                            step * 0.7,
                            height));
            text(svg, i * step + step / 2, top - 4, String.valueOf(one.acts()));
            text(svg, i * step + step / 2, HEIGHT - 6, one.title());
        }
        return svg.append("</svg>").toString();
    }

    private static void text(StringBuilder svg, double x, double y, String text) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" text-anchor=\"middle\""
                                + " fill=\"currentColor\">%s</text>",
                        x,
                        y,
                        text));
    }
}
