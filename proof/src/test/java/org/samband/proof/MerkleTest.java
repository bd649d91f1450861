// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Source: RFC 9162 section 2.1; the eight leaves are those of the public test vectors of RFC 6962
/// logs.
class MerkleTest {
    private static final List<String> LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theEightPublicLeavesGiveTheirPublicRoots() {
        var tree = MerkleTree.EMPTY;
        assertThat(tree.root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < LEAVES.size(); i++) {
            tree = tree.append(MerkleTree.leaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(tree.root().hex()).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void aCompleteSubtreeIsWorthItsLeavesAndIsRefusedWhereItDoesNotFollow() {
        for (int height = 0; height <= 5; height++) {
            int more = 1 << height;
            for (int size = 0; size <= 96; size++) {
                var leaves = leaves(size + more);
                var tree = MerkleTree.EMPTY;
                for (var leaf : leaves.subList(0, size)) {
                    tree = tree.append(leaf);
                }
                var subtree = MerkleTree.root(leaves.subList(size, size + more));
                if (size % more == 0) {
                    assertThat(tree.append(subtree, height).root())
                            .isEqualTo(MerkleTree.root(leaves));
                } else {
                    var loose = tree;
                    int high = height;
                    assertThatThrownBy(() -> loose.append(subtree, high))
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }

    @Test
    @Holds("LEDGER-14")
    void everyInclusionProofOfAllSizesTo130HoldsAndNoAlteredOneDoes() {
        for (int size = 1; size <= 130; size++) {
            var leaves = leaves(size);
            var root = MerkleTree.root(leaves);
            for (int index = 0; index < size; index++) {
                checkInclusion(leaves, index, root);
            }
        }
    }

    private static void checkInclusion(List<Digest> leaves, int index, Digest root) {
        int size = leaves.size();
        var leaf = leaves.get(index);
        var path = MerkleProof.inclusion(leaves, index);
        assertThat(MerkleProof.included(leaf, index, size, path, root)).isTrue();
        assertThat(MerkleProof.included(altered(leaf), index, size, path, root)).isFalse();
        assertThat(MerkleProof.included(leaf, index, size, path, altered(root))).isFalse();
        if (!path.isEmpty()) {
            var wrong = new ArrayList<>(path);
            wrong.set(index % path.size(), altered(path.get(index % path.size())));
            assertThat(MerkleProof.included(leaf, index, size, wrong, root)).isFalse();
            assertThat(MerkleProof.included(leaf, index, size, path.subList(1, path.size()), root))
                    .isFalse();
        }
    }

    @Test
    @Holds("LEDGER-15")
    void everyConsistencyProofOfAllSizesTo130HoldsAndNoAlteredOneDoes() {
        for (int size = 1; size <= 130; size++) {
            var leaves = leaves(size);
            var root = MerkleTree.root(leaves);
            for (int first = 1; first <= size; first++) {
                var older = MerkleTree.root(leaves.subList(0, first));
                var path = MerkleProof.consistency(leaves, first);
                assertThat(MerkleProof.consistent(first, older, size, root, path)).isTrue();
                assertThat(MerkleProof.consistent(first, altered(older), size, root, path))
                        .isFalse();
                assertThat(MerkleProof.consistent(first, older, size, altered(root), path))
                        .isFalse();
                if (!path.isEmpty()) {
                    assertThat(
                                    MerkleProof.consistent(
                                            first, older, size, root, path.subList(1, path.size())))
                            .isFalse();
                }
            }
        }
    }

    /// All proofs over the public leaves stand in a file, for who writes another verifier. It is
    /// released: never changed. `-Dsamband.vectors=write` writes it where it is not there.
    @Test
    @Holds({"LEDGER-14", "LEDGER-15"})
    void theProofsOfTheSpecificationAreThoseOfThePublicLeaves() throws IOException {
        var file = Path.of("../spec/ledger/vectors/proofs.csv");
        var lines = new StringBuilder("proof,of,size,root of size,path\n");
        var leaves =
                LEAVES.stream()
                        .map(leaf -> MerkleTree.leaf(HexFormat.of().parseHex(leaf)))
                        .toList();
        for (int size = 1; size <= leaves.size(); size++) {
            var first = leaves.subList(0, size);
            for (int of = 1; of <= size; of++) {
                lines.append(row("inclusion", of, size, MerkleProof.inclusion(first, of - 1)));
                lines.append(row("consistency", of, size, MerkleProof.consistency(first, of)));
            }
        }
        if ("write".equals(System.getProperty("samband.vectors")) && !Files.exists(file)) {
            Files.writeString(file, lines);
        }
        assertThat(Files.readString(file)).isEqualTo(lines.toString());
    }

    private static String row(String proof, int of, int size, List<Digest> path) {
        var hashes = path.stream().map(Digest::hex).collect(Collectors.joining(" "));
        return "%s,%d,%d,%s,%s%n".formatted(proof, of, size, ROOTS.get(size - 1), hashes);
    }

    private static List<Digest> leaves(int size) {
        var leaves = new ArrayList<Digest>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return leaves;
    }

    private static Digest altered(Digest digest) {
        var bytes = digest.bytes();
        bytes[7] ^= 1;
        return Digest.of(bytes);
    }
}
