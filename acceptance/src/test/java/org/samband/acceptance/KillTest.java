// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Officers act at both nodes while programs are killed and the line is disturbed, in blows of one
/// to five faults. Some kill in the moment in which an act is acknowledged that no line has
/// carried: a database that says too early what it keeps is found by them. After each blow both
/// nodes are well by themselves, each takes an act that the other shows, both exports hold the same
/// entries and states and every acknowledged act once, and prove themselves; both lists say the
/// same, and the matters of the acts that were acknowledged last show the same; after every fifth
/// and the last one every matter that was acted in does.
///
/// `./samband faults --count N --seed S` plays more of them. The seed decides the plan and the
/// choices; the moments are those of the machine.
@Tag("slow")
class KillTest {
    private static final int FAULTS = Integer.getInteger("samband.faults.count", 60);
    private static final long SEED = Long.getLong("samband.faults.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /// Nodes ask each other for entries once a minute; what is brought comes before, or nothing is
    /// brought any more.
    private static final Duration BROUGHT = Duration.ofSeconds(45);

    private static final int LONGEST_PEACE_MILLIS = 300;

    /// After so many blows every matter that was acted in since is compared.
    private static final int BLOWS = 5;

    private final Acknowledged acknowledged = new Acknowledged();
    private final FaultFigures figures = new FaultFigures(SEED);

    @Test
    void nothingAcknowledgedIsLostWhateverIsKilledOrCut(@TempDir Path folder) throws IOException {
        System.out.println("faults: " + FAULTS + ", seed " + SEED);
        var random = new Random(SEED);
        try (var pair = new FaultyPair(folder, random)) {
            try (var officers = new OfficersAtWork(pair.nodes(), acknowledged, random)) {
                var exports = new BothExports(pair, acknowledged, folder);
                int blows = 0;
                for (var blow : Blow.of(Fault.plan(FAULTS, random))) {
                    pause(random.nextInt(LONGEST_PEACE_MILLIS));
                    blows++;
                    suffer(pair, officers, exports, blow, blows % BLOWS == 0);
                }
                exports.proven();
            }
            sameState(pair, acknowledged.changed());
            figures.end(acknowledged, pair.touched());
        }
        assertThat(acknowledged.count()).isGreaterThan(FAULTS);
        System.out.println(figures.text());
        Files.writeString(Path.of("target", "faults.md"), figures.text());
    }

    private void suffer(
            FaultyPair pair,
            OfficersAtWork officers,
            BothExports exports,
            Blow blow,
            boolean whole) {
        var suffered = pair.suffers(blow, (node, kill) -> officers.open(reader(pair, node), kill));
        long begun = System.nanoTime();
        officers.resting(() -> {
            var lately = acknowledged.lately();
            converged(pair, officers);
            var same = Duration.ofNanos(System.nanoTime() - begun);
            figures.entries(exports.agree());
            sameLists(pair);
            sameState(pair, whole ? acknowledged.changed() : lately);
            figures.met(suffered, same);
            System.out.printf(
                    "%4d %-150s well %5d ms, same %5d ms, checked %5d ms, %d acts%n",
                    figures.count(),
                    suffered,
                    suffered.well().toMillis(),
                    same.toMillis(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                    acknowledged.count());
        });
    }

    /// Each node takes an act, and the other shows it: a ledger has no gaps, so everything before
    /// it is there as well.
    private void converged(FaultyPair pair, OfficersAtWork officers) {
        var eu = pair.nodes().eu();
        var norway = pair.nodes().norway();
        var other = CompletableFuture.supplyAsync(() -> opened(pair, officers, norway));
        var ofEu = opened(pair, officers, eu);
        var ofNorway = other.join();
        shows(reader(pair, norway), ofEu);
        shows(reader(pair, eu), ofNorway);
    }

    /// Whoever is told nothing tries again: a server that was killed may still answer for a moment.
    private static String opened(FaultyPair pair, OfficersAtWork officers, NodeProcess node) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return officers.open(reader(pair, node));
            } catch (RuntimeException | AssertionError failed) {
                if (System.nanoTime() > end) {
                    throw failed;
                }
                Waiting.pause();
            }
        }
    }

    private static Visitor reader(FaultyPair pair, NodeProcess node) {
        return pair.nodes().officer(node, "head");
    }

    private static void shows(Visitor officer, String dossier) {
        Waiting.until(
                BROUGHT,
                () -> dossier + " does not come: " + officer.answer("/eu-norway/line").body(),
                () -> officer.answer(dossier).statusCode() == 200);
    }

    private void sameState(FaultyPair pair, List<String> dossiers) {
        var eu = reader(pair, pair.nodes().eu());
        var norway = reader(pair, pair.nodes().norway());
        for (var dossier : dossiers) {
            var other = CompletableFuture.supplyAsync(() -> norway.get(dossier));
            var ours = eu.get(dossier);
            var theirs = other.join();
            assertThat(state(theirs)).as("%s, seed %d", dossier, SEED).isEqualTo(state(ours));
            assertThat(acknowledged.missing(dossier, ours.text()))
                    .as("acknowledged acts that %s does not show, seed %d", dossier, SEED)
                    .isEmpty();
        }
    }

    /// The list of all matters is read from the tables that follow from the ledgers.
    private static void sameLists(FaultyPair pair) {
        var lists =
                pair.both().stream()
                        .map(node -> reader(pair, node).get("/eu-norway/dossiers?state=all"))
                        .map(KillTest::list)
                        .toList();
        assertThat(lists.getFirst()).as("seed %d", SEED).isNotEmpty();
        assertThat(lists.getLast())
                .as("list of matters, seed %d", SEED)
                .isEqualTo(lists.getFirst());
    }

    /// Number and state of the matters of the first page, the last changed first.
    private static List<String> list(Document page) {
        return page.select("tr[id^=dossier-]").stream()
                .map(line -> line.id() + " " + line.select("td:nth-child(5)").text())
                .toList();
    }

    /// Everything of a dossier's page that follows from the ledgers alone: not whose node it is,
    /// nor which receipts have come.
    private static List<String> state(Document page) {
        var state = new ArrayList<String>();
        state.add(Visitor.text(page, "h1"));
        state.add(Visitor.text(page, ".sb-standing > :first-child"));
        page.select("aside [aria-labelledby=standing-title]").eachText().forEach(state::add);
        for (var act : page.select("#acts li[id]")) {
            state.add(act.id() + " " + act.attr("data-state") + " " + said(act));
        }
        return state;
    }

    private static String said(Element act) {
        return String.join(" ", act.select("> h3, > p:not(.sb-meta), > dl, .sb-hash").eachText());
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
