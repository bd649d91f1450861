// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a run of the kill test measured, as a table for `docs/reliability.md`.
final class FaultFigures {
    private final long seed;
    private final long begun = System.nanoTime();
    private final Map<Fault, List<Met>> met = new EnumMap<>(Fault.class);
    private final StringBuilder end = new StringBuilder();
    private int entries;
    private int blows;

    FaultFigures(long seed) {
        this.seed = seed;
    }

    /// One fault, with what the blow that it came in took.
    ///
    /// @param starts how often a node was started
    /// @param touched how much of what passed on the line it disturbed
    /// @param well until both nodes were well
    /// @param same from then, with a clear line, until both showed what the other had taken
    private record Met(int starts, long touched, Duration well, Duration same) {}

    void met(FaultyPair.Suffered blow, Duration same) {
        blows++;
        for (int i = 0; i < blow.faults().size(); i++) {
            met.computeIfAbsent(blow.faults().get(i), _ -> new ArrayList<>())
                    .add(
                            new Met(
                                    i == 0 ? blow.starts() : 0,
                                    blow.touched().get(i),
                                    blow.well(),
                                    same));
        }
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

                %d faults in %d blows and %d s, seed %d. %d acts acknowledged, %d tries refused or unanswered, %d entries in both exports; %d chunks or connections disturbed.
                """
                        .formatted(
                                count(),
                                blows,
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
                        | fault | times | met traffic | starts of a node | until well, median / longest | then until both show the same, median / longest |
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
                                        fault.killsSomething()
                                                ? seconds(all.stream().map(Met::well))
                                                : "",
                                        seconds(all.stream().map(Met::same)))));
        return text.append(end).toString();
    }

    private static String seconds(Stream<Duration> times) {
        var sorted = times.sorted().toList();
        return "%.1f / %.1f s"
                .formatted(
                        sorted.get(sorted.size() / 2).toMillis() / 1e3,
                        sorted.getLast().toMillis() / 1e3);
    }
}
