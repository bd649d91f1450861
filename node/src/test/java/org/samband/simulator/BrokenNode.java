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
import java.util.Optional;
import java.util.TreeMap;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;
import org.samband.proof.JsonRefused;
import org.samband.proof.KeyAlgorithm;
import org.samband.proof.VerifierKey;

/// A node with one defect that nodes of this field have really had. It takes everything else that
/// comes, right or wrong.
final class BrokenNode implements AutoCloseable {
    private static final int SECOND_KEY = 1_952;

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
        SKIPS_WHAT_IT_HOLDS,
        /// Says why it takes nothing, but nobody can hold it to that.
        REFUSES_WITHOUT_SIGNING,
        /// Gives two keys and cosigns with one.
        COSIGNS_ONCE
    }

    /// @param pin of the counterpart
    BrokenNode(Defect defect, Digest pin, Instant now) throws IOException {
        this.defect = defect;
        keys = SimulatorKeys.fresh(now);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.link().speakingWith(pin)));
        server.createContext("/", this::answer);
        server.start();
        var once =
                keys.pair(
                        "eu-norway",
                        "EU",
                        URI.create("https://localhost:" + server.getAddress().getPort()));
        pair =
                new PairText(
                        once.partnership(),
                        once.party(),
                        once.address(),
                        once.key(),
                        defect == Defect.COSIGNS_ONCE
                                ? Optional.of(
                                        VerifierKey.of(
                                                once.origin(),
                                                KeyAlgorithm.ML_DSA_65,
                                                new byte[SECOND_KEY]))
                                : Optional.empty(),
                        once.certificate());
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
        if (defect == Defect.REFUSES_WITHOUT_SIGNING && from > held.size() + 1) {
            return refusal();
        }
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

    private byte[] refusal() {
        var members = new TreeMap<String, Object>();
        members.put("format", "samband-receipt/1");
        members.put("partnership", "eu-norway");
        members.put("party", "NO");
        members.put("rule", "LED-04");
        members.put("sentence", "EXERCISE");
        members.put("facts", Map.of());
        members.put("have", held.size());
        members.put("rejections", List.of());
        members.put("blobs", List.of());
        members.put("at", "2026-11-25T12:00:00Z");
        members.put("signature", "");
        return CanonicalJson.bytes(members);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
