// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Each paragraph from 11 to 48 is played between two running nodes, form by form, and stands at
/// both with its evidence.
@Tag("slow")
@ExtendWith(PlayedPair.Given.class)
class EveryParagraphTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern COMMITMENT =
            Pattern.compile("/eu-norway/commitment/(p(\\d+)[a-z0-9.]*)$");

    @TempDir static Path folder;
    private static TwoNodes nodes;
    private static Map<String, PlayedYear.Played> dossiers;

    @BeforeAll
    static void playTheYear(PlayedPair played) {
        nodes = played.nodes();
        dossiers = played.dossiers();
    }

    @Test
    void everyCommitmentHasEvidenceAtBothNodesAndStandsAlike() {
        var eu = nodes.officer(nodes.eu(), "head");
        var norway = nodes.officer(nodes.norway(), "head");
        var missing = new TreeSet<String>();
        var paragraphs = new TreeSet<Integer>();
        for (var link : eu.get("/eu-norway/text").select("a[href]").eachAttr("href")) {
            var found = COMMITMENT.matcher(link);
            if (found.find()) {
                var here = eu.get(link).select("main table").text();
                Waiting.until(
                        PATIENCE,
                        () -> link + " differs",
                        () -> norway.get(link).select("main table").text().equals(here));
                paragraphs.add(Integer.valueOf(found.group(2)));
                if (!here.contains("EU-") && !here.contains("NO-")) {
                    missing.add(found.group(1));
                }
            }
        }
        assertThat(paragraphs).containsAll(IntStream.rangeClosed(11, 48).boxed().toList());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDossierHoldsTheSameActsAtBothNodesAndTheExportsProveIt() throws IOException {
        for (var node : new NodeProcess[] {nodes.eu(), nodes.norway()}) {
            var officer = nodes.officer(node, "head");
            for (var dossier : dossiers.values()) {
                Waiting.until(
                        PATIENCE,
                        () -> dossier + " is not whole: " + officer.answer(dossier.path()).body(),
                        () -> PlayedYear.arrived(officer, dossier));
            }
            var auditor = nodes.officer(node, "auditor");
            var export = folder.resolve(node.address().getPort() + ".export");
            Files.write(export, auditor.download("/eu-norway/line/export"));
            assertThat(NodeProcess.verify(export)).isZero();
        }
        assertThat(dossiers.values().stream().map(PlayedYear.Played::procedure).distinct())
                .hasSizeGreaterThan(40);
    }
}
