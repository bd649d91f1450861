// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `samband run --config FILE`.
@Command(
        name = "run",
        description = "Runs one node until it is asked to stop.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /// Exit code when the node does not start for a reason that the operator can mend.
    static final int REFUSED = 2;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Settings of the node; docs/example-node.yaml shows all of them.")
    private Path config = Path.of("");

    @Option(
            names = "--until-input-ends",
            hidden = true,
            description = "Stops when standard input ends: the node dies with what started it.")
    private boolean untilInputEnds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var line = Objects.requireNonNull(spec).commandLine();
        try (var node = RunningNode.start(SettingsFile.read(config))) {
            line.getOut().println("The node answers on port " + node.port() + ". Ctrl-C stops it.");
            line.getOut().flush();
            if (untilInputEnds) {
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            } else {
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (StartRefused refused) {
            line.getErr().println("Not started. " + refused.line());
            line.getErr().flush();
            return REFUSED;
        }
    }
}
