// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The files that a node loads are what the importer makes of the source today. Where they are not
/// meant to change, a difference is a fault; where they are, run `./samband instrument import` and
/// read every line of the difference.
class CheckedInCommitmentsTest {
    private static final Path FOLDER = Path.of("../spec/instrument/eu-norway-2024");

    @Test
    void theCommitmentsOfTheFirstInstrumentAreWhatTheImporterProposes() throws IOException {
        var imported =
                CommitmentReadingTest.imported(
                        Files.readAllBytes(FOLDER.resolve("source.txt")), "source.txt");
        assertThat(InstrumentFile.commitmentsJson(imported.commitments()))
                .isEqualTo(
                        Files.readString(
                                FOLDER.resolve("commitments.json"), StandardCharsets.UTF_8));
    }
}
