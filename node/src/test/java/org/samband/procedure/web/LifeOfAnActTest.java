// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.web.ShownPages.led;
import static org.samband.procedure.web.ShownPages.sent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.procedure.DossierNodes;
import org.samband.proof.MerkleTree;

/// Plays `docs/life-of-an-act.md`: its files are there, and at each of its steps holds what it
/// says.
class LifeOfAnActTest {
    private static final Path DOCUMENT = Path.of("../docs/life-of-an-act.md");
    private static final Pattern STEP = Pattern.compile("\\| ([0-9]) \\| `([a-zA-Z/]+)`.*");

    @TempDir private Path folder;

    @Test
    void theNineFilesAreThere() throws IOException {
        var steps =
                Files.readAllLines(DOCUMENT).stream()
                        .map(STEP::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .toList();
        assertThat(steps.stream().map(step -> step.group(1)))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
        for (var step : steps) {
            var file = step.group(2) + ".java";
            assertThat(List.of("src/main/java/org/samband", "../proof/src/main/java/org/samband"))
                    .as(file)
                    .anyMatch(root -> Files.exists(Path.of(root, file)));
        }
    }

    @Test
    void theWalkHolds() {
        try (var nodes = DossierNodes.open(folder)) {
            var eu = new ShownPages(nodes.eu, nodes.eu.desk(), "en");
            var norway = new ShownPages(nodes.no, nodes.no.desk(), "en");
            var meeting = nodes.eu.opened("consultation", Map.of("dates", "12.3.2026"));
            nodes.toNorway();

            // 1 to 3: what is wrong is said on the form, and nothing is stored.
            var form = norway.form(meeting, "agree-date");
            var version = form.select("input[name=version]").attr("value");
            var wrong = sent("version", version, "agreed-date", "", "marking.TLP", "GREEN");
            assertThat(norway.refused(norway.act(meeting, "agree-date", wrong)).text())
                    .contains("PRO-10");
            assertThat(nodes.no.ledger().size()).isZero();

            // 4 and 5: it is an entry with a leaf and a signed root over it.
            var right =
                    sent("version", version, "agreed-date", "2026-03-12", "marking.TLP", "GREEN");
            assertThat(led(norway.act(meeting, "agree-date", right))).endsWith("#act-NO-1");
            var ledgers = nodes.no.rooms().door(Ledgers.class);
            var ledger = nodes.no.rooms().door(LedgerPair.class).shared();
            var bytes = ledgers.bytes(ledger, 1, 1).getFirst();
            assertThat(nodes.no.ledger().checkpoint().orElseThrow().root())
                    .isEqualTo(MerkleTree.EMPTY.append(MerkleTree.leaf(bytes)).root());

            // 6: what is derived stands with it.
            assertThat(nodes.no.dossier(meeting).state().state().name()).isEqualTo("agreed");

            // 7 and 8: the same bytes stand at the counterpart, which gave its receipt.
            nodes.toTheEu();
            assertThat(nodes.eu.rooms().door(Ledgers.class).bytes(ledger, 1, 1).getFirst())
                    .isEqualTo(bytes);
            assertThat(nodes.no.ledger().acknowledged()).isOne();
            assertThat(nodes.eu.dossier(meeting).state())
                    .isEqualTo(nodes.no.dossier(meeting).state());

            // 9: it stands on the counterpart's page.
            assertThat(eu.dossier(meeting.toString()).select("#act-NO-1 h3").text())
                    .isEqualTo("Norway agreed the date");
        }
    }
}
