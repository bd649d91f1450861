// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryProofTest {
    private static final String EU = VectorExports.keyOf("EU", 1).toString();
    private static final String NORWAY = VectorExports.keyOf("NO", 2).toString();

    @TempDir private Path folder;

    @Test
    @Holds("LEDGER-29")
    void aProofOfOneEntryHoldsAndSaysWhoReceiptedItAndWhatItSays() throws IOException {
        for (int number = 1; number <= 5; number++) {
            assertThat(verify(proof(number, 5).text(), EU, NORWAY))
                    .startsWith("0 ")
                    .contains(
                            "HOLDS",
                            "entry " + number + " stands in samband/eu-norway/EU",
                            "receipted by samband/eu-norway/NO",
                            "EXERCISE text " + number);
        }
        assertThat(verify(proof(2, 5).text(), EU))
                .startsWith("0 ")
                .contains("that it was received is not proved");
    }

    @Test
    @Holds("LEDGER-29")
    void withoutTheKeyOfThePartyNothingIsProved() throws IOException {
        assertThat(verify(proof(2, 5).text(), NORWAY))
                .startsWith("2 ")
                .contains("give the key of samband/eu-norway/EU");
        var another = VectorExports.keyOf("EU", 3).toString();
        assertThat(verify(proof(2, 5).text(), another))
                .startsWith("1 ")
                .contains("entry 2, LEDGER-12");
    }

    @Test
    @Holds("LEDGER-29")
    void anEntryOfAnotherPlaceOrAnotherLedgerIsNamed() throws IOException {
        var entries = entries(5);
        var moved = new EntryProof(entries.get(2), 2, path(entries, 2), checkpoint(entries));
        assertThat(verify(moved.text(), EU)).startsWith("1 ").contains("entry 2, LEDGER-29");
        var swapped =
                new EntryProof(
                        VectorExports.entry("EU", 2, Map.of("area", "cyber")),
                        2,
                        path(entries, 2),
                        checkpoint(entries));
        assertThat(verify(swapped.text(), EU)).startsWith("1 ").contains("entry 2, LEDGER-14");
        var other =
                new EntryProof(
                        VectorExports.entry("NO", 2, Map.of()),
                        2,
                        path(entries, 2),
                        checkpoint(entries));
        assertThat(verify(other.text(), EU)).startsWith("1 ").contains("LEDGER-29");
    }

    /// Whatever one letter becomes, it is told; only a blank in what nobody signed could pass.
    @Test
    void noChangedLetterPasses() throws IOException {
        var text = proof(3, 5).text();
        for (int i = 0; i < text.length(); i++) {
            var changed =
                    text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            var answer = verify(changed, EU, NORWAY);
            if (answer.startsWith("0 ")) {
                assertThat(answer).as("letter %d", i).contains("is not proved");
            }
        }
        assertThat(verify(text.substring(0, text.length() / 2), EU)).startsWith("2 ");
    }

    private static EntryProof proof(int number, int size) {
        var entries = entries(size);
        return new EntryProof(
                entries.get(number - 1), number, path(entries, number), checkpoint(entries));
    }

    private static List<byte[]> entries(int size) {
        return Stream.iterate(1, number -> number + 1)
                .limit(size)
                .map(number -> VectorExports.entry("EU", number, Map.of()))
                .toList();
    }

    private static List<Digest> leaves(List<byte[]> entries) {
        return entries.stream().map(MerkleTree::leaf).toList();
    }

    private static List<Digest> path(List<byte[]> entries, int number) {
        return MerkleProof.inclusion(leaves(entries), number - 1);
    }

    private static Checkpoint checkpoint(List<byte[]> entries) {
        var bare =
                new Checkpoint(
                        "samband/eu-norway/EU",
                        entries.size(),
                        MerkleTree.root(leaves(entries)),
                        List.of());
        return VectorExports.cosignedWith(VectorExports.signedWith(bare, "EU", 1), "NO", 2);
    }

    private String verify(String text, String... keys) throws IOException {
        var file = Files.writeString(folder.resolve("act." + EntryProof.END), text);
        var arguments = new ArrayList<String>();
        for (var key : keys) {
            arguments.addAll(List.of("--key", key));
        }
        arguments.add(file.toString());
        var screen = new ByteArrayOutputStream();
        int code =
                VerifyProgram.run(
                        arguments.toArray(String[]::new),
                        new PrintStream(screen, true, StandardCharsets.UTF_8));
        return code + " " + screen.toString(StandardCharsets.UTF_8);
    }
}
