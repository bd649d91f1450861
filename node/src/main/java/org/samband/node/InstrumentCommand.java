// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.instrument.Imported;
import org.samband.instrument.InstrumentFile;
import org.samband.instrument.InstrumentImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `samband instrument import FILE --out DIR`.
@Command(
        name = "instrument",
        description = "Reads an agreed text and proposes its commitments.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "import",
        subcommands = InstrumentCommand.Import.class)
public final class InstrumentCommand implements Callable<Integer> {

    /// Exit code of a file that is no instrument, and of wrong use.
    static final int REFUSED = 2;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return REFUSED;
    }

    @Command(
            name = "import",
            description =
                    "Writes instrument.json, instrument.akn.xml, instrument.html and"
                            + " commitments.json.",
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Spec private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "Plain text, DOCX, PDF, HTML, Akoma Ntoso.")
        private Path file = Path.of("");

        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "Folder of the four files; made if it is missing.")
        private Path out = Path.of("");

        @Override
        public Integer call() {
            var line = Objects.requireNonNull(spec).commandLine();
            try {
                return run(line.getOut(), line.getErr());
            } catch (IOException broken) {
                line.getErr().println("Not written: " + reason(broken));
                return REFUSED;
            } finally {
                line.getOut().flush();
                line.getErr().flush();
            }
        }

        private int run(PrintWriter answer, PrintWriter refusals) throws IOException {
            if (!Files.isRegularFile(file)) {
                refusals.println("There is no file " + file + ".");
                return REFUSED;
            }
            byte[] bytes;
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(InstrumentImport.MOST_BYTES + 1);
            }
            var name = String.valueOf(file.getFileName());
            return switch (InstrumentImport.read(bytes, name)) {
                case Outcome.Refused<Imported>(var refusal) -> {
                    refusals.println(refusal.rule().id() + " " + refusal.sentence());
                    yield REFUSED;
                }
                case Outcome.Accepted<Imported>(var imported) -> {
                    write(InstrumentFile.outputs(imported));
                    answer.print(InstrumentFile.summary(imported));
                    answer.println("Written to " + out + ".");
                    yield 0;
                }
            };
        }

        /// All files are written beside their places first, so that a reader never meets half of
        /// one, and a full disk leaves what stood there before.
        private void write(Map<String, byte[]> outputs) throws IOException {
            Files.createDirectories(out);
            var halves = new LinkedHashMap<Path, Path>();
            try {
                for (var output : outputs.entrySet()) {
                    var place = out.resolve(output.getKey());
                    if (Files.isDirectory(place)) {
                        throw new FileAlreadyExistsException(place + " is a folder");
                    }
                    var half = out.resolve("." + output.getKey() + ".half");
                    halves.put(half, place);
                    Files.write(half, output.getValue());
                }
                for (var half : halves.entrySet()) {
                    Files.move(
                            half.getKey(),
                            half.getValue(),
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                for (var half : halves.keySet()) {
                    Files.deleteIfExists(half);
                }
            }
        }

        private static String reason(IOException broken) {
            return broken.getClass().getSimpleName().replace("Exception", "")
                    + " "
                    + broken.getMessage();
        }
    }
}
