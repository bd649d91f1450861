// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated values in UTF-8 with a byte order mark, by which spreadsheet programs know it.
/// Source: RFC 4180.
public final class CsvTable implements LineTable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedWriter out;

    public CsvTable(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
    }

    @Override
    public void marked(String banner) {
        // A text file has no other place than its lines.
    }

    @Override
    public void above(String name, String value) throws IOException {
        line(List.of(name, value));
    }

    @Override
    public void heads(List<String> titles) throws IOException {
        out.write("\r\n");
        line(titles);
    }

    @Override
    public void line(List<String> cells) throws IOException {
        out.write(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /// A text that a program could work out as a formula begins with an apostrophe.
    public static String cell(String text) {
        var safe = LineTable.looksLikeFormula(text) ? "'" + text : text;
        return safe.chars().anyMatch(one -> "\",\r\n;".indexOf(one) >= 0) || !safe.equals(text)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
