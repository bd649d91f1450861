// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Makes the exports of `spec/ledger/vectors/`, always the same bytes: the seeds of the keys are
/// published, and Ed25519 signatures have no chance in them.
final class VectorExports {
    private static final long TIME = 1_795_500_000L;

    /// The public keys of the seeds 1 (EU), 2 (NO) and 3 (the key after a change).
    private static final List<String> OPEN_KEYS =
            List.of(
                    "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c",
                    "8139770ea87d175f56a35466c34c7ecccb8d8a91b4ee37a25df60f5b8fc9b394",
                    "ed4928c628d1c2c6eae90338905995612959273a5c63f93636c14614ac8737d1");

    private VectorExports() {}

    /// One vector.
    ///
    /// @param party whose ledger is wrong, empty for the export as a whole
    /// @param entry the first wrong one, 0 where it is none
    /// @param requirement empty where the export holds or is none
    record Vector(int code, String party, long entry, String requirement, String text) {
        byte[] bytes() {
            return utf8(text);
        }
    }

    private record Entries(List<byte[]> eu, List<byte[]> no) {}

    static Map<String, Vector> all() {
        var vectors = new LinkedHashMap<String, Vector>();
        var good = text(entries(), UnaryOperator.identity());
        vectors.put("good", new Vector(0, "", 0, "", good));
        entryTampers(vectors);
        vectors.put("swapped-entries", wrong("EU", 1, "LEDGER-06", swapped(good)));
        vectors.put(
                "changed-content",
                wrong("EU", 3, "LEDGER-11", good.replace("EXERCISE text 2", "EXERCISE text 9")));
        vectors.put("cut-off", wrong("", 0, "LEDGER-21", good.substring(0, good.length() - 1)));
        vectors.put(
                "last-entry-missing",
                wrong("NO", 2, "LEDGER-21", good.substring(0, cut(good.length() - 1, good))));
        vectors.put("line-too-many", wrong("", 0, "LEDGER-21", good + "{}\n"));
        headerTampers(vectors, good);
        return vectors;
    }

    private static void entryTampers(Map<String, Vector> vectors) {
        put(vectors, "unknown-format", "LEDGER-02", 2, Map.of("format", "samband-entry/9"));
        put(vectors, "member-too-many", "LEDGER-03", 2, Map.of("colour", "blue"));
        put(vectors, "actor-without-role", "LEDGER-03", 2, Map.of("by", Map.of("officer", "A")));
        put(vectors, "other-partnership", "LEDGER-05", 2, Map.of("partnership", "eu-elsewhere"));
        put(vectors, "own-line", "LEDGER-05", 2, Map.of("line", "own"));
        put(vectors, "number-twice", "LEDGER-06", 2, Map.of("number", 1));
        put(vectors, "number-left-out", "LEDGER-06", 2, Map.of("number", 3));
        put(vectors, "seen-falls", "LEDGER-07", 3, Map.of("seen", 0));
        put(vectors, "seen-too-much", "LEDGER-07", 3, Map.of("seen", 3));
        put(vectors, "own-record", "LEDGER-08", 2, Map.of("circle", "own"));
        put(vectors, "no-marking", "LEDGER-09", 2, Map.of("marking", ""));
        var crossed = entries();
        crossed.no().set(0, entry("NO", 1, Map.of("seen", 2)));
        vectors.put(
                "each-has-seen-the-other",
                wrong("NO", 1, "LEDGER-07", text(crossed, UnaryOperator.identity())));
        var loose = entries();
        var spaced = new String(loose.eu().get(1), StandardCharsets.UTF_8);
        loose.eu().set(1, utf8(spaced.replace("\"seen\":1", "\"seen\": 1")));
        vectors.put(
                "not-canonical",
                wrong("EU", 2, "LEDGER-01", text(loose, UnaryOperator.identity())));
        var doubled = entries();
        doubled.eu().set(1, utf8(spaced.replace("{\"area\"", "{\"area\":\"\",\"area\"")));
        vectors.put(
                "name-twice", wrong("EU", 2, "LEDGER-01", text(doubled, UnaryOperator.identity())));
    }

    private static void put(
            Map<String, Vector> vectors,
            String name,
            String requirement,
            int number,
            Map<String, Object> changed) {
        var entries = entries();
        entries.eu().set(number - 1, entry("EU", number, changed));
        vectors.put(
                name, wrong("EU", number, requirement, text(entries, UnaryOperator.identity())));
    }

    private static void headerTampers(Map<String, Vector> vectors, String good) {
        var other = new Checkpoint("samband/eu-norway/NO", 3, Digest.sha256(), List.of());
        vectors.put("other-origin", noted("LEDGER-10", 0, _ -> signed(other, "EU", 1)));
        vectors.put(
                "wrong-root",
                noted(
                        "LEDGER-11",
                        3,
                        held ->
                                signed(
                                        new Checkpoint(
                                                held.origin(), 3, Digest.sha256(), List.of()),
                                        "EU",
                                        1)));
        vectors.put(
                "signed-by-the-other", noted("LEDGER-12", 3, held -> signed(bare(held), "EU", 2)));
        vectors.put("not-signed", noted("LEDGER-12", 3, VectorExports::bare));
        vectors.put(
                "cosigned-for-another-time",
                noted("LEDGER-13", 3, held -> cosigned(signed(bare(held), "EU", 1), TIME + 1)));
        vectors.put(
                "checkpoint-of-too-few",
                wrong("EU", 0, "LEDGER-22", text(entries(), VectorExports::shorter)));
        vectors.put(
                "unknown-export-format",
                new Vector(2, "", 0, "", good.replace("samband-export/1", "samband-export/9")));
        vectors.put(
                "key-with-wrong-id",
                new Vector(2, "", 0, "", good.replace(keyText(), keyText().replace("+", "+0"))));
        vectors.put("empty", new Vector(2, "", 0, "", ""));
    }

