// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static org.samband.simulator.Expected.refusal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.samband.proof.CanonicalJson;

/// How often a segment may come, and what a node makes of gaps and of several at once. Source:
/// spec/federation, sections "Segment", "Receipt" and "Admission".
final class DeliveryCases {
    private static final int AT_ONCE = 20;

    private DeliveryCases() {}

    static List<Case> all() {
        var cases = new ArrayList<Case>();
        often(cases);
        return cases;
    }

    private static void often(List<Case> cases) {
        cases.add(
                Case.of(
                        "FEDERATION-05.receipt",
                        "an entry that is right",
                        new Expected.Receipted(),
                        bench -> {
                            bench.self().append(_ -> {});
                            return bench.self().settle();
                        }));
        cases.add(
                Case.of(
                        "FEDERATION-04.duplicate",
                        "the same segment three times",
                        new Expected.Receipted(),
                        bench -> {
                            var segment =
                                    bench.self().segment(bench.self().append(_ -> {})).bytes();
                            bench.self().deliver(segment);
                            bench.self().deliver(segment);
                            return bench.self().deliver(segment);
                        }));
        cases.add(
                Case.of(
                        "FEDERATION-04.replay",
                        "an old segment, after newer ones",
                        new Expected.Receipted(),
                        bench -> {
                            var old = bench.self().segment(bench.self().append(_ -> {})).bytes();
                            bench.self().append(_ -> {});
                            bench.self().settle();
                            return bench.self().deliver(old);
                        }));
        cases.add(
                Case.of(
                        "FEDERATION-04.overlap",
                        "a segment with entries that the node has and one that it has not",
                        new Expected.Receipted(),
                        bench -> {
                            long last = bench.self().append(_ -> {});
                            return bench.self()
                                    .deliver(bench.self().segment(Math.max(1, last - 2)).bytes());
                        }));
        cases.add(
                Case.of(
                        "LEDGER-03.clock-a-day-wrong",
                        "an entry made a day later and one made a day earlier than now",
                        new Expected.Receipted(),
                        bench -> {
                            for (int day : new int[] {1, -1}) {
                                var at = bench.self().clock().instant().plus(Duration.ofDays(day));
                                bench.self().append(entry -> entry.put("at", EntryMembers.at(at)));
                            }
                            return bench.self().settle();
                        }));
        cases.add(
                Case.of(
                        "FEDERATION-22.gap",
                        "a segment that begins too late",
                        refusal("LED-04"),
                        bench ->
                                bench.self()
                                        .deliver(
                                                bench.self()
                                                        .beyond(
                                                                List.of(
                                                                        CanonicalJson.bytes(
                                                                                bench.self()
                                                                                        .next(1))))
                                                        .bytes())));
        cases.add(
                Case.of(
                        "FEDERATION-22.all-or-none",
                        "a right entry before a wrong one",
                        refusal("LED-14"),
                        bench -> {
                            var wrong = bench.self().next(1);
                            wrong.put("marking", "");
                            return bench.self()
                                    .deliver(
                                            bench.self()
                                                    .claiming(
                                                            List.of(
                                                                    CanonicalJson.bytes(
                                                                            bench.self().next(0)),
                                                                    CanonicalJson.bytes(wrong)))
                                                    .bytes());
                        }));
        cases.add(
                Case.of(
                        "FEDERATION-22.at-once",
                        "the same new segment twenty times at the same moment",
                        new Expected.Shown("a receipt or FED-08 each time"),
                        DeliveryCases::atOnce));
    }

    private static Answer atOnce(Case.Bench bench) throws IOException {
        var segment = bench.self().segment(bench.self().append(_ -> {})).bytes();
        var work = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < AT_ONCE; i++) {
            work.add(() -> bench.self().deliver(segment));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                var answer = done.get();
                boolean busy =
                        answer instanceof Answer.Refused(var rule, _, _, _, _)
                                && rule.equals("FED-08");
                if (!busy && !(answer instanceof Answer.Receipt)) {
                    return new Answer.Found(false, answer.text());
                }
            }
            return new Answer.Found(true, "right each time");
        } catch (ExecutionException broken) {
            throw new IOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
