// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;
import org.samband.proof.JsonRefused;

/// A node with one defect that nodes of this field have really had. It takes everything else that
/// comes, right or wrong.
final class BrokenNode implements AutoCloseable {
    private final HttpsServer server;
    private final SimulatorKeys keys;
    private final PairText pair;
    private final Defect defect;
    private final List<String> held = new ArrayList<>();

    /// What is wrong with it.
    enum Defect {
        /// Says 200 and nothing more.
        NO_COSIGNATURE,
        /// Does not read again what it holds already.
        SKIPS_WHAT_IT_HOLDS
    }

    /// @param pin of the counterpart
    BrokenNode(Defect defect, Digest pin, Instant now) throws IOException {
        this.defect = defect;
        keys = SimulatorKeys.fresh(now);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.link().speakingWith(pin)));
        server.createContext("/", this::answer);
        server.start();
        pair =
                keys.pair(
                        "eu-norway",
                        "EU",
                        URI.create("https://localhost:" + server.getAddress().getPort()));
    }

    PairText pair() {
        return pair;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var lines =
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8).lines().toList();
            var body = answer(lines);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (JsonRefused refused) {
            exchange.sendResponseHeaders(409, -1);
        }
    }

    private byte[] answer(List<String> lines) throws JsonRefused {
        var header = CanonicalJson.readCanonicalObject(lines.getFirst().getBytes(UTF_8));
        int from = Math.toIntExact((Long) Objects.requireNonNull(header.get("from")));
        for (int i = Math.max(0, held.size() - from + 1); i < lines.size() - 1; i++) {
            held.add(lines.get(i + 1));
        }
        if (defect == Defect.NO_COSIGNATURE) {
            return new byte[0];
        }
        var note = Checkpoint.parse(String.valueOf(header.get("checkpoint")));
        return CanonicalJson.bytes(
                new TreeMap<>(
                        Map.of(
                                "format",
                                "samband-receipt/1",
                                "partnership",
                                "eu-norway",
                                "party",
                                "NO",
                                "checkpoint",
                                keys.cosigned(note, pair.origin(), 1_800_000_000L).note())));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
