// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// `docs/procedures/` is made from the procedure files. What differs is written anew and the test
/// fails, so that the difference is looked at.
class ProcedureDocumentsTest {
    private static final Path FOLDER = Path.of("../docs/procedures");
    private static final Procedures PROCEDURES = new Procedures();

    /// Grey that can be read on light and on dark paper: a picture takes no colour from around it.
    private static final String GREY = "<svg color=\"#768390\" ";

    private static Map<String, String> expected() {
        var files = new TreeMap<String, String>();
        var list =
                new StringBuilder(
                        "<!-- Made from spec/procedure/; do not edit. -->\n"
                                + "# Procedures\n\n"
                                + "How each kind of matter moves between the parties. The files are"
                                + " data: see [the language](../../spec/procedure/README.md).\n\n");
        for (var procedure : PROCEDURES.all()) {
            files.put(procedure.id() + ".md", ProcedureDocument.of(procedure));
            files.put(
                    procedure.id() + ".svg",
                    StateDiagram.of(procedure, "en").replaceFirst("<svg ", GREY));
            list.append(
                    "- [%s](%s.md): %s\n"
                            .formatted(
                                    procedure.title().en(),
                                    procedure.id(),
                                    procedure.summary().en()));
        }
        files.put("README.md", list.toString());
        return files;
    }

    @Test
    void theDocumentsSayWhatTheProceduresSay() throws IOException {
        var different = new TreeMap<String, String>();
        Files.createDirectories(FOLDER);
        for (var file : expected().entrySet()) {
            var path = FOLDER.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.writeString(path, file.getValue());
                different.put(file.getKey(), file.getValue());
            }
        }
        assertThat(different.keySet()).as("written anew in docs/procedures").isEmpty();
    }

    @Test
    void everyPictureIsWellFormedAndNamesEveryStateInBothLanguages() {
        for (var procedure : PROCEDURES.all()) {
            for (var language : java.util.List.of("en", "nb")) {
                var svg = StateDiagram.of(procedure, language);
                assertThat(svg).doesNotContain("style=", "<script", "<style");
                assertThat(
                                org.jsoup.Jsoup.parse(svg, "", org.jsoup.parser.Parser.xmlParser())
                                        .select("text")
                                        .eachText())
                        .containsAll(
                                procedure.states().stream()
                                        .filter(state -> !state.initial())
                                        .map(state -> state.title().in(language))
                                        .toList())
                        .containsAll(
                                procedure.acts().stream()
                                        .filter(ActForm::moves)
                                        .map(act -> act.title().in(language))
                                        .toList());
            }
        }
    }
}
