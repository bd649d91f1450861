// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;

/// The EU's and Norway's node as two processes on free ports, paired, with sample officers and
/// without a sample year.
final class TwoNodes implements AutoCloseable {
    private static final String PASSWORD = "exercise-for-acceptance-only";

    private final NodeProcess eu;
    private final NodeProcess norway;
    private final Map<String, Visitor> officers = new ConcurrentHashMap<>();

    private TwoNodes(NodeProcess eu, NodeProcess norway) {
        this.eu = eu;
        this.norway = norway;
    }

    /// Makes both nodes in a folder and starts them.
    static TwoNodes in(Path folder) {
        return in(folder, "", port -> port);
    }

    /// The same, each reached by the other at another port than its own.
    ///
    /// @param way from the port of a node's link to the port that stands in its pair file
    static TwoNodes in(Path folder, IntUnaryOperator way) {
        return in(folder, "", way);
    }

    /// The same with the made-up year, as it looks on a day.
    static TwoNodes withYear(Path folder, String day) {
        return in(folder, "  day: " + day + "\n", port -> port);
    }

    /// Two nodes that have not been told of each other.
    static TwoNodes unpaired(Path folder) {
        var nodes = made(folder, "", port -> port);
        for (var party : List.of("EU", "NO")) {
            var config = folder.resolve(party).resolve("node.yaml");
            try {
                var alone =
                        Files.readString(config)
                                .replaceAll("counterpart: .*/", "counterpart: given/");
                Files.writeString(config, alone);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return nodes.started();
    }

    private static TwoNodes in(Path folder, String sample, IntUnaryOperator way) {
        return made(folder, sample, way).started();
    }

    private TwoNodes started() {
        atOnce(eu::start, norway::start);
        return this;
    }

    /// Stops both and starts them again, as after a change of their settings.
    void again() {
        atOnce(eu::stop, norway::stop);
        started();
    }

    private static void atOnce(Runnable one, Runnable other) {
        var second = CompletableFuture.runAsync(other);
        try {
            one.run();
        } finally {
            second.join();
        }
    }

    private static TwoNodes made(Path folder, String sample, IntUnaryOperator way) {
        var ports = freePorts(4);
        var eu = settings(folder, "EU", "NO", ports.get(0), ports.get(2), sample, way);
        var norway = settings(folder, "NO", "EU", ports.get(1), ports.get(3), sample, way);
        atOnce(
                () -> NodeProcess.run("pair", "--config", eu.toString()),
                () -> NodeProcess.run("pair", "--config", norway.toString()));
        return new TwoNodes(
                new NodeProcess(eu, ports.get(0)), new NodeProcess(norway, ports.get(1)));
    }

    private static Path settings(
            Path folder,
            String party,
            String other,
            int pages,
            int link,
            String sample,
            IntUnaryOperator way) {
        try {
            var own = Files.createDirectories(folder.resolve(party));
            EmptyDatabase.into(own.resolve("data"));
            Files.writeString(own.resolve("password"), PASSWORD + "\n");
            return Files.writeString(
                    own.resolve("node.yaml"),
                    """
                    party: %s
                    data: data
                    cache: %s
                    pages:
                      port: %d
                    link:
                      port: %d
                      public-address: localhost:%d
                    partnerships:
                      - name: eu-norway
                        counterpart: ../%s/data/eu-norway.%s.pair
                    sample:
                      password-file: password
                    """
                                    .formatted(
                                            party,
                                            StartedNode.CACHE,
                                            pages,
                                            link,
                                            way.applyAsInt(link),
                                            other,
                                            other)
                            + sample);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Below the ports that the system gives to connections, so that none takes them before the
    /// nodes do.
    static List<Integer> freePorts(int count) {
        return ThreadLocalRandom.current()
                .ints(12_000, 32_000)
                .distinct()
                .filter(TwoNodes::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    String password() {
        return PASSWORD;
    }

    NodeProcess eu() {
        return eu;
    }

    NodeProcess norway() {
        return norway;
    }

    /// An officer in a browser of their own, signed in: now, or before and still.
    Visitor officer(NodeProcess node, String account) {
        return officers.compute(
                node.address() + account,
                (_, known) ->
                        known != null && known.isSignedIn()
                                ? known
                                : Visitor.signedIn(node.address(), account, PASSWORD));
    }

    @Override
    public void close() {
        eu.close();
        norway.close();
    }
}
