// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a run of the kill test measured, as a table for `docs/reliability.md`.
final class FaultFigures {
    private final long seed;
    private final long begun = System.nanoTime();
    private final Map<Fault, List<Met>> met = new EnumMap<>(Fault.class);
    private final StringBuilder end = new StringBuilder();
    private int entries;

    FaultFigures(long seed) {
        this.seed = seed;
    }

    /// @param starts how often a node was started
    /// @param touched how much of what passed on the line was disturbed
    /// @param well nanoseconds until both nodes were well
    /// @param same nanoseconds until both held the same
    private record Met(int starts, long touched, long well, long same) {}

    void met(Fault fault, int starts, long touched, long well, long same) {
        met.computeIfAbsent(fault, _ -> new ArrayList<>())
                .add(new Met(starts, touched, well, same));
    }

    int count() {
        return met.values().stream().mapToInt(List::size).sum();
    }

    void entries(int count) {
        entries = count;
    }

    void end(Acknowledged acknowledged, long touched) {
        end.append(
                """

                %d faults in %d s, seed %d. %d acts acknowledged, %d tries refused or unanswered, %d entries in both exports; %d chunks or connections disturbed.
                """
                        .formatted(
                                count(),
                                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                                seed,
                                acknowledged.count(),
                                acknowledged.refused(),
                                entries,
                                touched));
    }

    String text() {
        var text =
                new StringBuilder(
                        """
                        | fault | times | met traffic | starts of a node | until well, median / longest | until both the same, median / longest |
                        |---|---|---|---|---|---|
                        """);
        met.forEach((fault, all) ->
                text.append(
                        "| %s | %d | %s | %d | %s | %s |%n"
                                .formatted(
                                        fault.sentence(),
                                        all.size(),
                                        fault.killsSomething()
                                                ? ""
                                                : all.stream()
                                                        .filter(one -> one.touched() > 0)
                                                        .count(),
                                        all.stream().mapToInt(Met::starts).sum(),
                                        seconds(all.stream().map(Met::well).sorted().toList()),
                                        seconds(all.stream().map(Met::same).sorted().toList()))));
        return text.append(end).toString();
    }

    private static String seconds(List<Long> sorted) {
        return "%.1f / %.1f s"
                .formatted(sorted.get(sorted.size() / 2) / 1e9, sorted.getLast() / 1e9);
    }
}
