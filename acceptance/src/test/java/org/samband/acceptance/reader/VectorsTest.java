// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The second reader says of every vector what expected.csv says, and reads the examples.
class VectorsTest {
    private static final Path SPEC =
            Path.of(System.getProperty("samband.root", ".."), "spec").toAbsolutePath();
    private static final Path EXAMPLES = SPEC.resolve("federation/examples");

    /// What an export says of dossiers (LEDGER-25 and LEDGER-26) is derived by `proof` and by the
    /// node, which share no code for it; this reader proves what they derive it from.
    private static final Set<String> OF_DOSSIERS =
            Set.of(
                    "state-that-does-not-follow",
                    "crossed-act-shown-as-effective",
                    "value-that-does-not-stand",
                    "dossier-left-out",
                    "procedure-left-out",
                    "dossier-too-many",
                    "procedure-of-a-newer-language");

    private static final List<String> VECTORS =
            List.of("ledger/vectors", "ledger/vectors/2", "ledger/vectors/3");

    private static List<String> expected(String folder) {
        try {
            return Files.readAllLines(SPEC.resolve(folder).resolve("expected.csv"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsJudgedAsExpected() {
        return VECTORS.stream().flatMap(VectorsTest::vectors);
    }

    private static Stream<DynamicTest> vectors(String folder) {
        var vectors = SPEC.resolve(folder);
        return expected(folder).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(want -> !OF_DOSSIERS.contains(want[0]))
                .map(want ->
                        dynamicTest(
                                want[0],
                                () ->
                                        assertThat(judged(vectors.resolve(want[0] + ".export")))
                                                .containsExactly(
                                                        want[1], want[2], want[3], want[4])));
    }

    private static List<String> judged(Path export) throws IOException {
        try {
            Export.read(Files.readAllBytes(export));
            return List.of("0", "", "0", "");
        } catch (Wrong wrong) {
            return List.of(
                    String.valueOf(wrong.code),
                    wrong.ledger,
                    String.valueOf(wrong.entry),
                    wrong.requirement);
        }
    }

    @Test
    void everyExportOfTheVectorsIsExpected() throws IOException {
        for (var folder : VECTORS) {
            var named =
                    expected(folder).stream()
                            .skip(1)
                            .map(line -> line.split(",", -1)[0] + ".export")
                            .toList();
            try (var files = Files.list(SPEC.resolve(folder))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .filteredOn(name -> name.endsWith(".export"))
                        .containsExactlyInAnyOrderElementsOf(named);
            }
        }
    }

    @Test
    void everyProofOfTheVectorsGivesTheRootsOfItsLeaves() throws IOException {
        var leaves =
                Stream.of(
                                "",
                                "00",
                                "10",
                                "2021",
                                "3031",
                                "40414243",
                                "5051525354555657",
                                "606162636465666768696a6b6c6d6e6f")
                        .map(input -> Ledger.leaf(HexFormat.of().parseHex(input)))
                        .toList();
        var proofs = Files.readAllLines(SPEC.resolve("ledger/vectors/proofs.csv"));
        assertThat(proofs).hasSize(1 + 2 * 36);
        for (var proof : proofs.subList(1, proofs.size())) {
            var cells = proof.split(",", -1);
            int of = Integer.parseInt(cells[1]);
            int size = Integer.parseInt(cells[2]);
            var root = Ledger.root(leaves.subList(0, size));
            var path =
                    Stream.of(cells[4].split(" "))
                            .filter(hash -> !hash.isEmpty())
                            .map(HexFormat.of()::parseHex)
                            .toList();
            assertThat(cells[3]).isEqualTo(HexFormat.of().formatHex(root));
            if (cells[0].equals("inclusion")) {
                assertThat(Proof.included(leaves.get(of - 1), of - 1, size, path)).isEqualTo(root);
            } else {
                var older = Ledger.root(leaves.subList(0, of));
                var both = Proof.consistent(of, size, older, path);
                assertThat(both.getFirst()).as(proof).isEqualTo(older);
                assertThat(both.getLast()).as(proof).isEqualTo(root);
            }
        }
    }

    @Test
    void theExamplesOfSegmentsAndReceiptsAreReadAsTheTextSays() throws Exception {
        var eu = Pair.of(Files.readString(EXAMPLES.resolve("eu.pair")));
        var norway = Pair.of(Files.readString(EXAMPLES.resolve("no.pair")));
        var held = new Ledger("eu-norway", "EU", eu.key());
        var own = new Ledger("eu-norway", "NO", norway.key());
        for (var name : List.of("two-entries", "two-entries", "receipt-only")) {
            Segment.admit(example(name + ".segment"), held, own);
        }
        assertThat(held.size()).isEqualTo(2);
        for (var name : List.of("no-line-feed", "entry-missing")) {
            assertThatThrownBy(() ->
                            Segment.admit(
                                    example(name + ".segment"),
                                    new Ledger("eu-norway", "EU", eu.key()),
                                    own))
                    .as(name)
                    .hasMessageContaining("FEDERATION-01");
        }
        var receipt = Json.object(example("cosigned.receipt"));
        var note = Note.of(String.valueOf(receipt.get("checkpoint")));
        held.check(note);
        assertThat(note.isCosignedBy(norway.key())).isTrue();
        var refusing = Note.Key.of(Files.readString(EXAMPLES.resolve("refusing.key")).strip());
        var refusals = Map.of("gap.receipt", "LED-04", "rejected-entry.receipt", "FED-03");
        for (var refusal : refusals.entrySet()) {
            var read = Json.object(example(refusal.getKey()));
            assertThat(read).containsEntry("rule", refusal.getValue());
            assertThat(Note.isRefusalOf(read, refusing)).isTrue();
            read.put("have", 1.0);
            assertThatThrownBy(() -> Note.isRefusalOf(read, refusing))
                    .hasMessageContaining("signature");
        }
    }

    @Test
    void aGapIsRefused() throws Exception {
        var eu = Pair.of(Files.readString(EXAMPLES.resolve("eu.pair")));
        assertThatThrownBy(() ->
                        Segment.admit(
                                example("receipt-only.segment"),
                                new Ledger("eu-norway", "EU", eu.key()),
                                new Ledger("eu-norway", "NO", eu.key())))
                .hasMessageContaining("FEDERATION-22");
    }

    @Test
    void aPairFileIsReadAndWrittenAndOneThatWasChangedIsRefused() throws Exception {
        for (var name : List.of("eu.pair", "no.pair", "eu-second.pair")) {
            var text = Files.readString(EXAMPLES.resolve(name));
            assertThat(Pair.of(text).text()).isEqualTo(text);
        }
        for (var name : List.of("changed.pair", "changed-second.pair")) {
            assertThatThrownBy(() -> Pair.of(Files.readString(EXAMPLES.resolve(name))))
                    .as(name)
                    .hasMessageContaining("FEDERATION-31");
        }
    }

    private static byte[] example(String name) throws IOException {
        return Files.readAllBytes(EXAMPLES.resolve(name));
    }
}
