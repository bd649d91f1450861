// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.jsoup.nodes.FormElement;

/// A form with files in it, as a browser sends it (RFC 7578).
final class Multipart {
    private final String boundary = "exercise-" + System.nanoTime();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private Multipart() {}

    /// @param field for the files
    /// @param typed name, value, name, value ...; other fields are sent as they stand
    static Multipart of(FormElement form, String field, List<Path> files, String... typed) {
        var sent = new Multipart();
        var names = new LinkedHashSet<>(List.of(field));
        for (int i = 0; i < typed.length; i += 2) {
            names.add(typed[i]);
            sent.part(typed[i], "", utf8(typed[i + 1]));
        }
        form.formData().stream()
                .filter(one -> !names.contains(one.key()))
                .forEach(one -> sent.part(one.key(), "", utf8(one.value())));
        for (var file : files) {
            try {
                var name = "; filename=\"" + file.getFileName() + "\"";
                sent.part(field, name, Files.readAllBytes(file));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        sent.body.writeBytes(utf8("--" + sent.boundary + "--\r\n"));
        return sent;
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    private void part(String name, String more, byte[] content) {
        var named = "Content-Disposition: form-data; name=\"" + name + "\"" + more;
        body.writeBytes(utf8("--" + boundary + "\r\n" + named + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
