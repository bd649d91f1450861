// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samband.act.Refusal;
import org.samband.federation.SegmentFiles;
import org.samband.parties.PartnershipId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `samband segment export|import`: the files of an air gap, by the operator's hand. The node runs
/// meanwhile; the commands speak with it.
@Command(
        name = "segment",
        description = "Carries segments as files where the nodes have no connection.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SegmentCommand.Export.class, SegmentCommand.Import.class})
final class SegmentCommand {
    /// Exit code when something was refused.
    private static final int SOME_REFUSED = 1;

    private SegmentCommand() {}

    /// What both have.
    private static int run(
            Path config, CommandSpec spec, ToIntBiFunction<OperatorCall, Settings> work) {
        try {
            var settings = SettingsFile.read(config);
            try (var call = OperatorCall.to(settings)) {
                return work.applyAsInt(call, settings);
            }
        } catch (StartRefused refused) {
            return said(spec, refused.line(), RunCommand.REFUSED);
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    private static int said(CommandSpec spec, String line, int code) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
        return code;
    }

    /// The partnership that was named, or the only one.
    private static PartnershipId partnership(Settings settings, Optional<String> named) {
        return settings.partnership(named)
                .orElseThrow(() ->
                        new StartRefused(
                                Refusal.of(NodeRule.NO_SUCH_PARTNERSHIP)
                                        .with("known", known(settings))));
    }

    private static String known(Settings settings) {
        return settings.partnerships().stream()
                .map(one -> one.name().value())
                .collect(Collectors.joining(", "));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).strip();
    }

    /// `samband segment export --config FILE --out DIR`.
    @Command(
            name = "export",
            description = "Writes what waits for the counterpart as files to be carried.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
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
                description = "Where the files are written; it is made if it is not there.")
        private Path out = Path.of("");

        @Option(
                names = "--partnership",
                paramLabel = "NAME",
                description = "Needed where the node holds several.")
        private Optional<String> named = Optional.empty();

        @Option(
                names = "--from",
                paramLabel = "NUMBER",
                description =
                        "Number of the first entry. Default: the first that has no receipt yet.")
        private Optional<Long> from = Optional.empty();

        @Option(
                names = "--give-back",
                paramLabel = "NUMBER",
                description =
                        "Writes instead the counterpart's own entries from this one on, which its"
                                + " node has lost.")
        private Optional<Long> back = Optional.empty();

        @Override
        public Integer call() {
            return run(config, Objects.requireNonNull(spec), this::export);
        }

        private int export(OperatorCall call, Settings settings) {
            var path = OperatorDoor.SEGMENTS + partnership(settings, named);
            var next =
                    back.map(number -> SegmentFiles.Place.back(Math.max(0, number)))
                            .or(() -> from.map(number -> new SegmentFiles.Place(number, 1)))
                            .map(OperatorDoor::query);
            while (true) {
                var fresh = fresh();
                var answer = call.get(path + next.map(one -> "?" + one).orElse(""), fresh);
                if (answer.statusCode() != 200) {
                    return refused(fresh);
                }
                var name = answer.headers().firstValue(OperatorDoor.NAME).orElseThrow();
                line().println(moved(fresh, name));
                next = answer.headers().firstValue(OperatorDoor.NEXT);
                if (next.isEmpty()) {
                    return 0;
                }
            }
        }

        private int refused(Path told) {
            try {
                var line = Files.readString(told).strip();
                Files.delete(told);
                return said(Objects.requireNonNull(spec), line, SOME_REFUSED);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private PrintWriter line() {
            return Objects.requireNonNull(spec).commandLine().getOut();
        }

        private Path fresh() {
            try {
                Files.createDirectories(out);
                return Files.createTempFile(out, "segment", ".new");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private Path moved(Path fresh, String name) {
            try {
                return Files.move(fresh, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /// `samband segment import --config FILE FILE...`.
    @Command(
            name = "import",
            description = "Brings in files of the counterpart, in any order.",
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Spec private @Nullable CommandSpec spec;

        @Option(
                names = "--config",
                required = true,
                paramLabel = "FILE",
                description = "Settings of the node, which runs.")
        private Path config = Path.of("");

        @Option(
                names = "--partnership",
                paramLabel = "NAME",
                description = "Needed where the node holds several.")
        private Optional<String> named = Optional.empty();

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Segment files (.asice).")
        private List<Path> files = List.of();

        @Override
        public Integer call() {
            return run(config, Objects.requireNonNull(spec), this::bring);
        }

        private int bring(OperatorCall call, Settings settings) {
            var missing = files.stream().filter(file -> !Files.isReadable(file)).findFirst();
            if (missing.isPresent()) {
                throw new StartRefused(
                        Refusal.of(NodeRule.NO_SUCH_FILE).with("file", missing.get()));
            }
            var answer = call.post(OperatorDoor.SEGMENTS + partnership(settings, named), files);
            var told = text(answer);
            var line = Objects.requireNonNull(spec).commandLine().getOut();
            told.lines()
                    .map(one -> one.split("\t", 3))
                    .forEach(one -> line.printf("%-8s %s%n         %s%n", one[0], one[1], one[2]));
            return told.lines().anyMatch(one -> one.startsWith("refused")) ? SOME_REFUSED : 0;
        }
    }
}
