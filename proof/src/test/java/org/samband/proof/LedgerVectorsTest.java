// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of `spec/ledger/vectors/`. They are released: added, never changed. To add one, extend
/// {@link VectorExports} and run this test with `-Dsamband.vectors=write`.
class LedgerVectorsTest {
    private static final Path SPECIFICATION = Path.of("../spec/ledger");
    private static final Path VECTORS = SPECIFICATION.resolve("vectors");
    private static final Pattern REQUIREMENT = Pattern.compile("\\*\\*(LEDGER-[0-9]{2})\\*\\*");
    private static final Pattern HOLDS = Pattern.compile("@Holds\\(([^)]*)\\)");
    private static final Pattern NAMED = Pattern.compile("(LEDGER-[0-9]{2})");

    @TempDir private Path folder;

    /// The vectors of each version of the specification, by folder.
    private static Map<Path, Map<String, VectorExports.Vector>> versions() {
        return Map.of(
                VECTORS,
                VectorExports.all(),
                VECTORS.resolve("2"),
                VersionTwoExports.all(),
                VECTORS.resolve("3"),
                SecondKeyExports.all());
    }

    @Test
    void theFilesAreThoseThatTheSpecificationMeans() throws IOException {
        for (var version : versions().entrySet()) {
            var folder = version.getKey();
            if ("write".equals(System.getProperty("samband.vectors"))) {
                write(folder, version.getValue());
            }
            assertThat(Files.readString(folder.resolve("expected.csv")))
                    .isEqualTo(expected(version.getValue()));
            for (var vector : version.getValue().entrySet()) {
                assertThat(Files.readAllBytes(file(folder, vector.getKey())))
                        .as(vector.getKey())
                        .isEqualTo(vector.getValue().bytes());
            }
        }
    }

    @Test
    @Holds({"LEDGER-20", "LEDGER-25"})
    void everyFileIsAnsweredAsExpected() throws IOException {
        for (var folder : versions().keySet()) {
            everyFileIsAnsweredAsExpected(folder);
        }
    }

    private static void everyFileIsAnsweredAsExpected(Path folder) throws IOException {
        for (var line :
                Files.readAllLines(folder.resolve("expected.csv")).stream().skip(1).toList()) {
            var expected = line.split(",", -1);
            Verification result;
            try (var in = Files.newInputStream(file(folder, expected[0]))) {
                result = ExportVerification.of(in, _ -> {});
            }
            var found =
                    switch (result) {
                        case Verification.Holds _ -> "0,,0,";
                        case Verification.Broken broken ->
                                "1,"
                                        + broken.party()
                                        + ","
                                        + broken.entry()
                                        + ","
                                        + broken.requirement();
                        case Verification.Unreadable _ -> "2,,0,";
                    };
            assertThat(expected[0] + "," + found).as(String.valueOf(result)).isEqualTo(line);
        }
    }

    @Test
    void everyRequirementHasAVectorOrATestAndEveryOneOfThemStandsInTheSpecification()
            throws IOException {
        var required = found(Files.readString(SPECIFICATION.resolve("README.md")), REQUIREMENT);
        var held = new TreeSet<String>();
        versions().values().stream()
                .flatMap(vectors -> vectors.values().stream())
                .map(VectorExports.Vector::requirement)
                .filter(requirement -> requirement.startsWith("LEDGER"))
                .forEach(held::add);
        for (var module : List.of("proof", "node")) {
            try (var files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (var file :
                        files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
                    for (var holds : found(Files.readString(file), HOLDS)) {
                        held.addAll(found(holds, NAMED));
                    }
                }
            }
        }
        assertThat(held).isEqualTo(required).hasSize(29);
    }

