// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `samband pair --config FILE`.
@Command(
        name = "pair",
        description = "Writes the pair files that this node gives to its counterparts.",
        mixinStandardHelpOptions = true)
final class PairCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Settings of the node.")
    private Path config = Path.of("");

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try {
            for (var given : PairFiles.write(SettingsFile.read(config))) {
                line.getOut()
                        .printf(
                                "%s%n  Give it to the other party and read out: %s%n",
                                given.path(), given.file().fingerprint());
            }
            line.getOut().flush();
            return 0;
        } catch (StartRefused refused) {
            line.getErr().println("Not written. " + refused.line());
            line.getErr().flush();
            return RunCommand.REFUSED;
        }
    }
}
