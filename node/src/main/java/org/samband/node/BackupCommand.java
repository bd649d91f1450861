// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `samband backup --config FILE --out DIR`: copies the node while it runs.
@Command(
        name = "backup",
        description = "Copies all that a running node keeps to a new folder.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Settings of the node, which runs.")
    private Path config = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder; it is what the data folder is when it is restored.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try (var call = OperatorCall.to(SettingsFile.read(config))) {
            var answer =
                    call.post(OperatorDoor.BACKUP, out.toAbsolutePath().normalize().toString());
            var told = new String(answer.body(), StandardCharsets.UTF_8).strip();
            if (answer.statusCode() != 200) {
                line.getErr().println("Not backed up. " + told);
                line.getErr().flush();
                return RunCommand.REFUSED;
            }
            line.getOut().println(told);
            line.getOut().flush();
            return 0;
        } catch (StartRefused refused) {
            line.getErr().println("Not backed up. " + refused.line());
            line.getErr().flush();
            return RunCommand.REFUSED;
        }
    }
}
