// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.util.List;

/// A part of a paper.
public sealed interface Block {

    /// @param level 1 or 2 below the title
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 1 || level > 2) {
                throw new IllegalArgumentException("a heading has level 1 or 2, not " + level);
            }
        }
    }

    /// One or more lines that belong together.
    record Text(String text) implements Block {}

    /// Points without numbers under a few words.
    ///
    /// @param lead empty for none
    record Points(String lead, List<String> lines) implements Block {
        public Points {
            lines = List.copyOf(lines);
        }

        /// Whether the one line follows its few words in the same line, to save room.
        boolean runsIn(Paper.Form form) {
            return form == Paper.Form.DENSE && lines.size() == 1 && !lead.isEmpty();
        }
    }

    /// Numbered points of a text.
    record Numbered(List<Point> points) implements Block {
        public Numbered {
            points = List.copyOf(points);
        }
    }

    /// @param heading empty for none
    record Point(int number, String heading, String text) {}

    /// @param rows each with a cell for each head; the first cell says what the row is about
    record Table(String caption, List<String> heads, List<List<String>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows) {
                if (row.size() != heads.size()) {
                    throw new IllegalArgumentException(
                            "a row has " + heads.size() + " cells, not " + row.size());
                }
            }
        }
    }

    /// Facts by name.
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, String value) {}

    /// Figures drawn; a table with the same numbers stands beside it.
    record Figure(Plot plot) implements Block {}

    /// Those who signed, side by side.
    record Signatures(List<Fact> parties) implements Block {
        public Signatures {
            parties = List.copyOf(parties);
        }
    }

    /// Lines that are copied by machine: hashes, signatures.
    record Exact(String text) implements Block {}

    /// What follows begins on a new page.
    record NewPage() implements Block {}
}
