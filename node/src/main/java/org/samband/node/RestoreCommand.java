// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerRestore;
import org.samband.ledger.Ledgers;
import org.samband.proof.ExportContent;
import org.samband.proof.ExportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `samband restore --config FILE EXPORT`: takes a whole partnership in from its export, on a node
/// that holds nothing of it.
@Command(
        name = "restore",
        description = "Takes a whole partnership in from its export, on a node without it.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Settings of the node.")
    private Path config = Path.of("");

    @Parameters(
            paramLabel = "EXPORT",
            description = "What `export` wrote; its .own and .files are taken from beside it.")
    private Path export = Path.of("");

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        if (!Files.isRegularFile(export)) {
            line.getErr().println("Nothing restored. There is no file " + export + ".");
            return RunCommand.REFUSED;
        }
        try (var rooms = RoomsAlone.open(SettingsFile.read(config))) {
            var outcome = restored(rooms);
            switch (outcome) {
                case Outcome.Accepted<LedgerRestore.Restored>(var restored) ->
                        line.getOut()
                                .println(
                                        "Restored the partnership %s: %d entries, %d own."
                                                .formatted(
                                                        restored.partnership(),
                                                        restored.entries(),
                                                        restored.own()));
                case Outcome.Refused<LedgerRestore.Restored>(var refusal) ->
                        line.getErr()
                                .println("Nothing restored. " + new StartRefused(refusal).line());
            }
            line.getOut().flush();
            line.getErr().flush();
            return outcome.isAccepted() ? 0 : RunCommand.REFUSED;
        } catch (StartRefused refused) {
            line.getErr().println("Nothing restored. " + refused.line());
            line.getErr().flush();
            return RunCommand.REFUSED;
        }
    }

    /// The files first: an entry whose files are not there would be incomplete. They wait a week
    /// for their entries, should these be refused.
    private Outcome<LedgerRestore.Restored> restored(RoomsAlone rooms) throws IOException {
        var files = ExportCommand.beside(export, ExportCommand.FILES);
        if (Files.isDirectory(files)) {
            var named = partnership();
            for (var pair : rooms.door(Ledgers.class).pairs()) {
                if (pair.partnership().value().equals(named)) {
                    rooms.door(Attachments.class).takeFrom(pair.partnership(), files);
                }
            }
        }
        var own = ExportCommand.beside(export, ExportCommand.OWN);
        return rooms.door(LedgerRestore.class)
                .restore(export, Optional.of(own).filter(Files::exists));
    }

    private String partnership() throws IOException {
        try (var file = ExportFile.open(export)) {
            return ExportContent.of(file).partnership();
        }
    }
}
