// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The door of the simulated counterpart: makes its pair file, plays a script against the node
/// under test, or runs the conformance kit. Everything that it writes says EXERCISE.
public final class Simulation {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Place place;
    private final PairText node;
    private final SimulatedNode self;
    private final Consumer<String> say;
    private final InstantSource clock;

    /// Where the simulated counterpart lives.
    ///
    /// @param folder for its keys and ledgers; made if it is not there
    /// @param party that is played
    /// @param host and port on which it listens for the node under test
    /// @param address that stands in its pair file
    /// @param patience how long it waits for the node
    public record Place(
            Path folder, String party, String host, int port, URI address, Duration patience) {}

    /// @param node pair file of the node under test
    /// @param say told what happens, line by line
    public Simulation(Place place, PairText node, InstantSource clock, Consumer<String> say) {
        this.place = place;
        this.node = node;
        this.say = say;
        this.clock = clock;
        self =
                new SimulatedNode(
                        place.folder(), pair(place, node, clock), node, keys(place, clock), clock);
    }

    /// The pair file of the simulated counterpart; its keys are made at first use.
    public static PairText pair(Place place, PairText node, InstantSource clock) {
        if (place.party().equals(node.party())) {
            throw new IllegalArgumentException(
                    "the simulated counterpart is another party than " + node.party());
        }
        return keys(place, clock).pair(node.partnership(), place.party(), place.address());
    }

    private static SimulatorKeys keys(Place place, InstantSource clock) {
        try {
            Files.createDirectories(place.folder());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return SimulatorKeys.in(place.folder(), clock.instant());
    }

    /// Plays a script.
    ///
    /// @param hosted procedures in which the played party is the host
    /// @return whether everything was as the specification says
    /// @throws IOException if the node cannot be reached
    public boolean play(List<Step> script, HeldProcedures procedures, Set<String> hosted)
            throws IOException {
        try (var server = new LinkServer(self, place.host(), place.port())) {
            var partner = new Partner(self, procedures, hosted, say);
            awaitNode();
            server.open();
            say.accept("the node is reached; it holds " + self.pull() + " new entries for us");
            boolean right = self.settle() instanceof Answer.Receipt;
            for (var step : script) {
                right &= step(step, partner, server, procedures);
            }
            server.faults().forEach(fault -> say.accept("WRONG in what the node sent: " + fault));
            right &= server.faults().isEmpty();
            say.accept(
                    "%d entries of ours, %d receipted; %d entries of the node admitted: %s"
                            .formatted(
                                    self.size(),
                                    self.receipted(),
                                    self.heldSize(),
                                    right ? "all as the specification says" : "NOT all is right"));
            return right;
        }
    }

    private boolean step(Step step, Partner partner, LinkServer server, HeldProcedures procedures)
            throws IOException {
        switch (step) {
            case Step.Open(var procedure) -> {
                return partner.open(procedure);
            }
            case Step.Answering(var time) -> {
                say.accept("answering for " + time.toSeconds() + " s what the node's officers do");
                return partner.answer(time);
            }
            case Step.Later(var each) -> {
                partner.delay(each);
                server.delay(each);
            }
            case Step.Away(var time) -> {
                say.accept("away for " + time.toSeconds() + " s: the line is cut");
                server.close();
                sleep(time);
                server.open();
                say.accept("back: " + self.pull() + " new entries, " + self.settle().text());
            }
            case Step.Pause(var time) -> sleep(time);
            case Step.Faults() -> {
                server.delay(Duration.ZERO);
                return faults(server, procedures);
            }
        }
        return true;
    }

    private boolean faults(LinkServer server, HeldProcedures procedures) {
        var cases =
                Conformance.cases(procedures, true).stream()
                        .filter(one ->
                                !LineCases.all().stream().map(Case::id).toList().contains(one.id()))
                        .toList();
        var results =
                Conformance.run(
                        cases,
                        new Case.Bench(self, server),
                        result ->
                                say.accept(
                                        "%s: the node answered %s, %s (%s)"
                                                .formatted(
                                                        result.tried().what(),
                                                        result.got(),
                                                        rightOrWrong(result),
                                                        result.tried().requirement())));
        say.accept(
                "the node has found a fork and takes nothing more of this counterpart: its"
                        + " administrator lets it go on, under Pairs, The line in detail");
        return new Report(results, node, clock.instant()).holds();
    }

    private static String rightOrWrong(Conformance.Result result) {
        return switch (result.verdict()) {
            case PASSED -> "which is right";
            case FAILED -> "which is WRONG: expected " + result.tried().expected().text();
            case NOT_TRIED -> "so it says nothing";
        };
    }

    /// Runs the conformance kit.
    ///
    /// @param withFork whether the node shall find a fork at the end
    /// @param json and junit where the reports go
    /// @return whether no case failed
    /// @throws IOException if the node cannot be reached or a report cannot be written
    public boolean conformance(HeldProcedures procedures, boolean withFork, Path json, Path junit)
            throws IOException {
        try (var server = new LinkServer(self, place.host(), place.port())) {
            awaitNode();
            self.append(_ -> {});
            server.withoutReceipts(true);
            server.open();
            say.accept(Report.head());
            var results =
                    Conformance.run(
                            Conformance.cases(procedures, withFork),
                            new Case.Bench(self, server),
                            result -> say.accept(Report.line(result)));
            var report = new Report(results, node, clock.instant());
            Files.write(json, report.json());
            Files.write(junit, report.junit());
            say.accept(report.summary());
            return report.holds();
        }
    }

    /// Waits until the node answers and knows us.
    private void awaitNode() throws IOException {
        long end = System.nanoTime() + place.patience().toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            var why = self.client().reached(self.path() + "?from=" + (self.heldSize() + 1));
            if (why.isEmpty()) {
                refuseHeld();
                return;
            }
            if (!why.equals(last)) {
                say.accept("waiting for the node at " + node.address() + ": " + why);
                last = why;
            }
            sleep(BETWEEN_TRIES);
        }
        throw new IOException(last);
    }

    private void refuseHeld() throws IOException {
        var answer = self.deliver(self.segment(self.size() + 1).bytes());
        if (answer instanceof Answer.Refused(var rule, _, _, _, _) && rule.equals("FED-09")) {
            throw new IOException(
                    "the node has found a fork before and takes nothing of this counterpart: its"
                            + " administrator lets it go on, under Pairs, The line in detail; then again");
        }
    }

    private static void sleep(Duration time) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
