// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.samband.simulator.Simulation;
import org.samband.simulator.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `samband simulate --config FILE`.
@Command(
        name = "simulate",
        description = "Plays the counterpart of a node that has none yet (EXERCISE).",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private CounterpartOptions options = new CounterpartOptions();

    @Option(
            names = "--prepare",
            description = "Only writes the pair file that the node under test needs.")
    private boolean prepare;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description =
                    "What is played, one step per line: open PROCEDURE, answer TIME, delay TIME,"
                            + " away TIME, wait TIME, faults.")
    private @Nullable Path script;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try {
            var counterpart = options.read();
            var clock = CounterpartOptions.clock();
            var pair = Simulation.pair(counterpart.place(), counterpart.node(), clock);
            for (var file : CounterpartOptions.write(counterpart, pair)) {
                line.getOut().println(file);
            }
            line.getOut()
                    .printf(
                            "  Fingerprint of the simulated counterpart: %s%n  Fingerprint of the"
                                    + " node under test: %s%n",
                            pair.fingerprint(), counterpart.node().fingerprint());
            line.getOut().flush();
            if (prepare) {
                return 0;
            }
            var simulation =
                    new Simulation(
                            counterpart.place(),
                            counterpart.node(),
                            clock,
                            said -> {
                                line.getOut().println(said);
                                line.getOut().flush();
                            });
            return simulation.play(steps(), CounterpartOptions.procedures(), counterpart.hosted())
                    ? 0
                    : 1;
        } catch (StartRefused refused) {
            return notRun(refused.line());
        } catch (IllegalArgumentException | IOException wrong) {
            return notRun(String.valueOf(wrong.getMessage()));
        }
    }

    private List<Step> steps() throws IOException {
        return script == null ? Step.USUAL : Step.script(Files.readString(script));
    }

    private int notRun(String why) {
        var line = Objects.requireNonNull(spec).commandLine();
        line.getErr().println("Not played. " + why);
        line.getErr().flush();
        return RunCommand.REFUSED;
    }
}
