// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws a procedure: its states from top to bottom, its acts as arrows. Ways to the next state run
/// straight down; ways that pass states run at the right, ways back at the left. The drawing takes
/// the colour of the text around it.
public final class StateDiagram {
    private static final int BOX = 190;
    private static final int ROW = 22;
    private static final int LANE = 12;
    private static final int LETTER = 7;
    private static final int MARGIN = 16;

    private final Procedure procedure;
    private final String language;
    private final List<State> states;
    private final List<Arrow> arrows = new ArrayList<>();
    private final Map<String, Integer> place;
    private final StringBuilder svg = new StringBuilder();
    private int left;
    private int right;
    private int[] tops = new int[0];
    private int[] heights = new int[0];

    /// One act as it is drawn.
    ///
    /// @param from places of the states that it leaves
    /// @param side where it runs
    private record Arrow(String label, List<Integer> from, int to, Side side) {}

    private enum Side {
        DOWN,
        RIGHT,
        LEFT
    }

    private StateDiagram(Procedure procedure, String language) {
        this.procedure = procedure;
        this.language = language;
        this.states = procedure.states();
        this.place =
                IntStream.range(0, states.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> states.get(i).name(), Function.identity()));
    }

    /// An SVG element without style and script.
    ///
    /// @param language `en` or `nb`
    public static String of(Procedure procedure, String language) {
        return new StateDiagram(procedure, language).draw();
    }

    private String draw() {
        procedure.acts().stream().filter(ActForm::moves).forEach(this::arrow);
        left = widest(Side.LEFT);
        right = widest(Side.RIGHT);
        measure();
        var width = left + BOX + right + 2 * MARGIN;
        var height = tops[states.size() - 1] + heights[states.size() - 1] + MARGIN;
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%d" height="%d" viewBox="0 0 %d %d" \
                font-family="Inter, system-ui, sans-serif" font-size="13" fill="currentColor" stroke="none">
                <title>%s</title>
                <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" \
                orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>
                """
                        .formatted(
                                width,
                                height,
                                width,
                                height,
                                text(procedure.title().in(language))));
        for (int i = 0; i < states.size(); i++) {
            box(i);
        }
        down();
        side(Side.RIGHT);
        side(Side.LEFT);
        return svg.append("</svg>\n").toString();
    }

    /// An act with several ways is drawn once per side.
    private void arrow(ActForm act) {
        var to = at(act.to().orElseThrow());
        var label = act.title().in(language);
        var from = act.from().stream().map(this::at).toList();
        if (from.size() == 1 && from.getFirst() == to - 1) {
            arrows.add(new Arrow(label, from, to, Side.DOWN));
            return;
        }
        for (var side : List.of(Side.RIGHT, Side.LEFT)) {
            var here = from.stream().filter(one -> (one < to) == (side == Side.RIGHT)).toList();
            if (!here.isEmpty()) {
                arrows.add(new Arrow(label, here, to, side));
            }
        }
    }

    private int at(String state) {
        return java.util.Objects.requireNonNull(place.get(state));
    }

    private List<Arrow> on(Side side) {
        return arrows.stream().filter(arrow -> arrow.side() == side).toList();
    }

    private List<Arrow> downFrom(int state) {
        return on(Side.DOWN).stream().filter(arrow -> arrow.to() == state + 1).toList();
    }

    private int widest(Side side) {
        var here = on(side);
        var label =
                here.stream().mapToInt(arrow -> arrow.label().length() * LETTER).max().orElse(0);
        return here.isEmpty() ? 0 : label + 34 + here.size() * LANE;
    }

    /// A box is as high as the ways at its busier side need.
    private void measure() {
        tops = new int[states.size()];
        heights = new int[states.size()];
        var y = MARGIN;
        for (int i = 0; i < states.size(); i++) {
            var busiest = Math.max(slots(i, Side.RIGHT).size(), slots(i, Side.LEFT).size());
            tops[i] = y;
            heights[i] = states.get(i).initial() ? 14 : Math.max(34, busiest * ROW + 10);
            y += heights[i] + Math.max(18, downFrom(i).size() * 18 + 18);
        }
    }

    /// The ways that touch a state at one side, those that come in first.
    private List<Arrow> slots(int state, Side side) {
        var slots = new ArrayList<Arrow>();
        on(side).stream().filter(arrow -> arrow.to() == state).forEach(slots::add);
        on(side).stream().filter(arrow -> arrow.from().contains(state)).forEach(slots::add);
        return slots;
    }

    private void box(int i) {
        var x = MARGIN + left;
        if (states.get(i).initial()) {
            svg.append(
                    "<circle cx=\"%d\" cy=\"%d\" r=\"6\"/>\n".formatted(x + BOX / 2, tops[i] + 7));
            return;
        }
        rectangle(x, tops[i], BOX, heights[i]);
        if (states.get(i).last()) {
            rectangle(x + 3, tops[i] + 3, BOX - 6, heights[i] - 6);
        }
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-weight=\"600\">%s</text>\n"
                        .formatted(
                                x + BOX / 2,
                                tops[i] + heights[i] / 2 + 5,
                                text(states.get(i).title().in(language))));
    }

    private void rectangle(int x, int y, int width, int height) {
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"none\" stroke=\"currentColor\"/>\n"
                        .formatted(x, y, width, height));
    }

    private void down() {
        var x = MARGIN + left + BOX / 2;
        for (int i = 0; i < states.size() - 1; i++) {
            var here = downFrom(i);
            if (!here.isEmpty()) {
                line("M%d %d V%d".formatted(x, tops[i] + heights[i], tops[i + 1]), true);
                for (int n = 0; n < here.size(); n++) {
                    label(x + 8, tops[i] + heights[i] + 20 + n * 18, here.get(n).label(), "start");
                }
            }
        }
    }

    private void side(Side side) {
        var here = on(side);
        for (int lane = 0; lane < here.size(); lane++) {
            side(here.get(lane), lane, here.size());
        }
    }

    private void side(Arrow arrow, int lane, int lanes) {
        var outward = arrow.side() == Side.RIGHT;
        var edge = outward ? MARGIN + left + BOX : MARGIN + left;
        var far = (outward ? right : left) - 12 - (lanes - 1 - lane) * LANE;
        var x = outward ? edge + far : edge - far;
        var end = slot(arrow.to(), arrow, true);
        for (var from : arrow.from()) {
            line("M%d %d H%d V%d".formatted(edge, slot(from, arrow, false), x, end), false);
        }
        line("M%d %d H%d".formatted(x, end, edge), true);
        label(outward ? edge + 12 : edge - 12, end - 4, arrow.label(), outward ? "start" : "end");
    }

    /// Height at which a way touches a state.
    ///
    /// @param in whether it comes in there
    private int slot(int state, Arrow arrow, boolean in) {
        if (states.get(state).initial()) {
            return tops[state] + 7;
        }
        var slots = slots(state, arrow.side());
        var at = in ? slots.indexOf(arrow) : slots.lastIndexOf(arrow);
        var free = heights[state] - slots.size() * ROW;
        return tops[state] + free / 2 + at * ROW + ROW - 6;
    }

    private void line(String path, boolean ends) {
        svg.append(
                "<path d=\"%s\" fill=\"none\" stroke=\"currentColor\"%s/>\n"
                        .formatted(path, ends ? " marker-end=\"url(#arrow)\"" : ""));
    }

    private void label(int x, int y, String words, String anchor) {
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(x, y, anchor, text(words)));
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