    private static String keyText() {
        return key("EU", 1).toString();
    }

    private static Vector noted(String requirement, long entry, UnaryOperator<Checkpoint> change) {
        return wrong("EU", entry, requirement, text(entries(), change));
    }

    private static Checkpoint bare(Checkpoint held) {
        return new Checkpoint(held.origin(), held.size(), held.root(), List.of());
    }

    private static Checkpoint shorter(Checkpoint held) {
        var root = MerkleTree.root(List.of(MerkleTree.leaf(entries().eu().getFirst())));
        return signed(new Checkpoint(held.origin(), 1, root, List.of()), "EU", 1);
    }

    private static Vector wrong(String party, long entry, String requirement, String text) {
        return new Vector(1, party, entry, requirement, text);
    }

    /// Where the line that ends there begins.
    private static int cut(int end, String text) {
        return text.lastIndexOf('\n', end - 1) + 1;
    }

    private static String swapped(String good) {
        var lines = good.split("\n", -1);
        var first = lines[1];
        lines[1] = lines[2];
        lines[2] = first;
        return String.join("\n", lines);
    }

    private static Entries entries() {
        var eu =
                List.of(
                        entry("EU", 1, Map.of()),
                        entry("EU", 2, Map.of("seen", 1)),
                        entry("EU", 3, Map.of("seen", 2)));
        var no = List.of(entry("NO", 1, Map.of("seen", 1)), entry("NO", 2, Map.of("seen", 2)));
        return new Entries(new ArrayList<>(eu), new ArrayList<>(no));
    }

    static byte[] entry(String party, long number, Map<String, Object> changed) {
        var by = Map.of("authority", "EXERCISE", "officer", "A. Example", "role", "desk officer");
        var entry = new HashMap<String, Object>();
        entry.put("format", "samband-entry/1");
        entry.put("partnership", "eu-norway");
        entry.put("party", party);
        entry.put("line", "shared");
        entry.put("number", number);
        entry.put("seen", 0);
        entry.put("at", "2026-11-24T10:00:0" + number + "Z");
        entry.put("by", by);
        entry.put("circle", "shared");
        entry.put("marking", "TLP:GREEN;EXERCISE");
        entry.put("area", "");
        entry.put("kind", "note");
        entry.put("subject", party + "-" + number);
        entry.put("content", Map.of("text", "EXERCISE text " + number + " æøå € \u001f"));
        entry.putAll(changed);
        return CanonicalJson.bytes(entry);
    }

    /// The export, with the checkpoint of the first ledger changed.
    private static String text(Entries entries, UnaryOperator<Checkpoint> change) {
        var ledgers =
                List.of(
                        header("EU", 1, entries.eu(), change),
                        header("NO", 2, entries.no(), UnaryOperator.identity()));
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                CanonicalJson.bytes(
                        Map.of(
                                "format",
                                "samband-export/1",
                                "partnership",
                                "eu-norway",
                                "ledgers",
                                ledgers)));
        out.write('\n');
        Stream.of(entries.eu(), entries.no())
                .flatMap(List::stream)
                .forEach(entry -> {
                    out.writeBytes(entry);
                    out.write('\n');
                });
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> header(
            String party, int seed, List<byte[]> entries, UnaryOperator<Checkpoint> change) {
        var root = MerkleTree.root(entries.stream().map(MerkleTree::leaf).toList());
        var bare = new Checkpoint("samband/eu-norway/" + party, entries.size(), root, List.of());
        var held = signed(bare, party, seed);
        var note = change.apply(party.equals("EU") ? cosigned(held, TIME) : held).note();
        return Map.of(
                "party", party,
                "size", entries.size(),
                "key", key(party, seed).toString(),
                "checkpoints", List.of(note));
    }

    private static Checkpoint signed(Checkpoint checkpoint, String party, int seed) {
        return checkpoint.with(
                Checkpoint.signatureLine(
                        key(party, party.equals("EU") ? 1 : 2), sign(seed, checkpoint.body())));
    }

    private static Checkpoint cosigned(Checkpoint checkpoint, long time) {
        return checkpoint.with(
                Checkpoint.cosignatureLine(
                        key("NO", 2).forCosignatures(), time, sign(2, checkpoint.cosigned(TIME))));
    }

    private static VerifierKey key(String party, int seed) {
        return keyOf(party, seed);
    }

    static VerifierKey keyOf(String party, int seed) {
        return VerifierKey.of(
                "samband/eu-norway/" + party,
                KeyAlgorithm.ED25519,
                HexFormat.of().parseHex(OPEN_KEYS.get(seed - 1)));
    }

    static Checkpoint signedWith(Checkpoint checkpoint, String party, int seed) {
        return checkpoint.with(
                Checkpoint.signatureLine(keyOf(party, seed), sign(seed, checkpoint.body())));
    }

    static Checkpoint cosignedWith(Checkpoint checkpoint, String party, int seed) {
        return checkpoint.with(
                Checkpoint.cosignatureLine(
                        keyOf(party, seed).forCosignatures(),
                        TIME,
                        sign(seed, checkpoint.cosigned(TIME))));
    }

    private static byte[] sign(int seed, byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret(seed));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static PrivateKey secret(int seed) throws GeneralSecurityException {
        var prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
        var bytes = Arrays.copyOf(prefix, prefix.length + 32);
        Arrays.fill(bytes, prefix.length, bytes.length, (byte) seed);
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
