// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/// A file of lines with a few words above them.
public interface LineTable extends Closeable {
    /// The marking, where the form of the file has a place of its own for it.
    void marked(String banner);

    /// A fact about the whole file.
    void above(String name, String value) throws IOException;

    void heads(List<String> titles) throws IOException;

    void line(List<String> cells) throws IOException;

    /// A line whose numbers and days are such, where the form of the file knows them.
    default void typed(List<Cell> cells) throws IOException {
        line(cells.stream().map(Cell::text).toList());
    }

    /// What stands in one place of a line. An amount of money is a text: its currency belongs to
    /// it, and nothing is added across currencies.
    sealed interface Cell {
        String text();

        record Words(String text) implements Cell {}

        record Count(String text, long number) implements Cell {}

        record Day(String text, LocalDate day) implements Cell {}
    }

    /// Whether a program that opens the file could take a text for a formula and work it out.
    /// Source: OWASP, CSV Injection.
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0;
    }
}
