// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static org.samband.simulator.Expected.refusal;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;

/// Dossiers that the node cannot follow, and acts that have no effect. Source: PROC-03 and PROC-44.
final class ProcedureCases {
    private static final String CONSULTATION = "consultation";

    private ProcedureCases() {}

    static List<Case> all(HeldProcedures procedures) {
        return List.of(
                opening(
                        procedures,
                        "unknown-version",
                        "a dossier under a version of a procedure that is still to come",
                        content -> content.put("version", 99L)),
                opening(
                        procedures,
                        "other-hash",
                        "a dossier under a procedure with another hash",
                        content -> content.put("hash", "0".repeat(64))),
                opening(
                        procedures,
                        "unknown-procedure",
                        "a dossier under a procedure that is not known",
                        content -> content.put("procedure", "exercise-procedure")),
                Case.of(
                        "PROC-44.not-allowed",
                        "an act that its party may not do: admitted, and without effect",
                        new Expected.Receipted(),
                        bench -> {
                            var opened = openConsultation(bench.self(), procedures);
                            if (opened.isEmpty()) {
                                return new Answer.NotTried("no procedure " + CONSULTATION);
                            }
                            bench.self()
                                    .append(entry -> {
                                        entry.put("kind", "dossier.act");
                                        entry.put("subject", opened);
                                        entry.put(
                                                "content",
                                                Map.of(
                                                        "act",
                                                        "agree-date",
                                                        "fields",
                                                        Map.of(
                                                                "agreed-date",
                                                                day(bench.self(), 30))));
                                    });
                            return bench.self().settle();
                        }));
    }

    private static Case opening(
            HeldProcedures procedures,
            String name,
            String what,
            java.util.function.Consumer<Map<String, @Nullable Object>> fault) {
        return Case.of(
                "PROC-03." + name,
                what,
                refusal("PRO-01"),
                bench -> {
                    var content = content(bench.self(), procedures);
                    if (content.isEmpty()) {
                        return new Answer.NotTried("no procedure " + CONSULTATION);
                    }
                    fault.accept(content);
                    var entry = bench.self().next(0);
                    entry.put("kind", "dossier.open");
                    entry.put("content", content);
                    return deliver(bench.self(), entry);
                });
    }

    private static Answer deliver(SimulatedNode self, Map<String, @Nullable Object> entry)
            throws IOException {
        return self.deliver(self.claiming(List.of(CanonicalJson.bytes(entry))).bytes());
    }

    /// Opens a consultation with two dates; it is not sent yet.
    ///
    /// @return its number, or empty where there is no such procedure
    static String openConsultation(SimulatedNode self, HeldProcedures procedures) {
        var content = content(self, procedures);
        if (content.isEmpty()) {
            return "";
        }
        return self.self().party()
                + "-"
                + self.append(entry -> {
                    entry.put("kind", "dossier.open");
                    entry.put("content", content);
                });
    }

    private static Map<String, @Nullable Object> content(
            SimulatedNode self, HeldProcedures procedures) {
        return content(
                procedures,
                CONSULTATION,
                "propose-dates",
                Map.of("dates", List.of(day(self, 30), day(self, 31))));
    }

    /// Content of an entry that opens a dossier. Source: spec/procedure, section 7.
    static Map<String, @Nullable Object> content(
            HeldProcedures procedures, String name, String act, Map<String, Object> fields) {
        var content = new TreeMap<String, @Nullable Object>();
        procedures
                .procedure(name)
                .ifPresent(held -> {
                    content.put("procedure", held.procedure());
                    content.put("version", held.version());
                    content.put("hash", held.hash());
                    content.put("title", "EXERCISE " + name + " of the simulator");
                    content.put("act", act);
                    content.put("fields", fields);
                });
        return content;
    }

    /// A day to come, as entries write it.
    static String day(SimulatedNode self, int ahead) {
        return self.clock()
                .instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(ahead)
                .toString();
    }
}
