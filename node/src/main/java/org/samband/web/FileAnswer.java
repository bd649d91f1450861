// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.samband.label.Marking;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// The head of an answer that is a file: its kind and name, and that nobody on the way keeps it.
/// Source: RFC 9110, section 8; RFC 6266.
public final class FileAnswer {
    private FileAnswer() {}

    /// @param name of the file without its end
    public static void head(HttpServletResponse response, FileKind kind, String name) {
        response.setContentType(kind.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + kind.end(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /// The same, and how it is marked, for programs that pass it on.
    public static void head(
            HttpServletResponse response, FileKind kind, String name, Marking marking) {
        head(response, kind, name);
        response.setHeader("Samband-Marking", marking.toString());
    }
}
