// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Makes the exports of `spec/ledger/vectors/2/`: keys that change, and the states of dossiers.
/// Always the same bytes, as in {@link VectorExports}.
final class VersionTwoExports {
    private static final int OLD = 1;
    private static final int NEW = 3;
    private static final int NORWAY = 2;

    private VersionTwoExports() {}

    /// An export that can be changed before it is written.
    private static final class Draft {
        final List<byte[]> eu = new ArrayList<>();
        final List<byte[]> no = new ArrayList<>();
        final TreeMap<Long, List<Integer>> signers = new TreeMap<>();
        final TreeMap<Long, List<Integer>> norwaySigners = new TreeMap<>();
        List<Object> procedures = List.of(procedure());
        List<Map<String, Object>> states = new ArrayList<>();
        int cosigner;
        long cosigned;

        void add(String party, Map<String, Object> changed) {
            var entries = party.equals("EU") ? eu : no;
            entries.add(VectorExports.entry(party, entries.size() + 1L, changed));
        }

        String text() {
            var header = new TreeMap<String, Object>();
            header.put("format", "samband-export/2");
            header.put("partnership", "eu-norway");
            header.put("procedures", procedures);
            header.put("roles", Map.of());
            header.put(
                    "ledgers",
                    List.of(
                            ledger("EU", OLD, eu, signers),
                            ledger("NO", NORWAY, no, norwaySigners)));
            var lines = new StringBuilder(CanonicalJson.text(header)).append('\n');
            for (var entries : List.of(eu, no)) {
                entries.forEach(entry ->
                        lines.append(new String(entry, StandardCharsets.UTF_8)).append('\n'));
            }
            states.forEach(state -> lines.append(CanonicalJson.text(state)).append('\n'));
            return lines.toString();
        }

        private Map<String, Object> ledger(
                String party, int first, List<byte[]> entries, Map<Long, List<Integer>> by) {
            var notes = new ArrayList<Object>();
            by.forEach((size, seeds) -> {
                var leaves = entries.subList(0, size.intValue()).stream().map(MerkleTree::leaf);
                var note =
                        new Checkpoint(
                                "samband/eu-norway/" + party,
                                size,
                                MerkleTree.root(leaves.toList()),
                                List.of());
                for (int seed : seeds) {
                    note = VectorExports.signedWith(note, party, seed);
                }
                notes.add(
                        (party.equals("EU") && size == cosigned
                                        ? VectorExports.cosignedWith(note, "NO", cosigner)
                                        : note)
                                .note());
            });
            return Map.of(
                    "party",
                    party,
                    "size",
                    entries.size(),
                    "key",
                    VectorExports.keyOf(party, first).toString(),
                    "checkpoints",
                    notes);
        }
    }

    static Map<String, VectorExports.Vector> all() {
        var vectors = new LinkedHashMap<String, VectorExports.Vector>();
        keys(vectors);
        dossiers(vectors);
        return vectors;
    }

    private static void keys(Map<String, VectorExports.Vector> vectors) {
        good(vectors, "key-changed", changedKey(Map.of()), _ -> {});
        good(
                vectors,
                "key-revoked",
                changedKey(Map.of("revokes", 1)),
                draft -> draft.signers.put(2L, List.of(NEW)));
        good(vectors, "key-not-yet-expired", changedKey(Map.of("until", "2026-11-24")), _ -> {});
        wrong(
                vectors,
                "old-key-after-the-change",
                3,
                "LEDGER-18",
                changedKey(Map.of()),
                draft -> draft.signers.put(3L, List.of(OLD)));
        wrong(
                vectors,
                "new-key-before-the-change",
                1,
                "LEDGER-12",
                changedKey(Map.of()),
                draft -> draft.signers.put(1L, List.of(NEW)));
        wrong(
                vectors,
                "change-not-signed-by-the-old",
                2,
                "LEDGER-18",
                changedKey(Map.of()),
                draft -> draft.signers.put(2L, List.of(NEW)));
        wrong(
                vectors,
                "change-not-shown",
                2,
                "LEDGER-18",
                changedKey(Map.of()),
                draft -> draft.signers.remove(2L));
        wrong(
                vectors,
                "revoked-key",
                3,
                "LEDGER-19",
                changedKey(Map.of("revokes", 1)),
                draft -> draft.signers.put(3L, List.of(OLD)));
        wrong(
                vectors,
                "revoked-key-before",
                2,
                "LEDGER-19",
                changedKey(Map.of("revokes", 0)),
                draft -> draft.signers.put(1L, List.of(OLD)));
        wrong(vectors, "revokes-itself", 2, "LEDGER-19", changedKey(Map.of("revokes", 2)), _ -> {});
        wrong(
                vectors,
                "expired-key",
                3,
                "LEDGER-18",
                changedKey(Map.of("until", "2026-11-23")),
                _ -> {});
        wrong(
                vectors,
                "key-again",
                3,
                "LEDGER-17",
                changedKey(Map.of()),
                draft -> {
                    draft.eu.removeLast();
                    draft.add("EU", key("EU", OLD, Map.of()));
                });
        wrong(
                vectors,
                "key-of-a-stranger",
                2,
                "LEDGER-17",
                changedKey(Map.of()),
                draft -> {
                    draft.eu.removeLast();
                    draft.eu.removeLast();
                    draft.add("EU", key("NO", NEW, Map.of()));
                    draft.add("EU", Map.of());
                });
        wrong(
                vectors,
                "key-with-a-member-too-many",
                2,
                "LEDGER-17",
                changedKey(Map.of("colour", "blue")),
                _ -> {});
        cosignatures(vectors);
    }

