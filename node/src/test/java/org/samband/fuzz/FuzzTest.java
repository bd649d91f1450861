// SPDX-License-Identifier: EUPL-1.2
package org.samband.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that reads what others wrote is fed with invented bytes. The seeds are files of the
/// specification and what once broke something (`src/test/resources/fuzz`). `./samband fuzz` runs
/// longer; see docs/reliability.md.
class FuzzTest {
    private static final Path ROOT = Path.of(System.getProperty("samband.root", ".."));
    private static final int SECONDS = Integer.getInteger("samband.fuzz.seconds", 6);

    /// The gate invents the same bytes each time; 0 lets `./samband fuzz` invent others.
    private static final int SEED = Integer.getInteger("samband.fuzz.seed", 20240528);

    @TempDir private Path folder;

    /// @param name of the target, and of its folder of seeds
    /// @param specified files of the project that are seeds too: folder, `*`, ending
    record Seeds(String name, List<String> specified) {
        @Override
        public String toString() {
            return name;
        }

        /// The seeds by name, each as the target takes it.
        List<byte[]> bytes() throws IOException {
            var found = new ArrayList<byte[]>();
            for (var seed : specified) {
                if (!Files.exists(ROOT.resolve(seed.replaceAll("\\*.*", "")))) {
                    continue;
                }
                try (var files = Files.walk(ROOT.resolve(seed.replaceAll("\\*.*", "")))) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        if (file.toString().endsWith(seed.replaceAll(".*\\*", ""))) {
                            found.add(form(file.toString(), Files.readAllBytes(file)));
                        }
                    }
                }
            }
            return found;
        }

        private byte[] form(String file, byte[] bytes) {
            int form = InstrumentTarget.ENDINGS.indexOf(file.replaceAll(".*\\.", ""));
            if (!name.equals("Instrument") || form < 0) {
                return bytes;
            }
            var seed = new ByteArrayOutputStream();
            seed.write(form);
            seed.writeBytes(bytes);
            return seed.toByteArray();
        }
    }

    private static final Map<String, List<String>> SPECIFIED =
            Map.of(
                    "Export",
                    List.of("spec/ledger/vectors*.export"),
                    "Segment",
                    List.of("spec/federation/examples*.segment"),
                    "Receipt",
                    List.of("spec/federation/examples*.receipt"),
                    "PairFile",
                    List.of("spec/federation/examples*.pair"),
                    "Instrument",
                    List.of(
                            "node/src/test/resources/instrument*.txt",
                            "node/src/test/resources/instrument*.html"),
                    "ProcedureFile",
                    List.of("spec/procedure*.yaml"));

    static Stream<Seeds> targets() {
        return OutsideTarget.names().stream().map(FuzzTest::seeds);
    }

    private static Seeds seeds(String name) {
        var all = new ArrayList<>(SPECIFIED.getOrDefault(name, List.of()));
        all.add("node/src/test/resources/fuzz/" + name + "*");
        return new Seeds(name, all);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everySeedIsReadOrRefused(Seeds target) throws Exception {
        var take = OutsideTarget.named(target.name());
        var seeds = target.bytes();
        assertThat(seeds).isNotEmpty();
        for (var seed : seeds) {
            assertThatCode(() -> take.take(seed)).doesNotThrowAnyException();
        }
    }

    @Test
    @Tag("slow")
    void whatAFuzzerInventsIsReadOrRefused() throws Exception {
        var seeds = Files.createDirectories(folder.resolve("seeds"));
        var names = OutsideTarget.names();
        for (var target : targets().toList()) {
            int number = 0;
            for (var seed : target.bytes()) {
                var whole = new ByteArrayOutputStream();
                whole.write(names.indexOf(target.name()));
                whole.writeBytes(seed);
                Files.write(seeds.resolve(target + "-" + number++), whole.toByteArray());
            }
        }
        var said = folder.resolve("said");
        var fuzzer = new ProcessBuilder(command(seeds)).redirectErrorStream(true);
        var process = fuzzer.directory(folder.toFile()).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(SECONDS + 240L, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var text = Files.readString(said, StandardCharsets.ISO_8859_1);
        if (process.exitValue() != 0) {
            keep();
        }
        assertThat(process.exitValue())
                .as(text.substring(Math.max(0, text.length() - 3_000)))
                .isZero();
        assertThat(text).contains("Done ");
        text.lines().filter(line -> line.startsWith("Done ")).forEach(System.out::println);
    }

    private List<String> command(Path seeds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + OutsideTarget.class.getName(),
                "--instrumentation_includes=org.samband.**",
                "--custom_hook_includes=org.samband.**",
                "--reproducer_path=" + folder,
                "-max_total_time=" + SECONDS,
                "-seed=" + SEED,
                "-timeout=20",
                "-rss_limit_mb=0",
                "-max_len=65536",
                seeds.toString());
    }

    /// What broke something becomes a seed of its target, which every later run tries.
    private void keep() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(FuzzTest::broke).toList()) {
                var bytes = Files.readAllBytes(file);
                var kept =
                        ROOT.resolve("node/src/test/resources/fuzz")
                                .resolve(OutsideTarget.of(bytes));
                Files.createDirectories(kept);
                Files.write(
                        kept.resolve(file.getFileName()),
                        Arrays.copyOfRange(bytes, 1, bytes.length));
            }
        }
    }

    private static boolean broke(Path file) {
        return file.getFileName().toString().matches("(crash|timeout|oom)-.*");
    }
}
