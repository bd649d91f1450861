// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Measures two nodes, each a process with a database of its own on this machine, against the bare
/// machine. `./samband bench [NAME ...]`; what is measured and how stands in `docs/performance.md`.
final class Bench {
    private static final int ACTS = Integer.getInteger("samband.bench.acts", 20_000);
    private static final int WARM = Integer.getInteger("samband.bench.warm", 2_000);
    private static final int OFFICERS = 4;
    private static final int PER_SECOND = 100;
    private static final int SECONDS = Integer.getInteger("samband.bench.seconds", 30);
    private static final String PAGES = "pages";
    private static final String COMPARE = "compare";
    private static final String STOCKTAKE = "stocktake";
    private static final Set<String> NAMES = Set.of("backlog", "live", "latency");

    private final Path folder;
    private final Path cache;

    private Bench(Path folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    public static void main(String[] arguments) throws Exception {
        var names = arguments.length == 0 ? NAMES : Set.of(arguments);
        if (names.equals(Set.of(COMPARE))) {
            BenchCompare.measure();
            return;
        }
        if (!names.equals(Set.of(PAGES))
                && !names.equals(Set.of(STOCKTAKE))
                && !NAMES.containsAll(names)) {
            System.err.println(
                    "bench: "
                            + String.join(" | ", NAMES.stream().sorted().toList())
                            + ", or pages, stocktake or compare alone");
            System.exit(2);
        }
        System.out.printf(
                "load before: %.2f on %d cores; %d acts%n",
                Machine.load(), Runtime.getRuntime().availableProcessors(), ACTS);
        var folder = Files.createTempDirectory("samband-bench");
        try {
            if (names.contains(PAGES)) {
                BenchPages.measure(Files.createDirectories(folder.resolve(PAGES)));
                return;
            }
            if (names.contains(STOCKTAKE)) {
                BenchStocktake.measure(Files.createDirectories(folder.resolve(STOCKTAKE)));
                return;
            }
            var bench = new Bench(folder, folder.resolve("cache"));
            for (var name : List.of("backlog", "live", "latency")) {
                if (names.contains(name)) {
                    bench.measure(name);
                }
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void measure(String name) throws Exception {
        var own = Files.createDirectories(folder.resolve(name));
        int euPort = BenchSettings.freePort();
        int noPort = BenchSettings.freePort();
        // Either node may begin when the line is there again, so both ways are shut.
        try (var toEu = new Gate(euPort);
                var toNo = new Gate(noPort)) {
            var eu = BenchSettings.write(own, "EU", "NO", euPort, toEu.port());
            var no = BenchSettings.write(own, "NO", "EU", noPort, toNo.port());
            for (var config : List.of(eu, no)) {
                PairFiles.write(SettingsFile.read(config));
            }
            try (var sender = BenchProcess.start(eu);
                    var receiver = BenchProcess.start(no)) {
                // What a node does for the first time is slow; an officer meets it once.
                receiver.ask("watch");
                sender.ask("append " + WARM + " 1");
                watched(receiver, own, WARM);
                switch (name) {
                    case "backlog" -> backlog(own, sender, receiver, List.of(toEu, toNo));
                    case "live" -> live(own, sender, receiver);
                    default -> latency(own, sender, receiver);
                }
            }
        }
    }

    /// The line was cut while the EU acted; it is there again, and Norway admits all that waits.
    private void backlog(Path own, BenchProcess sender, BenchProcess receiver, List<Gate> gates)
            throws IOException {
        for (var gate : gates) {
            gate.shut();
        }
        var before = cpu(sender);
        long appended = Long.parseLong(sender.ask("append " + ACTS + " " + OFFICERS));
        var after = cpu(sender);
        System.out.printf(
                "appended by %d officers: %.0f acts/s, %s%n",
                OFFICERS, perSecond(ACTS, appended), perAct(before, after, ACTS));
        before = cpu(sender, receiver);
        receiver.ask("watch");
        gates.forEach(Gate::open);
        var seen = watched(receiver, own, WARM + ACTS);
        after = cpu(sender, receiver);
        long began = gates.stream().mapToLong(Gate::first).filter(at -> at > 0).min().orElseThrow();
        double seconds = (seen.getLast()[1] - began) / 1e9;
        double rate = ACTS / seconds;
        System.out.printf(
                "backlog: %.0f acts/s admitted and visible (%d in %.1f s, from the first connection"
                        + " on), both sides together %s%n",
                rate, ACTS, seconds, perAct(before, after, ACTS));
        bare(receiver, own, rate);
    }

    private void bare(BenchProcess receiver, Path own, double rate) throws IOException {
        var base = numbers(receiver.ask("base " + own.resolve("base") + " " + cache));
        double inserted = perSecond(WARM + ACTS, base[0]);
        double hashed = (WARM + ACTS) / (base[1] / 1e6);
        System.out.printf(
                "bare batched insert of the same bytes: %.0f acts/s, %.1f times the backlog's"
                        + " rate%n",
                inserted, inserted / rate);
        System.out.printf(
                "bare SHA-256 of the same %d bytes: %.0f acts/s, %.0f times the backlog's rate%n",
                base[2], hashed, hashed / rate);
    }

    /// Both nodes are there; officers act as fast as their node takes it.
    private void live(Path own, BenchProcess sender, BenchProcess receiver) throws IOException {
        int acts = ACTS / 2;
        var before = cpu(sender, receiver);
        receiver.ask("watch");
        long begun = System.nanoTime();
        long appended = Long.parseLong(sender.ask("append " + acts + " " + OFFICERS));
        var seen = watched(receiver, own, WARM + acts);
        var after = cpu(sender, receiver);
        System.out.printf(
                "live: %.0f acts/s appended, %.0f acts/s from act to visible on the other node,"
                        + " both sides together %s%n",
                perSecond(acts, appended),
                acts / ((seen.getLast()[1] - begun) / 1e9),
                perAct(before, after, acts));
    }

    private void latency(Path own, BenchProcess sender, BenchProcess receiver) throws IOException {
        var before = cpu(sender, receiver);
        receiver.ask("watch");
        var ended =
                numbers(
                        sender.ask(
                                "rate " + PER_SECOND + " " + SECONDS + " " + own.resolve("acts")));
        receiver.ask("seen " + ended[1] + " " + own.resolve("seen"));
        var after = cpu(sender, receiver);
        var acts = pairs(own.resolve("acts"));
        var seen = pairs(own.resolve("seen"));
        var visible = new BenchTimes();
        var taken = new BenchTimes();
        for (var act : acts) {
            taken.add(act[2] - act[1]);
            visible(seen, act[0]).ifPresent(at -> visible.add(at - act[1]));
        }
        System.out.printf(
                "latency at %d acts/s for %d s, from when an act was due to visible on the other"
                        + " node: %s%n  to taken by the own node: %s; the schedule fell behind by %.1f"
                        + " s at most%n  %d of %d acts failed, %d of them did not come over; both sides"
                        + " together %s%n",
                PER_SECOND,
                SECONDS,
                visible,
                taken,
                taken.most() / 1e9,
                ended[0],
                PER_SECOND * SECONDS,
                acts.size() - visible.size(),
                perAct(before, after, acts.size()));
    }

    private static OptionalLong visible(List<long[]> seen, long number) {
        return seen.stream().filter(one -> one[0] >= number).mapToLong(one -> one[1]).findFirst();
    }

    private static List<long[]> watched(BenchProcess receiver, Path own, int size)
            throws IOException {
        receiver.ask("seen " + size + " " + own.resolve("seen"));
        return pairs(own.resolve("seen"));
    }

    private static List<long[]> pairs(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Bench::numbers).toList();
    }

    private static long[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }

    /// Milliseconds of the nodes and of their databases.
    private static long[] cpu(BenchProcess... nodes) throws IOException {
        var sum = new long[2];
        for (var node : nodes) {
            var one = numbers(node.ask("cpu"));
            sum[0] += one[0];
            sum[1] += one[1];
        }
        return sum;
    }

    private static String perAct(long[] before, long[] after, int acts) {
        return "%.2f ms of CPU per act in the node, %.2f in the database"
                .formatted(
                        (double) (after[0] - before[0]) / acts,
                        (double) (after[1] - before[1]) / acts);
    }

    private static double perSecond(long acts, long millis) {
        return acts * 1_000.0 / millis;
    }
}