    private static Set<String> found(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Holds("LEDGER-23")
    void theProgramSaysWhatHoldsAndTakesTheKeysOfTheParties() throws IOException {
        assertThat(run(file("good").toString()))
                .startsWith("0 ")
                .contains(
                        "HOLDS", "ledger EU: 3 entries, cosigned by the counterpart up to entry 3");
        var keys = Pattern.compile("key  (\\S+)").matcher(run(file("good").toString()));
        assertThat(keys.find()).isTrue();
        var eu = keys.group(1);
        assertThat(keys.find()).isTrue();
        assertThat(run("--key", eu, "--key", keys.group(1), file("good").toString()))
                .startsWith("0 ");
        assertThat(run("--key", eu, file("good").toString()))
                .startsWith("1 ")
                .contains("LEDGER-23");
    }

    @Test
    @Holds("LEDGER-27")
    void whoHasTheSecondKeyOfAPartyAsksForItsSignatures() throws IOException {
        var twice = file(VECTORS.resolve("3"), "second-signature").toString();
        var once = file(VECTORS.resolve("3"), "second-signature-that-nobody-asks-for").toString();
        var eu = VectorExports.keyOf("EU", 1).toString();
        var no = VectorExports.keyOf("NO", 2).toString();
        var second = SecondKeyExports.key("samband/eu-norway/EU", 1).toString();
        assertThat(run("--key", eu, "--key", no, "--key", second, twice)).startsWith("0 ");
        assertThat(run("--key", eu, "--key", no, twice)).startsWith("0 ").contains("second key");
        assertThat(run("--key", eu, "--key", no, once)).startsWith("0 ");
        assertThat(run("--key", eu, "--key", no, "--key", second, once))
                .startsWith("1 ")
                .contains("LEDGER-23");
        var pair = Files.writeString(folder.resolve("eu.pair"), pair(eu, second));
        assertThat(run("--key", pair.toString(), "--key", no, twice)).startsWith("0 ");
        assertThat(run("--key", pair.toString(), "--key", no, once)).startsWith("1 ");
        Files.writeString(pair, "nothing");
        assertThat(run("--key", pair.toString(), twice)).startsWith("2 ").contains("no key");
    }

    private static String pair(String key, String second) {
        return "samband-pair/2\nledger-key " + key + "\nsecond-key " + second + "\n";
    }

    @Test
    @Holds("LEDGER-24")
    void theProgramNamesWhatIsWrongAndWhatItCannotRead() throws IOException {
        assertThat(run(file("number-twice").toString()))
                .startsWith("1 ")
                .contains("DOES NOT HOLD", "ledger EU, entry 2, LEDGER-06");
        assertThat(run(file("changed-content").toString()))
                .startsWith("1 ")
                .contains("ledger EU, entry 3, LEDGER-11: one of the entries 1 to 3 was changed");
        assertThat(run(file("empty").toString())).startsWith("2 ");
        assertThat(run("no-such-file")).startsWith("2 ");
        assertThat(run()).startsWith("2 ").contains("usage");
        assertThat(run("--key", "nonsense", "x")).startsWith("2 ").contains("usage");
        assertThat(run(file("good").toString(), file("number-twice").toString())).startsWith("1 ");
    }

    private static String run(String... arguments) {
        var screen = new ByteArrayOutputStream();
        int code =
                VerifyProgram.run(arguments, new PrintStream(screen, true, StandardCharsets.UTF_8));
        return code + " " + screen.toString(StandardCharsets.UTF_8);
    }

    private static Path file(String name) {
        return file(VECTORS, name);
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".export");
    }

    private static String expected(Map<String, VectorExports.Vector> vectors) {
        return "file,code,ledger,entry,requirement\n"
                + vectors.entrySet().stream()
                        .map(vector -> {
                            var what = vector.getValue();
                            return vector.getKey()
                                    + ","
                                    + what.code()
                                    + ","
                                    + what.party()
                                    + ","
                                    + what.entry()
                                    + ","
                                    + what.requirement()
                                    + "\n";
                        })
                        .collect(Collectors.joining());
    }

    private static void write(Path folder, Map<String, VectorExports.Vector> vectors)
            throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("expected.csv"), expected(vectors));
        for (var vector : vectors.entrySet()) {
            if (!Files.exists(file(folder, vector.getKey()))) {
                Files.write(file(folder, vector.getKey()), vector.getValue().bytes());
            }
        }
    }
}
