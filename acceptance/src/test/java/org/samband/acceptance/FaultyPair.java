// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// Two nodes with a proxy on each way between them, to which faults are done. It knows what any
/// operator knows: processes and pid files.
final class FaultyPair implements AutoCloseable {
    private static final int SHORTEST_MILLIS = 150;
    private static final int LONGEST_MILLIS = 600;

    /// What has met nothing that passes goes on so long.
    private static final int MOST_MILLIS = 1_500;

    private static final int STEP_MILLIS = 20;

    private final List<FaultProxy> ways = new ArrayList<>();
    private final TwoNodes nodes;
    private final Random random;

    /// @param random decides where and how long
    FaultyPair(Path folder, Random random) {
        this.random = random;
        nodes =
                TwoNodes.in(
                        folder,
                        port -> {
                            var way = new FaultProxy(port);
                            ways.add(way);
                            return way.port();
                        });
    }

    TwoNodes nodes() {
        return nodes;
    }

    List<NodeProcess> both() {
        return List.of(nodes.eu(), nodes.norway());
    }

    /// What a blow has done.
    ///
    /// @param said for the log, by fault
    /// @param touched how much of what passed on the line was disturbed, by fault
    /// @param starts how often a node was started
    /// @param well how long until both nodes were well
    record Suffered(
            List<Fault> faults, List<String> said, List<Long> touched, int starts, Duration well) {
        @Override
        public String toString() {
            var all = new StringJoiner(" + ");
            for (int i = 0; i < faults.size(); i++) {
                all.add(faults.get(i) + " " + said.get(i));
            }
            return all.toString();
        }
    }

    /// Does what a blow says. What is killed is started at once, as the operator's service manager
    /// does. Of what disturbs the line the first comes while a killed node comes back, the others
    /// when it is back and fetches what it has missed. Afterwards both nodes are well and the line
    /// is clear.
    ///
    /// @param act makes an act at a node, and does something as soon as the node says that it is
    ///   done
    Suffered suffers(Blow blow, BiConsumer<NodeProcess, Runnable> act) {
        var said = new ArrayList<String>();
        var touched = new ArrayList<Long>();
        long begun = System.nanoTime();
        var starts = CompletableFuture.completedFuture(0);
        var well = new AtomicLong();
        var struck = new ArrayList<>(both());
        Collections.shuffle(struck, random);
        boolean down = false;
        for (var fault : blow.faults()) {
            long before = touched();
            if (fault.killsSomething()) {
                var node = struck.getFirst();
                said.add(
                        fault.comesAtAnAnswer()
                                ? killsAtAnAnswer(fault, node, act)
                                : kills(fault, node));
                Collections.rotate(struck, 1);
                down |= fault.killsANode();
                starts =
                        starts.thenApplyAsync(count -> {
                            int more = keepRunning();
                            well.set(System.nanoTime() - begun);
                            return count + more;
                        });
            } else {
                said.add(disturbs(fault));
                if (down) {
                    starts.join();
                    down = false;
                }
            }
            touched.add(touched() - before);
        }
        int started = starts.join();
        return new Suffered(blow.faults(), said, touched, started, Duration.ofNanos(well.get()));
    }

    /// @return what was done, for the log
    private String kills(Fault fault, NodeProcess node) {
        switch (fault) {
            case NODE_KILLED -> node.kill();
            case NODE_AND_DATABASE_KILLED -> node.killWithAll();
            case BOTH_NODES_KILLED -> both().forEach(NodeProcess::killWithAll);
            case DATABASE_KILLED -> postmaster(node).destroyForcibly();
            default -> {
                var children = postmaster(node).children().toList();
                children.get(random.nextInt(children.size())).destroyForcibly();
            }
        }
        return fault == Fault.BOTH_NODES_KILLED ? "both" : name(node);
    }

    /// Cuts the line both ways and lets acts pile up that are delivered to nobody. The last of them
    /// is done when everything is killed that is to be.
    private String killsAtAnAnswer(
            Fault fault, NodeProcess node, BiConsumer<NodeProcess, Runnable> act) {
        ways.forEach(way -> way.become(FaultProxy.Line.CUT));
        pause(time());
        var killed = new ArrayList<ProcessHandle>();
        if (fault.killsANode()) {
            killed.addAll(node.all());
        } else {
            killed.add(postmaster(node));
            killed.addAll(killed.getFirst().children().toList());
        }
        act.accept(node, () -> killed.forEach(ProcessHandle::destroyForcibly));
        if (fault.killsANode()) {
            node.kill();
        }
        ways.forEach(FaultProxy::clear);
        return name(node);
    }

    private int time() {
        return SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
    }

    /// Disturbs the line and clears it again.
    ///
    /// @return what was done, for the log
    private String disturbs(Fault fault) {
        return switch (fault) {
            case LINE_CUT_ONE_WAY -> disturbed(FaultProxy.Line.CUT, one());
            case LINE_SILENT -> disturbed(FaultProxy.Line.SILENT, ways);
            case LINE_SLOW -> disturbed(FaultProxy.Line.SLOW, ways);
            case BYTES_CHANGED -> disturbed(FaultProxy.Line.CHANGING, ways);
            case BYTES_DOUBLED -> disturbed(FaultProxy.Line.DOUBLING, ways);
            case BYTES_LOST -> disturbed(FaultProxy.Line.LOSING, ways);
            case ANSWER_LOST -> disturbed(FaultProxy.Line.DEAF, ways);
            case CONNECTION_REPLAYED -> {
                // What stands is ended first, so that there is something whole to send again.
                disturbed(FaultProxy.Line.CUT, ways);
                ways.forEach(FaultProxy::replay);
                yield "both ways";
            }
            default -> disturbed(FaultProxy.Line.CUT, ways);
        };
    }

    private List<FaultProxy> one() {
        return List.of(ways.get(random.nextInt(2)));
    }

    private String disturbed(FaultProxy.Line line, List<FaultProxy> disturbed) {
        int time = time();
        long before = touched();
        disturbed.forEach(way -> way.become(line));
        pause(time);
        while (touched() == before && time < MOST_MILLIS) {
            pause(STEP_MILLIS);
            time += STEP_MILLIS;
        }
        disturbed.forEach(FaultProxy::clear);
        return time + " ms" + (disturbed.size() == 1 ? " one way" : "");
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// How often a disturbance met something that passed.
    long touched() {
        return ways.stream().mapToLong(FaultProxy::touched).sum();
    }

    private String name(NodeProcess node) {
        return node.equals(nodes.eu()) ? "EU" : "NO";
    }

    private static ProcessHandle postmaster(NodeProcess node) {
        try {
            var pidFile = node.folder().resolve("postgres/data/postmaster.pid");
            var pid = Files.readAllLines(pidFile).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// As the operator's service manager does: what ended is started until both nodes are well.
    ///
    /// @return how often a node was started
    private int keepRunning() {
        return both().parallelStream().mapToInt(NodeProcess::keepRunning).sum();
    }

    @Override
    public void close() {
        nodes.close();
        ways.forEach(FaultProxy::close);
    }
}
