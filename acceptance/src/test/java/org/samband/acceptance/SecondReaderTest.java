// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.acceptance.reader.Counterpart;
import org.samband.acceptance.reader.Export;
import org.samband.acceptance.reader.Ledger;
import org.samband.acceptance.reader.Pair;
import org.samband.acceptance.reader.Segment;

/// Someone else, who has read the specification and none of the code, is the counterpart of a
/// running node: takes its entries over the wire, reproduces its roots, gives receipts, and answers
/// an invitation.
@Tag("slow")
class SecondReaderTest {
    @TempDir Path folder;

    @Test
    void whoHasOnlyTheTextCanBeTheCounterpart() throws Exception {
        try (var node = OneNode.in(folder)) {
            var norway =
                    Counterpart.in(folder, "eu-norway", "NO", "https://localhost:9"); // not there
            var eu = Pair.of(node.pairFile());
            node.start(norway.pair().text());
            var desk = node.officer("desk");
            var dossier =
                    List.of(desk.invites("EXERCISE: edition for the second reader").split("/"))
                            .getLast();

            var held = new Ledger("eu-norway", "EU", eu.key());
            var note = Segment.admit(norway.get(eu, 1).body(), held, norway.own());
            assertThat(held.size()).isGreaterThanOrEqualTo(2);
            assertThat(held.root(held.size())).isEqualTo(note.root());

            var first = norway.post(eu, norway.segment(1, norway.cosigned(note)));
            assertThat(norway.receipt(first.body()).size()).isZero();
            norway.enter(
                    dossier,
                    "dossier.act",
                    "{\"act\":\"accept\",\"fields\":{\"delegation\":\"EXERCISE Minister\"}}",
                    held);
            for (int time = 0; time < 2; time++) { // a segment may come twice
                var answer = norway.post(eu, norway.segment(1, norway.cosigned(note)));
                var receipt = norway.receipt(answer.body());
                assertThat(receipt.root()).isEqualTo(norway.own().root(1));
                assertThat(receipt.isCosignedBy(eu.key())).isTrue();
            }
            Waiting.until(
                    Duration.ofSeconds(30),
                    () -> desk.answer("/eu-norway/dossier/" + dossier).body(),
                    () ->
                            desk.get("/eu-norway/dossier/" + dossier)
                                    .text()
                                    .contains("Norway accepted the invitation"));

            var export = node.officer("auditor").download("/eu-norway/line/export");
            assertThat(Export.read(export))
                    .extracting(Ledger::party, Ledger::size)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("EU", held.size()),
                            org.assertj.core.groups.Tuple.tuple("NO", 1));
        }
    }
}
