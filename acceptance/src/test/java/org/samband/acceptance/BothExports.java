// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The exports of both nodes, taken while nobody acts: they hold the same entries and the same
/// state of every matter, every acknowledged act once, and prove themselves. The proof is made by a
/// program of its own, while the test goes on.
final class BothExports {
    private final FaultyPair pair;
    private final Acknowledged acknowledged;
    private final Path folder;
    private CompletableFuture<Integer> proof = CompletableFuture.completedFuture(0);
    private int taken;

    BothExports(FaultyPair pair, Acknowledged acknowledged, Path folder) {
        this.pair = pair;
        this.acknowledged = acknowledged;
        this.folder = folder;
    }

    /// Takes both and holds them against each other and against what was acknowledged. What was
    /// taken before is proven by then.
    ///
    /// @return how many entries and states each holds
    int agree() {
        proven();
        taken++;
        var files = pair.both().stream().map(this::file).toList();
        var other =
                CompletableFuture.supplyAsync(() -> lines(pair.both().getLast(), files.getLast()));
        var ours = lines(pair.both().getFirst(), files.getFirst());
        assertThat(other.join()).isEqualTo(ours);
        assertThat(acknowledged.wrong(ours)).isEmpty();
        proof = CompletableFuture.supplyAsync(() -> NodeProcess.verify(files.toArray(Path[]::new)));
        return ours.size();
    }

    /// Waits for the proof of those that were taken last.
    void proven() {
        assertThat(proof.join()).as("exit code of verify, after check %d", taken).isZero();
    }

    private Path file(NodeProcess node) {
        return folder.resolve(node.address().getPort() + "-" + taken + ".export");
    }

    /// All but the first line, which says what each node has of the other's signatures.
    private List<String> lines(NodeProcess node, Path file) {
        var auditor = pair.nodes().officer(node, "auditor");
        try {
            Files.write(file, auditor.download("/eu-norway/line/export"));
            return Files.readAllLines(file).stream().skip(1).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
