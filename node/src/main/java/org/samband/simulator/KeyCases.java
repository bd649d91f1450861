// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static org.samband.simulator.Expected.refusal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;

/// Changes of our key that a node must not follow. Source: LEDGER-17 to LEDGER-19.
final class KeyCases {
    private KeyCases() {}

    static List<Case> all() {
        return List.of(
                change(
                        "LEDGER-17.key-of-a-stranger",
                        "a change to a key that is named after another ledger",
                        "LED-22",
                        true,
                        KeyCases::named),
                change(
                        "LEDGER-17.key-member-too-many",
                        "a change of key with a member too many",
                        "LED-22",
                        true,
                        content -> content.put("x", "EXERCISE")),
                change(
                        "LEDGER-17.second-key-of-another-kind",
                        "a change of key whose second key is not of ML-DSA-65",
                        "LED-22",
                        true,
                        content -> content.put("second", content.get("key"))),
                change(
                        "LEDGER-18.not-signed-by-the-old-key",
                        "a change of key that the key before does not sign",
                        "LED-18",
                        false,
                        _ -> {}),
                Case.of(
                        "LEDGER-18.change-is-not-the-last",
                        "a change of key with an entry after it in the same delivery",
                        refusal("LED-21"),
                        bench -> {
                            var self = bench.self();
                            return deliver(
                                    self,
                                    fresh(self),
                                    true,
                                    List.of(
                                            entry(self, fresh(self), _ -> {}),
                                            CanonicalJson.bytes(self.next(1))));
                        }),
                change(
                        "LEDGER-19.revoked-over-the-line",
                        "a revocation that comes over the line alone",
                        "LED-19",
                        false,
                        content -> content.put("revokes", 0L)));
    }

    private static void named(Map<String, @Nullable Object> content) {
        content.put(
                "key",
                SimulatorKeys.fresh(Instant.EPOCH)
                        .verifier("samband/exercise-other/XX")
                        .toString());
    }

    private static SimulatorKeys fresh(SimulatedNode self) {
        return SimulatorKeys.fresh(self.clock().instant());
    }

    /// @param both whether the key before signs beside the new one
    private static Case change(
            String id,
            String what,
            String rule,
            boolean both,
            Consumer<Map<String, @Nullable Object>> fault) {
        return Case.of(
                id,
                what,
                refusal(rule),
                bench -> {
                    var fresh = fresh(bench.self());
                    var entry = entry(bench.self(), fresh, fault);
                    return deliver(bench.self(), fresh, both, List.of(entry));
                });
    }

    private static byte[] entry(
            SimulatedNode self,
            SimulatorKeys fresh,
            Consumer<Map<String, @Nullable Object>> fault) {
        var content = new TreeMap<String, @Nullable Object>();
        content.put("key", fresh.verifier(self.self().origin()).toString());
        fault.accept(content);
        var entry = self.next(0);
        entry.put("kind", "ledger.key");
        entry.put("content", content);
        return CanonicalJson.bytes(entry);
    }

    private static Answer deliver(
            SimulatedNode self, SimulatorKeys fresh, boolean both, List<byte[]> entries)
            throws IOException {
        var segment =
                self.claiming(entries)
                        .noted(note -> fresh.signed(both ? note : unsigned(note), note.origin()));
        return self.deliver(segment.bytes());
    }

    private static Checkpoint unsigned(Checkpoint note) {
        return new Checkpoint(note.origin(), note.size(), note.root(), List.of());
    }
}
