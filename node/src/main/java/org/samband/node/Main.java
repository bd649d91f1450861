// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Entry of the command line.
@Command(
        name = "samband",
        description = "Runs a security and defence partnership between two parties.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            PairCommand.class,
            ExportCommand.class,
            RestoreCommand.class,
            BackupCommand.class,
            KeyCommand.class,
            InstrumentCommand.class,
            SimulateCommand.class,
            ConformanceCommand.class,
            SegmentCommand.class,
            RehearseCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
