// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `samband instrument import FILE --out DIR`, as it is typed.
class InstrumentCommandTest {
    private static final Path FOLDER = Path.of("../spec/instrument/eu-norway-2024");
    private static final String SOURCE = FOLDER.resolve("source.txt").toString();

    @TempDir private Path place = Path.of("");

    private final StringWriter answer = new StringWriter();
    private final StringWriter refusals = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new InstrumentCommand())
                .setOut(new PrintWriter(answer))
                .setErr(new PrintWriter(refusals))
                .execute(arguments);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void anImportWritesFourFilesAndASummaryOnOneScreen() throws IOException {
        var out = place.resolve("new/folder");
        assertThat(run("import", SOURCE, "--out", out.toString())).isZero();
        assertThat(names(out))
                .containsExactly(
                        "commitments.json",
                        "instrument.akn.xml",
                        "instrument.html",
                        "instrument.json");
        assertThat(Files.readString(out.resolve("commitments.json")))
                .isEqualTo(Files.readString(FOLDER.resolve("commitments.json")));
        assertThat(answer.toString())
                .contains("48 (9 preamble, 39 operative)", "55 (2 frames)", "Nothing was left")
                .satisfies(text -> assertThat(text.lines().count()).isLessThan(40));
        assertThat(refusals.toString()).isEmpty();
    }

    @Test
    void whatIsNoInstrumentIsRefusedInOneSentenceAndNothingIsWritten() throws IOException {
        var file = place.resolve("lunch.txt");
        Files.writeString(file, "Dear all,\nlunch is at noon.\n", StandardCharsets.UTF_8);
        var out = place.resolve("out");
        assertThat(run("import", file.toString(), "--out", out.toString())).isEqualTo(2);
        assertThat(refusals.toString()).startsWith("INS-08 The file lunch.txt is no instrument");
        assertThat(refusals.toString().lines()).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void aMissingFileAndAMissingFolderAreRefused() {
        assertThat(run("import", place.resolve("none").toString(), "--out", place.toString()))
                .isEqualTo(2);
        assertThat(run("import", SOURCE)).isEqualTo(2);
        assertThat(refusals.toString()).contains("There is no file", "--out");
    }

    @Test
    void whereOneFileCannotBeWrittenNoneIs() throws IOException {
        Files.createDirectory(place.resolve("instrument.json"));
        Files.writeString(place.resolve("commitments.json"), "old");
        assertThat(run("import", SOURCE, "--out", place.toString())).isEqualTo(2);
        assertThat(names(place)).containsExactly("commitments.json", "instrument.json");
        assertThat(place.resolve("commitments.json")).hasContent("old");
        assertThat(refusals.toString()).contains("Not written");
    }

    @Test
    void anImportFromWhatWasWrittenGivesTheSameCommitments() throws IOException {
        var first = place.resolve("first");
        var second = place.resolve("second");
        assertThat(run("import", SOURCE, "--out", first.toString())).isZero();
        var written = first.resolve("instrument.akn.xml").toString();
        assertThat(run("import", written, "--out", second.toString())).isZero();
        assertThat(Files.readString(second.resolve("commitments.json")))
                .isEqualTo(Files.readString(first.resolve("commitments.json")));
    }
}
