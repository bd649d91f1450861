// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.samband.parties.PartyCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `samband demo`: two nodes as two processes, with a made-up year.
@Command(
        name = "demo",
        description = "Starts two nodes, EU and Norway, with a made-up year (EXERCISE).",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOG_LINES = 12;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--reset", description = "Begins again with new nodes.")
    private boolean reset;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${samband.demo:-demo-data}",
            description = "Folder of the demo, kept over restarts.")
    private Path data = Path.of("");

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "8080",
            description = "First of the four ports: pages on N and N+1, lines on N+2 and N+3.")
    private int portBase;

    private final StartCache cache = new StartCache();
    private final List<DemoNode> nodes = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var line = Objects.requireNonNull(spec).commandLine();
        var demo = Demo.in(data.toAbsolutePath().normalize(), portBase);
        try (var _ = demo.lock()) {
            return run(demo, line.getOut());
        } catch (StartRefused refused) {
            line.getErr().println("Not started. " + refused.line());
            line.getErr().flush();
            return RunCommand.REFUSED;
        }
    }

    private int run(Demo demo, PrintWriter out) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        if (reset) {
            demo.reset();
        }
        for (var side : demo.sides()) {
            Preparation.free("127.0.0.1", side.pages());
            Preparation.free("127.0.0.1", side.link());
        }
        demo.setUp(LocalDate.now(java.time.ZoneOffset.UTC));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo, out)));
        say(out, "Starting two nodes in " + demo.folder() + " ...");
        PostgresBinaries.unpacked(demo.folder().resolve("cache"));
        var java = cache.java();
        for (var side : demo.sides()) {
            nodes.add(DemoNode.start(side, java));
        }
        if (!awaitPages(out, begin)) {
            return RunCommand.REFUSED;
        }
        signIns(demo, out);
        showYear(out);
        cache.make(demo.folder());
        while (nodes.stream().allMatch(DemoNode::isAlive)) {
            Thread.sleep(Duration.ofSeconds(1));
        }
        return ended(out);
    }

    private boolean awaitPages(PrintWriter out, long begin) throws InterruptedException {
        var waiting = new ArrayList<>(nodes);
        while (!waiting.isEmpty()) {
            for (var node : List.copyOf(waiting)) {
                if (!node.isAlive()) {
                    ended(out);
                    return false;
                }
                if (node.pagesAnswer()) {
                    waiting.remove(node);
                    say(out, "  " + node.side().name() + " answers after " + seconds(begin));
                }
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                say(out, "The nodes did not answer; their logs are node.log in their folders.");
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    private static String seconds(long begin) {
        return "%.1f s".formatted(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
    }

    private void signIns(Demo demo, PrintWriter out) throws IOException {
        var officers = SampleOfficers.of(Demo.PARTNERSHIP);
        out.println();
        for (var side : demo.sides()) {
            out.println(side.name() + ": " + side.address());
            for (var one : officers.of(new PartyCode(side.party()))) {
                out.printf("  %-10s %s%n", one.appointment().account(), one.task());
            }
        }
        out.println();
        out.println("Password of all: " + Files.readString(demo.passwordFile()).strip());
        out.println("EXERCISE: officers, cases and dates are made up. Ctrl-C stops both nodes.");
        out.println();
        out.flush();
    }

    private void showYear(PrintWriter out) throws InterruptedException {
        var shown = "";
        while (nodes.stream().allMatch(DemoNode::isAlive)) {
            var far = nodes.getFirst().sample().orElse(shown);
            if (!far.equals(shown)) {
                say(out, "  EXERCISE year: " + far);
                shown = far;
            }
            var parts = far.split(" of ", 2);
            if (parts.length == 2 && parts[0].equals(parts[1])) {
                return;
            }
            Thread.sleep(Duration.ofMillis(500));
        }
    }

    private int ended(PrintWriter out) {
        for (var node : nodes) {
            if (!node.isAlive()) {
                say(
                        out,
                        "The node of "
                                + node.side().name()
                                + " ended. Its log, "
                                + node.side().log()
                                + ", says last:");
                say(out, node.lastLines(LOG_LINES));
            }
        }
        return RunCommand.REFUSED;
    }

    private void stop(Demo demo, PrintWriter out) {
        cache.stop();
        nodes.parallelStream().forEach(DemoNode::close);
        say(out, "Stopped. The data stay in " + demo.folder() + ".");
    }

    private static void say(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }
}