    private static void cosignatures(Map<String, VectorExports.Vector> vectors) {
        var revoked = changedCosigner(Map.of("revokes", 1), OLD + 1);
        good(vectors, "cosigned-before-the-revocation", revoked, draft -> draft.cosigned = 1);
        wrong(
                vectors,
                "cosigned-with-a-revoked-key",
                2,
                "LEDGER-19",
                revoked,
                draft -> draft.cosigned = 2);
        good(
                vectors,
                "cosigned-with-the-older-key",
                changedCosigner(Map.of(), OLD + 1),
                draft -> draft.cosigned = 2);
        good(
                vectors,
                "cosigned-with-the-newer-key",
                changedCosigner(Map.of(), NEW),
                draft -> draft.cosigned = 2);
    }

    /// The EU changes its key with its second entry.
    private static Consumer<Draft> changedKey(Map<String, Object> more) {
        return draft -> {
            draft.add("EU", Map.of());
            draft.add("EU", key("EU", NEW, more));
            draft.add("EU", Map.of());
            draft.signers.put(2L, List.of(OLD, NEW));
            draft.signers.put(3L, List.of(NEW));
        };
    }

    /// Norway changes its key with its second entry, when it has seen one entry of the EU.
    private static Consumer<Draft> changedCosigner(Map<String, Object> more, int cosigner) {
        return draft -> {
            draft.add("EU", Map.of());
            draft.add("EU", Map.of());
            draft.signers.put(1L, List.of(OLD));
            draft.signers.put(2L, List.of(OLD));
            draft.add("NO", Map.of());
            var change = new HashMap<>(key("NO", NEW, more));
            change.put("seen", 1);
            draft.add("NO", change);
            draft.norwaySigners.put(2L, more.isEmpty() ? List.of(NORWAY, NEW) : List.of(NEW));
            draft.cosigner = cosigner;
        };
    }

    private static Map<String, Object> key(String party, int seed, Map<String, Object> more) {
        var content = new HashMap<String, Object>(more);
        content.put("key", VectorExports.keyOf(party, seed).toString());
        return Map.of("kind", "ledger.key", "content", content);
    }

    private static void dossiers(Map<String, VectorExports.Vector> vectors) {
        good(vectors, "dossiers", VersionTwoExports::crossing, _ -> {});
        wrong(
                vectors,
                "state-that-does-not-follow",
                1,
                "LEDGER-26",
                VersionTwoExports::crossing,
                draft -> draft.states.set(0, changed(draft.states.getFirst(), "state", "opened")));
        wrong(
                vectors,
                "crossed-act-shown-as-effective",
                1,
                "LEDGER-26",
                VersionTwoExports::crossing,
                draft ->
                        draft.states.set(
                                0,
                                changed(
                                        draft.states.getFirst(),
                                        "acts",
                                        List.of(
                                                List.of("EU-1", "effective"),
                                                List.of("EU-2", "effective"),
                                                List.of("NO-1", "effective")))));
        wrong(
                vectors,
                "value-that-does-not-stand",
                1,
                "LEDGER-26",
                VersionTwoExports::crossing,
                draft ->
                        draft.states.set(
                                0, changed(draft.states.getFirst(), "values", "0".repeat(64))));
        wrong(
                vectors,
                "dossier-left-out",
                3,
                "LEDGER-26",
                VersionTwoExports::crossing,
                draft -> draft.states.removeLast());
        wrong(
                vectors,
                "procedure-left-out",
                1,
                "PROC-03",
                VersionTwoExports::crossing,
                draft -> draft.procedures = List.of());
        vectors.put(
                "dossier-too-many",
                new VectorExports.Vector(
                        1,
                        "",
                        0,
                        "LEDGER-21",
                        text(
                                VersionTwoExports::crossing,
                                draft -> draft.states.add(draft.states.getFirst()))));
        vectors.put(
                "procedure-of-a-newer-language",
                new VectorExports.Vector(
                        2,
                        "",
                        0,
                        "",
                        text(
                                VersionTwoExports::crossing,
                                draft -> draft.procedures = List.of(newer()))));
    }

