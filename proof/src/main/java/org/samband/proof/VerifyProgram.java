// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// The auditor's program: verifies exports with the JDK alone, without network and database. Exit
/// codes: 0 all hold, 1 something is wrong, 2 a file cannot be read.
public final class VerifyProgram {
    private static final int BUFFER = 1 << 20;

    private VerifyProgram() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println(
                    "usage: verify EXPORT...   (an export is the file that \"The line\" page or samband export gives)");
            System.exit(2);
        }
        int code = 0;
        for (var argument : arguments) {
            code = Math.max(code, verify(Path.of(argument), out));
        }
        System.exit(code);
    }

    /// Verifies one file and prints a screen about it.
    ///
    /// @return the exit code
    static int verify(Path file, PrintStream out) {
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            var result =
                    ExportVerification.of(
                            in, entries -> out.println("  " + entries + " entries read"));
            return switch (result) {
                case Verification.Holds holds -> holds(file, holds, out);
                case Verification.Broken broken -> broken(file, broken, out);
                case Verification.Unreadable unreadable -> {
                    out.println(file + ": CANNOT BE READ: " + unreadable.sentence());
                    yield 2;
                }
            };
        } catch (IOException broken) {
            out.println(file + ": CANNOT BE READ: " + broken.getMessage());
            return 2;
        }
    }

    private static int holds(Path file, Verification.Holds holds, PrintStream out) {
        out.println(file + ": HOLDS (partnership " + holds.partnership() + ")");
        for (var ledger : holds.ledgers()) {
            out.println(
                    "  ledger %s: %d entries, root %s, signed by %s, cosigned by the counterpart up to entry %d"
                            .formatted(
                                    ledger.party(),
                                    ledger.size(),
                                    ledger.root().hex(),
                                    ledger.party(),
                                    ledger.cosignedSize()));
        }
        out.println("  checked by this program at " + Instant.now() + " with the JDK alone");
        return 0;
    }

    private static int broken(Path file, Verification.Broken broken, PrintStream out) {
        var where = broken.party().isEmpty() ? "" : "ledger " + broken.party() + ", ";
        var entry = broken.entry() == 0 ? "" : "entry " + broken.entry() + ", ";
        out.println(file + ": DOES NOT HOLD");
        out.println("  " + where + entry + broken.requirement() + ": " + broken.sentence());
        return 1;
    }
}
