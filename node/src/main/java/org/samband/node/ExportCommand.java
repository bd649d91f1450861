// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerExport;
import org.samband.parties.PartnershipId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `samband export --config FILE --out FILE`: a whole partnership as a file, with the files that
/// its acts carry in a folder beside it.
@Command(
        name = "export",
        description = "Writes a whole partnership to a file that `verify` proves.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /// What is written beside the export.
    static final String FILES = ".files";

    static final String OWN = ".own";

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Settings of the node.")
    private Path config = Path.of("");

    @Option(
            names = "--partnership",
            paramLabel = "NAME",
            description = "Needed where the node holds several.")
    private String partnership = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
    private Path out = Path.of("");

    @Option(
            names = "--with-own",
            description =
                    "Also writes this party's own line to FILE.own: never give that to anyone.")
    private boolean withOwn;

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        try {
            var settings = SettingsFile.read(config);
            var name = partnership(settings);
            if (Files.exists(out)) {
                line.getErr().println("Not written. " + out + " is there already.");
                return RunCommand.REFUSED;
            }
            try (var rooms = RoomsAlone.open(settings)) {
                write(rooms, name);
            }
            line.getOut().println(out + " holds the partnership " + name + ".");
            line.getOut().flush();
            return 0;
        } catch (StartRefused refused) {
            line.getErr().println("Not written. " + refused.line());
            line.getErr().flush();
            return RunCommand.REFUSED;
        }
    }

    private PartnershipId partnership(Settings settings) {
        return settings.partnership(Optional.of(partnership).filter(name -> !name.isEmpty()))
                .orElseThrow(() ->
                        new StartRefused(
                                org.samband.act.Refusal.of(NodeRule.SETTING_WRONG)
                                        .with("key", "--partnership")
                                        .with("value", partnership)
                                        .with("help", "name one that the settings name")));
    }

    private void write(RoomsAlone rooms, PartnershipId name) throws IOException {
        var export = rooms.door(LedgerExport.class);
        whole(out, to -> export.write(name, to));
        if (withOwn) {
            whole(beside(out, OWN), to -> export.own(name, to));
        }
        rooms.door(Attachments.class).copyTo(name, withOwn, beside(out, FILES));
    }

    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /// What writes a file.
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// After a failure there is no file, not a part of one.
    private static void whole(Path file, Writing writing) throws IOException {
        var fresh = beside(file, ".new");
        Files.deleteIfExists(fresh);
        Folders.writeSecret(fresh, "");
        try (var to = new BufferedOutputStream(Files.newOutputStream(fresh))) {
            writing.to(to);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
