// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers the node under test as a counterpart's node does, and remembers what it asked. Source:
/// FEDERATION-10.
final class LinkServer implements AutoCloseable {
    private static final int LARGEST = 67_108_864;
    private static final Pattern FROM = Pattern.compile("\\bfrom=([1-9][0-9]{0,9})");

    private final SimulatedNode self;
    private final String host;
    private final int port;
    private final LinkedBlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Boolean> withoutReceipts = new AtomicReference<>(false);
    private @Nullable HttpsServer server;

    private final AtomicInteger unreceipted = new AtomicInteger();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    /// What the node asked for or brought.
    ///
    /// @param method GET or POST
    /// @param entries how many it brought
    /// @param receipted how many entries of ours it had given its cosignature for after that
    record Asked(String method, int entries, long receipted) {}

    LinkServer(SimulatedNode self, String host, int port) {
        this.self = self;
        this.host = host;
        this.port = port;
    }

    /// Opens the port, or opens it again.
    void open() throws IOException {
        var opened = HttpsServer.create(new InetSocketAddress(host, port), 0);
        var tls = self.keys().link().speakingWith(self.theirs().pin());
        opened.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        var wanted = tls.getDefaultSSLParameters();
                        wanted.setNeedClientAuth(true);
                        wanted.setProtocols(new String[] {"TLSv1.3"});
                        parameters.setSSLParameters(wanted);
                    }
                });
        opened.createContext("/", this::answer);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.start();
        server = opened;
    }

    /// Goes away: nothing answers any more.
    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /// From now on each answer comes that much later.
    void delay(Duration each) {
        delay.set(each);
    }

    /// Answers with status 200 and nothing that proves anything.
    void withoutReceipts(boolean on) {
        withoutReceipts.set(on);
        self.silent(on);
    }

    /// Waits for a request of the node.
    ///
    /// @return whether it came in time
    boolean awaits(Predicate<Asked> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
                var next = asked.poll(left, TimeUnit.NANOSECONDS);
                if (next != null && wanted.test(next)) {
                    return true;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /// How often entries were brought and answered without a receipt.
    int unreceipted() {
        return unreceipted.get();
    }

    /// What was wrong with what the node brought.
    List<String> faults() {
        return List.copyOf(faults);
    }

    /// Forgets what was asked so far.
    void forget() {
        asked.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (!path.equals(self.path())) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            pause();
            if (exchange.getRequestMethod().equals("GET")) {
                var query = String.valueOf(exchange.getRequestURI().getQuery());
                var asked = FROM.matcher(query);
                var from = asked.find() ? Long.parseLong(asked.group(1)) : 1;
                remember("GET", 0);
                send(exchange, 200, self.segment(Math.min(from, self.size() + 1)).bytes());
                return;
            }
            take(exchange);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        try {
            var admitted = self.admit(body);
            if (withoutReceipts.get()) {
                unreceipted.addAndGet(Math.min(1, admitted.entries()));
                exchange.sendResponseHeaders(200, -1);
            } else {
                send(exchange, 200, admitted.receipt().getBytes(StandardCharsets.UTF_8));
            }
            remember("POST", admitted.entries());
        } catch (IllegalArgumentException wrong) {
            faults.add(String.valueOf(wrong.getMessage()));
            exchange.sendResponseHeaders(409, -1);
        }
    }

    private void remember(String method, int entries) {
        asked.add(new Asked(method, entries, self.receipted()));
    }

    private void pause() {
        try {
            Thread.sleep(delay.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
