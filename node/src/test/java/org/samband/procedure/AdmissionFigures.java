// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Circle;
import org.samband.label.Marking;
import org.samband.ledger.Admissions;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.ledger.ManyEntries;
import org.samband.ledger.Taking;

/// Says what admission costs on this machine: `java ... AdmissionFigures`. EXERCISE.
final class AdmissionFigures {
    private static final int SEGMENT = 10_000;
    private static final int SEGMENTS = 3;
    private static final int ACTS = 10;

    private AdmissionFigures() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("figures");
        try (var nodes = DossierNodes.open(folder)) {
            ManyEntries.append(nodes.eu.rooms(), SEGMENT * SEGMENTS, i -> draft(nodes, i));
            var head = nodes.eu.ledger();
            for (int n = 0; n < SEGMENTS; n++) {
                take(nodes, head.ledger(), 1 + (long) n * SEGMENT);
            }
        }
    }

    private static void take(DossierNodes nodes, org.samband.ledger.LedgerId ledger, long from) {
        var checkpoint =
                nodes.eu.rooms().door(Ledgers.class).checkpoint(ledger, from - 1 + SEGMENT);
        var read = System.nanoTime();
        var entries = nodes.eu.rooms().door(Ledgers.class).bytes(ledger, from, SEGMENT);
        var begun = System.nanoTime();
        var cpu = cpu();
        var taken =
                nodes.no
                        .rooms()
                        .door(Admissions.class)
                        .take(
                                ledger,
                                from,
                                SEGMENT,
                                entries.iterator(),
                                Optional.of(entries.getLast()),
                                checkpoint);
        var ended = System.nanoTime();
        System.out.printf(
                "%s: read %d us, admitted %d us wall, %s per entry%n",
                taken instanceof Taking.Taken ? "taken" : taken.toString(),
                (begun - read) / 1_000 / SEGMENT,
                (ended - begun) / 1_000 / SEGMENT,
                spent(cpu, cpu()));
    }

    private static Map<String, Duration> cpu() {
        var all = new HashMap<String, Duration>();
        all.put("java", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        ProcessHandle.current()
                .descendants()
                .forEach(one ->
                        all.merge(
                                "database",
                                one.info().totalCpuDuration().orElse(Duration.ZERO),
                                Duration::plus));
        return all;
    }

    private static String spent(Map<String, Duration> before, Map<String, Duration> after) {
        var said = new StringBuilder();
        after.forEach((name, time) ->
                said.append(name)
                        .append(' ')
                        .append(
                                time.minus(before.getOrDefault(name, Duration.ZERO)).toNanos()
                                        / 1_000
                                        / SEGMENT)
                        .append(" us CPU "));
        return said.toString();
    }

    private static Draft draft(DossierNodes nodes, int i) {
        var procedure =
                nodes.eu.rooms().door(Procedures.class).newest("consultation").orElseThrow();
        var fields =
                Map.<String, Object>of("dates", List.of("2026-03-12"), "message", "EXERCISE " + i);
        var opening = i % ACTS == 0;
        Map<String, Object> content =
                opening
                        ? DossierEntries.opening(
                                procedure,
                                "EXERCISE dossier " + i,
                                Map.of("act", "propose-dates", "fields", fields))
                        : Map.of("act", "counter-propose", "fields", fields);
        return new Draft(
                DossierNodes.EU_NORWAY,
                new Entry.By("EEAS", "Exercise Officer", "desk officer"),
                Circle.SHARED,
                Marking.parse("TLP:GREEN"),
                "cyber",
                opening ? DossierEntries.OPEN : DossierEntries.ACT,
                opening ? Optional.empty() : Optional.of("EU-" + (i - i % ACTS + 1)),
                content);
    }
}
