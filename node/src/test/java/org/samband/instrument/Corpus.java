// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samband.act.Outcome;
import org.yaml.snakeyaml.Yaml;

/// The made-up instruments with their right answers, in `src/test/resources/instrument`.
final class Corpus {
    /// Names of the texts; each has a file `NAME.expected.yaml`.
    static final List<String> NAMES =
            List.of(
                    "parts-restarting",
                    "commitments-lettered",
                    "two-columns",
                    "numbering",
                    "deleted",
                    "furniture",
                    "recitals",
                    "articles",
                    "dashed");

    private Corpus() {}

    /// The file as an import would get it: PDF and DOCX are made of their marked texts.
    static byte[] file(String name) throws IOException {
        return switch (name) {
            case "two-columns" -> PdfSample.of(text("two-columns.txt"), 2);
            case "numbering" -> DocxSample.of(text("numbering.txt"));
            case "deleted" -> bytes("deleted.html");
            default -> bytes(name + ".txt");
        };
    }

    static Map<String, byte[]> files() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : NAMES) {
            files.put(name, file(name));
        }
        return files;
    }

    static Map<String, Object> expected(String name) throws IOException {
        return new Yaml().load(text(name + ".expected.yaml"));
    }

    static Instrument read(byte[] bytes, String name) {
        return switch (InstrumentImport.read(bytes, name)) {
            case Outcome.Accepted<Imported>(var imported) -> imported.instrument();
            case Outcome.Refused<Imported>(var refusal) ->
                    throw new AssertionError(name + ": " + refusal.sentence());
        };
    }

    private static String text(String file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String file) throws IOException {
        try (var in = Corpus.class.getResourceAsStream("/instrument/" + file)) {
            if (in == null) {
                throw new IOException("no " + file);
            }
            return in.readAllBytes();
        }
    }
}
