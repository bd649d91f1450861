// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Makes the exports of `spec/ledger/vectors/3/`: second signatures. Always the same bytes, as in
/// {@link VectorExports}: ML-DSA-65 can be without chance as well (FIPS 204 section 3.4).
final class SecondKeyExports {
    private static final String EU = "samband/eu-norway/EU";
    private static final String NO = "samband/eu-norway/NO";
    private static final long TIME = 1_795_500_000L;
    private static final int OLD = 1;
    private static final int NEW = 3;
    private static final int NORWAY = 2;

    private static final Map<Integer, KeyPair> PAIRS = new ConcurrentHashMap<>();

    private SecondKeyExports() {}

    /// Without chance: the seed of a key, or the zeros of a signature.
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte value;

        Fixed(int value) {
            this.value = (byte) value;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, value);
        }
    }

    static Map<String, VectorExports.Vector> all() {
        var vectors = new LinkedHashMap<String, VectorExports.Vector>();
        signatures(vectors);
        cosignatures(vectors);
        changes(vectors);
        return vectors;
    }

    private static void signatures(Map<String, VectorExports.Vector> vectors) {
        put(vectors, "second-signature", 0, "", SecondKeyExports::twice);
        put(
                vectors,
                "second-signature-missing",
                2,
                "LEDGER-28",
                draft -> {
                    twice(draft);
                    draft.sign(2, first(OLD));
                });
        put(
                vectors,
                "second-signature-of-another-key",
                2,
                "LEDGER-28",
                draft -> {
                    twice(draft);
                    draft.sign(2, first(OLD), second(OLD, NEW));
                });
        put(
                vectors,
                "first-signature-missing",
                2,
                "LEDGER-12",
                draft -> {
                    twice(draft);
                    draft.sign(2, second(OLD, OLD));
                });
        put(
                vectors,
                "second-signature-that-nobody-asks-for",
                0,
                "",
                draft -> {
                    twice(draft);
                    draft.second = Map.of();
                });
        put(
                vectors,
                "second-key-of-another-kind-in-the-first-line",
                -1,
                "",
                draft -> {
                    twice(draft);
                    draft.second = Map.of("EU", VectorExports.keyOf("EU", NEW));
                });
    }

    /// The EU signs twice from its first entry on.
    private static void twice(SecondKeyDraft draft) {
        draft.second = Map.of("EU", key(EU, OLD));
        draft.add(Map.of());
        draft.add(Map.of());
        draft.sign(2, first(OLD), second(OLD, OLD));
    }

    private static void cosignatures(Map<String, VectorExports.Vector> vectors) {
        put(vectors, "second-cosignature", 0, "", draft -> cosigned(draft, TIME));
        put(vectors, "second-cosignature-missing", 2, "LEDGER-28", draft -> cosigned(draft, 0));
        put(
                vectors,
                "second-cosignature-of-another-time",
                2,
                "LEDGER-28",
                draft -> cosigned(draft, TIME + 1));
    }

    /// Norway cosigns what the EU signs once.
    ///
    /// @param at time of the second cosignature; 0 for none
    private static void cosigned(SecondKeyDraft draft, long at) {
        twice(draft);
        draft.second = Map.of("NO", key(NO, NORWAY));
        SecondKeyDraft.Line once = note -> VectorExports.cosignedWith(note, "NO", NORWAY);
        SecondKeyDraft.Line again =
                note ->
                        note.with(
                                Checkpoint.cosignatureLine(
                                        key(NO, NORWAY).forCosignatures(),
                                        at,
                                        sign(NORWAY, note.cosigned(at))));
        draft.lines.put(2L, at == 0 ? List.of(first(OLD), once) : List.of(first(OLD), once, again));
    }

    private static void changes(Map<String, VectorExports.Vector> vectors) {
        put(vectors, "second-key-from-a-change-on", 0, "", SecondKeyExports::switchedOn);
        put(
                vectors,
                "change-without-the-new-second-signature",
                2,
                "LEDGER-28",
                draft -> {
                    switchedOn(draft);
                    draft.sign(2, first(OLD), first(NEW));
                });
        put(
                vectors,
                "after-the-change-without-the-second-signature",
                3,
                "LEDGER-28",
                draft -> {
                    switchedOn(draft);
                    draft.sign(3, first(NEW));
                });
        put(vectors, "second-key-given-up", 0, "", SecondKeyExports::switchedOff);
        put(
                vectors,
                "given-up-without-the-old-second-signature",
                2,
                "LEDGER-28",
                draft -> {
                    switchedOff(draft);
                    draft.sign(2, first(OLD), first(NEW));
                });
        put(
                vectors,
                "second-key-again",
                2,
                "LEDGER-17",
                draft -> {
                    draft.second = Map.of("EU", key(EU, OLD));
                    draft.add(Map.of());
                    draft.add(change(Map.of("second", key(EU, OLD).toString())));
                    draft.sign(2, first(OLD), second(OLD, OLD), first(NEW));
                });
        put(
                vectors,
                "second-key-of-another-kind",
                2,
                "LEDGER-17",
                draft -> {
                    draft.add(Map.of());
                    draft.add(
                            change(Map.of("second", VectorExports.keyOf("EU", NORWAY).toString())));
                    draft.sign(2, first(OLD), first(NEW));
                });
    }

    /// The EU signs twice from its second entry on.
    private static void switchedOn(SecondKeyDraft draft) {
        draft.add(Map.of());
        draft.add(change(Map.of("second", key(EU, NEW).toString())));
        draft.add(Map.of());
        draft.sign(1, first(OLD));
        draft.sign(2, first(OLD), first(NEW), second(NEW, NEW));
        draft.sign(3, first(NEW), second(NEW, NEW));
    }

    /// The EU signs once from its second entry on.
    private static void switchedOff(SecondKeyDraft draft) {
        draft.second = Map.of("EU", key(EU, OLD));
        draft.add(Map.of());
        draft.add(change(Map.of()));
        draft.add(Map.of());
        draft.sign(2, first(OLD), second(OLD, OLD), first(NEW));
        draft.sign(3, first(NEW));
    }

    private static Map<String, Object> change(Map<String, Object> more) {
        var content = new TreeMap<String, Object>(more);
        content.put("key", VectorExports.keyOf("EU", NEW).toString());
        return Map.of("kind", "ledger.key", "content", content);
    }

    private static SecondKeyDraft.Line first(int seed) {
        return note -> VectorExports.signedWith(note, "EU", seed);
    }

    /// @param seed of the key whose line it says that it is
    /// @param by seed of the key that signs
    private static SecondKeyDraft.Line second(int seed, int by) {
        return note -> note.with(Checkpoint.signatureLine(key(EU, seed), sign(by, note.body())));
    }

    static VerifierKey key(String name, int seed) {
        var spki = pair(seed).getPublic().getEncoded();
        int length = KeyAlgorithm.ML_DSA_65.keyLength();
        return VerifierKey.of(
                name,
                KeyAlgorithm.ML_DSA_65,
                Arrays.copyOfRange(spki, spki.length - length, spki.length));
    }

    private static byte[] sign(int seed, byte[] message) {
        try {
            var signature = Signature.getInstance("ML-DSA-65");
            signature.initSign(pair(seed).getPrivate(), new Fixed(0));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static KeyPair pair(int seed) {
        return PAIRS.computeIfAbsent(seed, SecondKeyExports::made);
    }

    private static KeyPair made(int seed) {
        try {
            var generator = KeyPairGenerator.getInstance("ML-DSA-65");
            generator.initialize(NamedParameterSpec.ML_DSA_65, new Fixed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// @param entry that is wrong; 0 where the export holds, less where it cannot be read
    private static void put(
            Map<String, VectorExports.Vector> vectors,
            String name,
            long entry,
            String requirement,
            Consumer<SecondKeyDraft> draft) {
        var made = new SecondKeyDraft();
        draft.accept(made);
        vectors.put(
                name,
                new VectorExports.Vector(
                        entry > 0 ? 1 : entry < 0 ? 2 : 0,
                        entry > 0 ? "EU" : "",
                        Math.max(entry, 0),
                        requirement,
                        made.text()));
    }
}
