// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.samband.simulator.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `samband conformance --config FILE`.
@Command(
        name = "conformance",
        description =
                "Tests any node over the wire against the numbered requirements of the"
                        + " specification (EXERCISE).",
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private CounterpartOptions options = new CounterpartOptions();

    @Option(
            names = "--without-fork",
            description =
                    "Leaves out the cases after which the node's administrator must let it go on.")
    private boolean withoutFork;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Report as JSON. Default: conformance.json in the simulator's folder.")
    private @Nullable Path json;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description =
                    "Report as JUnit XML. Default: conformance.xml in the simulator's folder.")
    private @Nullable Path junit;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try {
            var counterpart = options.read();
            var clock = CounterpartOptions.clock();
            var place = counterpart.place();
            CounterpartOptions.write(
                    counterpart, Simulation.pair(place, counterpart.node(), clock));
            var simulation =
                    new Simulation(
                            place,
                            counterpart.node(),
                            clock,
                            said -> {
                                line.getOut().println(said);
                                line.getOut().flush();
                            });
            return simulation.conformance(
                            CounterpartOptions.procedures(),
                            !withoutFork,
                            json != null ? json : place.folder().resolve("conformance.json"),
                            junit != null ? junit : place.folder().resolve("conformance.xml"))
                    ? 0
                    : 1;
        } catch (StartRefused refused) {
            return notRun(refused.line());
        } catch (IllegalArgumentException | IOException wrong) {
            return notRun(String.valueOf(wrong.getMessage()));
        }
    }

    private int notRun(String why) {
        var line = Objects.requireNonNull(spec).commandLine();
        line.getErr().println("Not tested. " + why);
        line.getErr().flush();
        return RunCommand.REFUSED;
    }
}
