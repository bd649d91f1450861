// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for an export holds wherever its bytes are.
class ExportFileTest {
    /// More than a stream may have in memory.
    private static final int DOSSIERS = 1_300;

    @TempDir private Path folder;

    @Test
    void aLargeExportHoldsAsAFileAndAsAStream() throws Exception {
        var file = folder.resolve("large.export");
        LargeExport.write(file, DOSSIERS);
        assertThat(dossiers(ExportVerification.of(file, _ -> {}))).isEqualTo(DOSSIERS);
        try (var in = Files.newInputStream(file)) {
            assertThat(dossiers(ExportVerification.of(in, _ -> {}))).isEqualTo(DOSSIERS);
        }
    }

    @Test
    void actsThatAreReadInAnotherWayComeToTheirStates() throws Exception {
        var file = folder.resolve("fractions.export");
        LargeExport.write(file, 40, true);
        assertThat(dossiers(ExportVerification.of(file, _ -> {}))).isEqualTo(40);
    }

    @Test
    void theEntryWithAChangedWordIsNamedInALargeExport() throws Exception {
        var file = folder.resolve("changed.export");
        LargeExport.write(file, 300);
        var text = Files.readString(file);
        var state = text.lastIndexOf("answered");
        Files.writeString(file, text.substring(0, state) + "answerec" + text.substring(state + 8));
        assertThat(ExportVerification.of(file, _ -> {}))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> {
                            assertThat(broken.requirement()).isEqualTo("LEDGER-26");
                            assertThat(broken.party()).isEqualTo("EU");
                            assertThat(broken.entry()).isEqualTo(299 * 6 + 1);
                        });
    }

    @Test
    void nothingIsNoExport() throws Exception {
        var empty = Files.write(folder.resolve("empty"), new byte[0]);
        assertThat(ExportVerification.of(empty, _ -> {}))
                .isInstanceOf(Verification.Unreadable.class);
        assertThatThrownBy(() -> ExportVerification.of(folder.resolve("none"), _ -> {}))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static int dossiers(Verification result) {
        assertThat(result).isInstanceOf(Verification.Holds.class);
        return ((Verification.Holds) result).dossiers();
    }
}
