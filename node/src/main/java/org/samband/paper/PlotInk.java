// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A plot in ink: into a PDF, or as a picture for a text document.
final class PlotInk {
    private static final int BLUE = 0x1f3a5f;
    private static final int WHITE = 255;

    /// Dots of a picture for each unit of the drawing.
    private static final double SHARP = 2.5;

    private PlotInk() {}

    static void draw(Drawing drawing, Graphics2D on) {
        for (var mark : drawing.marks()) {
            switch (mark) {
                case Mark.Box(var x, var y, var width, var height, var strength) -> {
                    on.setPaint(ink(strength));
                    on.fill(new Rectangle2D.Double(x, y, width, height));
                }
                case Mark.Label label -> {
                    on.setPaint(label.light() ? Color.WHITE : Color.BLACK);
                    on.fill(
                            Lettering.REGULAR.outline(
                                    label.text(), start(label), label.y(), Drawing.SIZE));
                }
            }
        }
    }

    private static double start(Mark.Label label) {
        double width = Lettering.REGULAR.width(label.text(), Drawing.SIZE);
        return switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
    }

    /// Mixed with the white of the paper, so that nothing shines through.
    private static Color ink(double strength) {
        var full = new Color(BLUE);
        return new Color(
                mixed(full.getRed(), strength),
                mixed(full.getGreen(), strength),
                mixed(full.getBlue(), strength));
    }

    private static int mixed(int part, double strength) {
        return (int) Math.round(WHITE - (WHITE - part) * strength);
    }

    /// As PNG.
    static byte[] picture(Drawing drawing) {
        var image =
                new BufferedImage(
                        (int) (Drawing.WIDTH * SHARP),
                        (int) Math.ceil(drawing.height() * SHARP),
                        BufferedImage.TYPE_INT_RGB);
        var on = image.createGraphics();
        on.setPaint(Color.WHITE);
        on.fillRect(0, 0, image.getWidth(), image.getHeight());
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.scale(SHARP, SHARP);
        draw(drawing, on);
        on.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
