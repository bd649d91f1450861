// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// A file of lines with a few words above them.
public interface LineTable extends Closeable {
    /// The marking, where the form of the file has a place of its own for it.
    void marked(String banner);

    /// A fact about the whole file.
    void above(String name, String value) throws IOException;

    void heads(List<String> titles) throws IOException;

    void line(List<String> cells) throws IOException;

    /// Whether a program that opens the file could take a text for a formula and work it out.
    /// Source: OWASP, CSV Injection.
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0;
    }
}
