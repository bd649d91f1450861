// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.instrument.source.Characters;
import org.samband.instrument.source.Line;

/// Makes blocks of lines: broken lines, page breaks and empty lines within a paragraph are healed.
final class Healing {
    /// A line that ends before this share of the width was ended on purpose.
    private static final double BROKEN = 0.9;

    /// Columns or points by which a line must be indented to begin a paragraph.
    private static final int INDENTED = 2;

    /// Share of the width from which a ragged line can be full.
    private static final double FULL = 0.6;

    /// Longest text that may lack its full stop and yet be a heading.
    private static final int SHORT = 80;

    private final Joining joining;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();

    private Healing(List<Line> lines) {
        joining = new Joining(lines);
    }

    static List<Block> of(List<Line> lines) {
        var healing = new Healing(lines);
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (!healing.open.isEmpty() && !healing.continues(line)) {
                healing.close();
            }
            healing.open.add(line);
        }
        healing.close();
        return healing.blocks;
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        var block = block(open);
        if (!block.text().isEmpty() || block.label() != null) {
            blocks.add(block);
        }
        open.clear();
    }

    private Block block(List<Line> lines) {
        var whole = joining.join(lines);
        var given = lines.getFirst().label();
        if (!given.isEmpty()) {
            return new Block(lines, given(given), whole, whole);
        }
        var label = label(lines.getFirst(), whole);
        return label.map(it -> new Block(lines, it, whole.substring(it.length()).strip(), whole))
                .orElseGet(() -> new Block(lines, null, whole, whole));
    }

    /// The label that the format gives; in Akoma Ntoso often without its full stop.
    private static Label given(String printed) {
        return Label.word(printed)
                .or(() -> Label.at(printed + " x"))
                .or(() -> Label.at(printed + ". x"))
                .orElseGet(() -> bullet(printed));
    }

    private static Label bullet(String printed) {
        return new Label(Label.Kind.BULLET, printed, "", 0, 0, printed, 0);
    }

    private static Optional<Label> label(Line line, String text) {
        return switch (line.role()) {
            case TITLE, NOTE, SIGNATURE, PREAMBLE -> Optional.empty();
            case HEADING, NUMBERED, ITEM, PLAIN, DELETED ->
                    Label.word(text).or(() -> Label.at(text));
        };
    }

    private boolean continues(Line next) {
        var last = open.getLast();
        var soFar = joining.join(open);
        if (next.role() != last.role() || !next.label().isEmpty()) {
            return false;
        }
        if (next.role() != Line.Role.PLAIN && next.closed()) {
            return false;
        }
        var text = Characters.spaced(next.text());
        if (next.afterBlank() || next.closed()) {
            return goesOnAfterBreak(soFar, text) || goesOnElsewhere(soFar, last, text, next);
        }
        if (beginsByLabel(soFar, text, next)) {
            return false;
        }
        return goesOn(soFar, last, text, next);
    }

    /// After an empty line, a page break or where the format begins a paragraph.
    private boolean goesOnAfterBreak(String soFar, String text) {
        if (Endings.complete(soFar)
                || (Label.at(text).isPresent() && !Endings.beginsSmall(soFar) && !midWord(soFar))) {
            return false;
        }
        if (StructureWords.get().begins("turning", text)
                || (StructureWords.get().begins("recitals", soFar) && !Endings.beginsSmall(text))) {
            return false;
        }
        boolean prose = soFar.length() > SHORT || Label.at(soFar).isPresent();
        return prose
                && (Endings.beginsSmall(text) || (Endings.runsOn(soFar) && !soFar.endsWith(",")));
    }

    /// A full line at the end of a page or column goes on at the top of the next.
    private static boolean goesOnElsewhere(String soFar, Line last, String text, Line next) {
        boolean elsewhere =
                next.place().page() != last.place().page()
                        || next.place().column() != last.place().column();
        return elsewhere
                && !next.closed()
                && last.look().reach() > FULL
                && soFar.length() > SHORT
                && !Endings.complete(soFar)
                && Label.at(text).isEmpty();
    }

    private static boolean midWord(String soFar) {
        return soFar.endsWith("-");
    }

    /// A label begins a block, unless it stands in the middle of a sentence by chance.
    private boolean beginsByLabel(String soFar, String text, Line next) {
        var label = Label.at(text);
        if (label.isEmpty()) {
            return Label.word(text).isPresent()
                    && (Endings.complete(soFar) || open.getLast().look().reach() < BROKEN / 2);
        }
        if (Endings.complete(soFar)
                || (soFar.length() <= SHORT
                        && Label.at(soFar).isEmpty()
                        && !Endings.runsOn(soFar))) {
            return true;
        }
        boolean deeper =
                next.look().indent() >= open.getFirst().look().indent() + INDENTED
                        && open.size() == 1;
        boolean first = label.get().value() == 1 || label.get().roman() == 1;
        if (deeper && (first || label.get().kind() == Label.Kind.BULLET)) {
            return true;
        }
        var before = Label.at(soFar);
        if (before.isEmpty() || (Endings.runsOn(soFar) && !soFar.endsWith(","))) {
            return false;
        }
        return before.get().style().equals(label.get().style())
                && (label.get().value() == 0
                        || label.get().value() == before.get().value() + 1
                        || label.get().roman() == before.get().roman() + 1);
    }

    private boolean goesOn(String soFar, Line last, String text, Line next) {
        if (last.look().reach() <= 0) {
            return true;
        }
        boolean indented =
                next.look().indent() >= open.getFirst().look().indent() + INDENTED
                        && Label.at(soFar).isEmpty()
                        && open.size() > 1;
        if (Endings.complete(soFar) && (indented || Closing.opener(text))) {
            return false;
        }
        if (StructureWords.get().begins("recitals", text)
                && soFar.endsWith(",")
                && !Endings.beginsSmall(text)) {
            return false;
        }
        if (StructureWords.get().begins("turning", text) && !Endings.beginsSmall(text)) {
            return false;
        }
        boolean deliberate =
                last.look().reach()
                                * (1
                                        + (firstWord(text) + 1.0)
                                                / Math.max(1, last.text().strip().length()))
                        < BROKEN;
        if (!deliberate) {
            return true;
        }
        return !Endings.complete(soFar)
                && (Endings.beginsSmall(text) || (Endings.runsOn(soFar) && !soFar.endsWith(",")));
    }

    /// Letters of the first word, capitals counted wider.
    private static double firstWord(String text) {
        int space = text.indexOf(' ');
        var word = space < 0 ? text : text.substring(0, space);
        return word.length() + 0.3 * word.chars().filter(Character::isUpperCase).count();
    }
}
