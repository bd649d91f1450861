// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long the verification of a large export takes, as a ratio to hashing the same bytes with
/// SHA-256 in the same run. `docs/verifying.md` has the figures and says how to repeat them.
@Tag("slow")
class VerifySpeedTest {
    private static final int ENTRIES = Integer.getInteger("samband.entries", 200_000);
    private static final int ROUNDS = 3;

    /// Above what was measured on a quiet machine, because others may load this one.
    private static final double MOST = Double.parseDouble(System.getProperty("samband.most", "10"));

    @TempDir private Path folder;

    @Test
    void aLargeExportIsVerifiedInAFewTimesTheTimeOfHashingIt() throws Exception {
        var file = folder.resolve("large.export");
        LargeExport.write(file, ENTRIES / LargeExport.ACTS);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long bare = bare(file);
            long begun = System.nanoTime();
            long worked = cpu();
            var result = ExportVerification.of(file, _ -> {});
            long took = System.nanoTime() - begun;
            worked = cpu() - worked;
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Verification.Holds.class,
                            holds ->
                                    assertThat(holds.dossiers())
                                            .isEqualTo(ENTRIES / LargeExport.ACTS));
            best = Math.min(best, (double) took / bare);
            System.out.printf(
                    "%,d entries, %,d bytes: SHA-256 alone %d ms, verify %d ms (%d ms of all"
                            + " processors), ratio %.2f%n",
                    ENTRIES,
                    Files.size(file),
                    bare / 1_000_000,
                    took / 1_000_000,
                    worked / 1_000_000,
                    (double) took / bare);
        }
        assertThat(best).isLessThan(MOST);
    }

    private static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }

    private static long bare(Path file) throws Exception {
        long begun = System.nanoTime();
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = Files.newInputStream(file)) {
            hash(digest, in);
        }
        assertThat(digest.digest()).hasSize(32);
        return System.nanoTime() - begun;
    }

    private static void hash(MessageDigest digest, java.io.InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
    }
}