    /// The EU withdraws a matter while Norway answers it: the answer crosses and has no effect. A
    /// second matter is opened and answered.
    private static void crossing(Draft draft) {
        draft.add("EU", open());
        draft.add("EU", act("withdraw", "EU-1", 0, "no longer"));
        draft.add("EU", open());
        draft.add("NO", act("answer", "EU-1", 1, "yes"));
        draft.add("NO", act("answer", "EU-3", 3, "æøå € \n"));
        draft.signers.put(3L, List.of(OLD));
        draft.norwaySigners.put(2L, List.of(NORWAY));
        draft.states.add(
                state(
                        "EU-1",
                        "withdrawn",
                        List.of(
                                List.of("EU-1", "effective"),
                                List.of("EU-2", "effective"),
                                List.of("NO-1", "crossed")),
                        Map.of("text", List.of(List.of("EU-2", "no longer")))));
        draft.states.add(
                state(
                        "EU-3",
                        "answered",
                        List.of(List.of("EU-3", "effective"), List.of("NO-2", "effective")),
                        Map.of("text", List.of(List.of("NO-2", "æøå € \n")))));
    }

    private static Map<String, Object> state(
            String dossier, String state, List<Object> acts, Map<String, Object> values) {
        return Map.of(
                "dossier", dossier,
                "state", state,
                "acts", acts,
                "values", Digest.sha256(CanonicalJson.bytes(values)).hex());
    }

    private static Map<String, Object> open() {
        return Map.of(
                "kind",
                "dossier.open",
                "content",
                Map.of(
                        "procedure",
                        "exercise",
                        "version",
                        1,
                        "hash",
                        Digest.sha256(CanonicalJson.bytes(procedure())).hex(),
                        "title",
                        "EXERCISE",
                        "act",
                        "open",
                        "fields",
                        Map.of("text", "may we?")));
    }

    private static Map<String, Object> act(String act, String dossier, int seen, String text) {
        return Map.of(
                "kind",
                "dossier.act",
                "subject",
                dossier,
                "seen",
                seen,
                "content",
                Map.of("act", act, "fields", Map.of("text", text)));
    }

    private static Map<String, Object> procedure() {
        return Map.of(
                "procedure",
                "exercise",
                "version",
                1,
                "states",
                List.of(Map.of("name", "start", "initial", true)),
                "acts",
                List.of(
                        form("open", "any", "start", "opened"),
                        form("answer", "answerer", "opened", "answered"),
                        form("withdraw", "opener", "opened", "withdrawn")),
                "crossings",
                List.of(
                        Map.of(
                                "in", List.of("opened"),
                                "acts", List.of("answer", "withdraw"),
                                "prevails", "withdraw")));
    }

    private static Map<String, Object> form(String name, String by, String from, String to) {
        return Map.of(
                "name", name,
                "by", by,
                "from", List.of(from),
                "to", to,
                "fields", List.of(Map.of("name", "text", "type", "multiline", "required", true)));
    }

    private static Map<String, Object> newer() {
        var newer = new HashMap<String, Object>(procedure());
        var act = new HashMap<>(form("open", "any", "start", "opened"));
        act.put("weighs", "double");
        newer.put("acts", List.of(act));
        return newer;
    }

    private static Map<String, Object> changed(
            Map<String, Object> line, String member, Object value) {
        var changed = new HashMap<>(line);
        changed.put(member, value);
        return changed;
    }

    private static String text(Consumer<Draft> made, Consumer<Draft> change) {
        var draft = new Draft();
        made.accept(draft);
        change.accept(draft);
        return draft.text();
    }

    private static void good(
            Map<String, VectorExports.Vector> vectors,
            String name,
            Consumer<Draft> made,
            Consumer<Draft> change) {
        vectors.put(name, new VectorExports.Vector(0, "", 0, "", text(made, change)));
    }

    private static void wrong(
            Map<String, VectorExports.Vector> vectors,
            String name,
            long entry,
            String requirement,
            Consumer<Draft> made,
            Consumer<Draft> change) {
        vectors.put(
                name, new VectorExports.Vector(1, "EU", entry, requirement, text(made, change)));
    }
}
