// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.samband.simulator.Expected.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;

/// Entries that are wrong in themselves, under a checkpoint that is right. Source: spec/ledger,
/// sections "Canonical form", "Entry" and "Order".
final class EntryCases {
    private static final int LARGEST = 1_048_576;

    private EntryCases() {}

    static List<Case> all() {
        var cases = new ArrayList<Case>();
        canonical(cases);
        members(cases);
        order(cases);
        markings(cases);
        return cases;
    }

    private static void canonical(List<Case> cases) {
        cases.add(
                bytes(
                        "LEDGER-01.not-canonical",
                        "an entry with a blank too many",
                        text -> text.replaceFirst("\"area\":", "\"area\": ")));
        cases.add(
                bytes(
                        "LEDGER-01.name-twice",
                        "an entry with a member twice",
                        text -> text.replaceFirst("\"area\":\"\"", "\"area\":\"\",\"area\":\"\"")));
        cases.add(
                bytes(
                        "LEDGER-01.half-a-pair",
                        "half of a surrogate pair",
                        text -> text.replaceFirst("EXERCISE entry", "\\\\ud83d entry")));
        cases.add(
                bytes(
                        "LEDGER-01.too-deep",
                        "65 lists in each other",
                        text ->
                                text.replaceFirst(
                                        "\"text\":\"[^\"]*\"",
                                        "\"text\":" + "[".repeat(65) + "]".repeat(65))));
        cases.add(
                bytes(
                        "LEDGER-01.number-too-large",
                        "a whole number above 2^53",
                        text ->
                                text.replaceFirst(
                                        "\"text\":\"[^\"]*\"", "\"text\":9007199254740994")));
        cases.add(
                entry(
                        "LEDGER-02.unknown-format",
                        "an entry of a format to come",
                        refusal("LED-02"),
                        entry -> entry.put("format", "samband-entry/99")));
    }

    private static void members(List<Case> cases) {
        cases.add(
                entry(
                        "LEDGER-03.member-too-many",
                        "an entry with a member too many",
                        refusal("LED-02"),
                        entry -> entry.put("x", "EXERCISE")));
        cases.add(
                entry(
                        "LEDGER-03.member-missing",
                        "an entry without its area",
                        refusal("LED-02"),
                        entry -> entry.remove("area")));
        wrong(
                cases,
                "at",
                "2026-02-30T10:00:00Z",
                "2026-11-25T10:00:00.000Z",
                "1999-12-31T23:59:59Z");
        wrong(cases, "kind", "Test", "");
        wrong(cases, "subject", "two words", "");
        wrong(cases, "area", "Cyber", "x");
        wrong(cases, "circle", "secret");
        wrong(cases, "seen", -1L);
        wrong(cases, "content", "EXERCISE");
        wrong(
                cases,
                "by",
                Map.of("authority", "EXERCISE", "officer", "EXERCISE"),
                Map.of("authority", "EXERCISE\u0007", "officer", "E", "role", "head"),
                Map.of("authority", "E".repeat(201), "officer", "E", "role", "head"));
        cases.add(
                entry(
                        "LEDGER-04.too-large",
                        "an entry of more than 1 MiB",
                        refusal("LED-12", "FED-06"),
                        entry -> entry.put("content", Map.of("text", "x".repeat(LARGEST)))));
    }

    private static void wrong(List<Case> cases, String member, Object... values) {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            cases.add(
                    entry(
                            "LEDGER-03." + member + (i == 0 ? "" : "-" + (i + 1)),
                            "an entry whose \"" + member + "\" is not of its form",
                            refusal("LED-02"),
                            entry -> entry.put(member, value)));
        }
    }

    private static void order(List<Case> cases) {
        cases.add(
                entry(
                        "LEDGER-05.other-partnership",
                        "an entry of another partnership",
                        refusal("LED-03"),
                        entry -> entry.put("partnership", "exercise-other")));
        cases.add(
                entry(
                        "LEDGER-05.own-line",
                        "an entry of an own line",
                        refusal("LED-03"),
                        entry -> entry.put("line", "own")));
        cases.add(
                entry(
                        "LEDGER-06.number-left-out",
                        "an entry that leaves a number out",
                        refusal("LED-03"),
                        entry -> entry.put("number", 4_000_000L)));
        cases.add(
                Case.of(
                        "LEDGER-06.reordered",
                        "two entries in the wrong order",
                        refusal("LED-03"),
                        bench ->
                                bench.self()
                                        .deliver(
                                                bench.self()
                                                        .claiming(
                                                                List.of(
                                                                        CanonicalJson.bytes(
                                                                                bench.self()
                                                                                        .next(1)),
                                                                        CanonicalJson.bytes(
                                                                                bench.self()
                                                                                        .next(0))))
                                                        .bytes())));
        cases.add(
                entry(
                        "LEDGER-07.seen-too-much",
                        "an entry that has seen more than there is",
                        refusal("LED-06"),
                        entry -> entry.put("seen", 4_000_000L)));
        cases.add(
                Case.of(
                        "LEDGER-07.seen-falls",
                        "an entry that has seen less than the one before it",
                        refusal("LED-06"),
                        EntryCases::seenFalls));
        cases.add(
                entry(
                        "LEDGER-08.own-record",
                        "an own record",
                        refusal("LED-07"),
                        entry -> entry.put("circle", "own")));
    }

    private static Answer seenFalls(Case.Bench bench) throws java.io.IOException {
        if (bench.self().heldSize() == 0) {
            return new Answer.NotTried("the node has no entry that could be seen");
        }
        var second = bench.self().next(1);
        second.put("seen", 0L);
        return bench.self()
                .deliver(
                        bench.self()
                                .claiming(
                                        List.of(
                                                CanonicalJson.bytes(bench.self().next(0)),
                                                CanonicalJson.bytes(second)))
                                .bytes());
    }

    private static void markings(List<Case> cases) {
        cases.add(
                entry(
                        "LEDGER-09.no-marking",
                        "an entry without a marking",
                        refusal("LED-14"),
                        entry -> entry.put("marking", "")));
        cases.add(
                entry(
                        "FEDERATION-21.above-the-ceiling",
                        "a marking above every ceiling of this version",
                        refusal("FED-03"),
                        entry -> entry.put("marking", "EU:TS-UE")));
        cases.add(
                entry(
                        "FEDERATION-21.unknown-word",
                        "a marking with a word that no policy has",
                        refusal("FED-04"),
                        entry -> entry.put("marking", "EU:EXERCISE LEVEL")));
        cases.add(
                entry(
                        "FEDERATION-21.unknown-policy",
                        "a marking of a policy that is not known",
                        refusal("FED-04"),
                        entry -> entry.put("marking", "XX:LEVEL")));
    }

    private static Case entry(
            String id,
            String what,
            Expected expected,
            Consumer<Map<String, @Nullable Object>> fault) {
        return Case.of(
                id,
                what,
                expected,
                bench -> {
                    var entry = bench.self().next(0);
                    fault.accept(entry);
                    return bench.self()
                            .deliver(
                                    bench.self()
                                            .claiming(List.of(CanonicalJson.bytes(entry)))
                                            .bytes());
                });
    }

    private static Case bytes(String id, String what, UnaryOperator<String> fault) {
        return Case.of(
                id,
                what,
                refusal("LED-02"),
                bench -> {
                    var right = new String(CanonicalJson.bytes(bench.self().next(0)), UTF_8);
                    return bench.self()
                            .deliver(
                                    bench.self()
                                            .claiming(List.of(fault.apply(right).getBytes(UTF_8)))
                                            .bytes());
                });
    }
}
