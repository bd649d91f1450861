// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.util.Locale;

/// A plot as a part of a page: SVG in the colour of the text around it. Where letters stand on
/// strong ink they have the colour of the page, by the class `sb-ink-light`.
public final class PlotSvg {
    private PlotSvg() {}

    public static String of(Plot plot) {
        var drawing = Drawing.of(plot);
        var svg = new StringBuilder("<svg class=\"sb-drawing\" viewBox=\"0 0 ");
        svg.append((int) Drawing.WIDTH).append(' ').append((int) Math.ceil(drawing.height()));
        svg.append("\" role=\"img\" aria-label=\"").append(PaperHtml.escaped(plot.says()));
        svg.append("\">");
        for (var mark : drawing.marks()) {
            switch (mark) {
                case Mark.Box(var x, var y, var width, var height, var strength) ->
                        svg.append("<rect x=\"")
                                .append(said(x))
                                .append("\" y=\"")
                                .append(said(y))
                                .append("\" width=\"")
                                .append(said(width))
                                .append("\" height=\"")
                                .append(said(height))
                                .append("\" fill=\"currentColor\" fill-opacity=\"")
                                .append(strength)
                                .append("\"/>");
                case Mark.Label label -> label(svg, label);
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void label(StringBuilder svg, Mark.Label label) {
        svg.append("<text x=\"")
                .append(said(label.x()))
                .append("\" y=\"")
                .append(said(label.y()))
                .append("\" font-size=\"")
                .append((int) Drawing.SIZE)
                .append("\" text-anchor=\"")
                .append(label.anchor().name().toLowerCase(Locale.ROOT))
                .append(label.light() ? "\" class=\"sb-ink-light\">" : "\" fill=\"currentColor\">")
                .append(PaperHtml.escaped(label.text()))
                .append("</text>");
    }

    /// With one decimal, which is finer than any screen.
    private static double said(double place) {
        return Math.round(place * 10) / 10.0;
    }
}
