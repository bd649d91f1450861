// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samband.federation.FederationRule;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.parties.Partnerships;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossiers;

/// One node of a measurement: a node as any other, which is told by lines on its input what its
/// officer does. All content is EXERCISE.
final class BenchNode {
    /// A dossier as officers leave it: it was opened, and some letters went to and fro.
    private static final int ACTS_OF_A_DOSSIER = 10;

    /// Officers who act at the same time at most.
    private static final int AT_ONCE = 16;

    private static final String TEXT =
            "EXERCISE. Both sides exchanged views on the matter and agreed to come back to it. "
                    .repeat(5);

    private final RunningNode node;
    private final LedgerPair pair;
    private final Ledgers ledgers;
    private final Dossiers dossiers;
    private final Officer officer;
    private final BenchFill fill;
    private Optional<BenchWatch> watch = Optional.empty();

    private BenchNode(RunningNode node) {
        this.node = node;
        this.ledgers = node.door(Ledgers.class);
        this.pair = ledgers.pairs().getFirst();
        this.dossiers = node.door(Dossiers.class);
        this.fill = new BenchFill(node);
        this.officer = node.door(Officers.class).find("head").orElseThrow();
    }

    public static void main(String[] arguments) throws Exception {
        try (var running = RunningNode.start(SettingsFile.read(Path.of(arguments[0])))) {
            var node = new BenchNode(running);
            node.say("ready");
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                node.say(node.told(List.of(line.split(" ", -1))));
            }
        }
    }

    private void say(String line) {
        System.out.println("bench: " + line);
        System.out.flush();
    }

    private String told(List<String> words) throws Exception {
        return switch (words.getFirst()) {
            case "append" -> append(number(words, 1), number(words, 2));
            case "year" -> year(number(words, 1), number(words, 2));
            case "fill" -> {
                fill.to(number(words, 1));
                yield "filled";
            }
            case "rate" -> rate(number(words, 1), number(words, 2), Path.of(words.get(3)));
            case "watch" -> {
                watch = Optional.of(new BenchWatch(() -> ledgers.head(pair.counterparts()).size()));
                yield "looking";
            }
            case "seen" -> {
                Files.write(Path.of(words.get(2)), watch.orElseThrow().until(number(words, 1)));
                yield Long.toString(ledgers.head(pair.counterparts()).size());
            }
            case "base" ->
                    BareMachine.measure(bytes(), Path.of(words.get(1)), Path.of(words.get(2)));
            case "cpu" -> cpu();
            case "sizes" ->
                    ledgers.head(pair.shared()).size()
                            + " "
                            + ledgers.head(pair.counterparts()).size();
            default -> throw new IllegalArgumentException("what is " + words + "?");
        };
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }

    /// Acts as fast as they are taken.
    ///
    /// @return milliseconds
    private String append(int acts, int officers) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        try (var work = Executors.newFixedThreadPool(officers)) {
            var all =
                    work.invokeAll(
                            IntStream.range(0, acts / ACTS_OF_A_DOSSIER)
                                    .mapToObj(_ -> Executors.callable(this::dossier))
                                    .toList());
            for (var done : all) {
                done.get();
            }
        }
        return Long.toString((System.nanoTime() - begun) / 1_000_000);
    }

    /// What an officer has before the eyes: some dossiers, and one in which much was said.
    ///
    /// @return the number of the latter
    private String year(int dossiers, int acts) {
        for (int i = 0; i < dossiers; i++) {
            dossier();
        }
        var talk = open();
        for (int i = 1; i < acts; i++) {
            comment(talk);
        }
        return talk.ref().toString();
    }

    private void dossier() {
        var dossier = open();
        for (int i = 1; i < ACTS_OF_A_DOSSIER; i++) {
            comment(dossier);
        }
    }

    /// @param acts how many it has, which is the version that an officer's form names
    private record Open(ActRef ref, AtomicInteger acts) {}

    private Open open() {
        return new Open(opened(), new AtomicInteger(1));
    }

    /// A node that has just started asks its counterpart first whether its database is the newest.
    private ActRef opened() {
        var tried = open(TEXT);
        while (tried instanceof Acted.Refused(var refusals)
                && refusals.getFirst().rule() == FederationRule.NOT_COMPARED) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            tried = open(TEXT);
        }
        return done(tried);
    }

    private Acted open(String message) {
        return dossiers.open(
                officer,
                pair.partnership(),
                "consultation",
                "EXERCISE: consultations",
                "",
                node.door(Partnerships.class).us(pair.partnership()).marking(),
                Map.of("dates", "2027-03-12", "message", message));
    }

    private ActRef comment(Open dossier) {
        return done(
                dossiers.act(
                        officer,
                        pair.partnership(),
                        dossier.ref(),
                        "comment",
                        dossier.acts().getAndIncrement(),
                        node.door(Partnerships.class).us(pair.partnership()).marking(),
                        Map.of("comment", TEXT)));
    }

    private static ActRef done(Acted acted) {
        return switch (acted) {
            case Acted.Done(var act) -> act;
            case Acted.Refused(var refusals) ->
                    throw new IllegalStateException(refusals.toString());
        };
    }

    /// Acts at a steady rate, whether or not the ones before are done: a node that falls behind is
    /// not spared. What is due waits for one of the officers, and its time runs from when it was
    /// due. Each act in flight has a dossier of its own, so that no two meet. Writes of each act
    /// the number of its entry, when it was due and when it was taken.
    ///
    /// @return how many were refused or failed, and the size of the ledger
    private String rate(int perSecond, int seconds, Path file) throws Exception {
        var taken = new ConcurrentLinkedQueue<String>();
        var failed = new AtomicInteger();
        var free = new LinkedBlockingQueue<Open>();
        for (int i = 0; i < perSecond * seconds / ACTS_OF_A_DOSSIER; i++) {
            free.add(open());
        }
        TimeUnit.SECONDS.sleep(2);
        long start = System.nanoTime();
        try (var work = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < perSecond * seconds; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                work.execute(() -> {
                    try {
                        var dossier = free.take();
                        var act = comment(dossier);
                        taken.add(act.number() + " " + due + " " + System.nanoTime());
                        free.add(dossier);
                    } catch (InterruptedException | RuntimeException wrong) {
                        if (failed.getAndIncrement() == 0) {
                            System.out.println("the first act that failed: " + wrong);
                        }
                    }
                });
            }
        }
        Files.write(file, taken);
        return failed + " " + ledgers.head(pair.shared()).size();
    }

    /// All entries of the counterpart's, as they were signed.
    private List<byte[]> bytes() {
        var all = new ArrayList<byte[]>();
        for (var some = ledgers.bytes(pair.counterparts(), 1, 1_000);
                !some.isEmpty();
                some = ledgers.bytes(pair.counterparts(), all.size() + 1L, 1_000)) {
            all.addAll(some);
        }
        return all;
    }

    /// Milliseconds of this JVM and of its database, since they were started.
    private static String cpu() {
        var us = ProcessHandle.current();
        return millis(Stream.of(us)) + " " + millis(us.descendants());
    }

    private static long millis(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }
}
