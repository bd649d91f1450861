// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What a key signs with, and what for. Source: C2SP signed-note, "Signature types"; a type without
/// a byte of its own is 0xFF and a name; `spec/ledger/`, LEDGER-12, LEDGER-13 and LEDGER-27.
public enum KeyAlgorithm {
    /// Ed25519 (RFC 8032) over the note's text.
    ED25519("\u0001", Curve.NAME, Curve.LENGTH, Curve.SPKI),

    /// Ed25519 over a time and the note's text. Source: C2SP tlog-cosignature.
    ED25519_COSIGNATURE("\u0004", Curve.NAME, Curve.LENGTH, Curve.SPKI),

    /// ML-DSA-65 (FIPS 204) over the note's text: the second signature.
    ML_DSA_65("\u00ffML-DSA-65", Lattice.NAME, Lattice.LENGTH, Lattice.SPKI),

    /// ML-DSA-65 over a time and the note's text.
    ML_DSA_65_COSIGNATURE(
            "\u00ffML-DSA-65 cosignature/v1", Lattice.NAME, Lattice.LENGTH, Lattice.SPKI);

    private static final class Curve {
        static final String NAME = "Ed25519";
        static final int LENGTH = 32;

        /// What stands before a key in its SubjectPublicKeyInfo. Source: RFC 8410.
        static final String SPKI = "302a300506032b6570032100";
    }

    private static final class Lattice {
        static final String NAME = "ML-DSA-65";
        static final int LENGTH = 1_952;

        /// What stands before a key. Source: RFC 9881.
        static final String SPKI = "308207b2300b0609608648016503040312038207a100";
    }

    /// One character for each byte.
    private final String type;

    private final String name;
    private final int length;
    private final String spki;

    KeyAlgorithm(String type, String name, int length, String spki) {
        this.type = type;
        this.name = name;
        this.length = length;
        this.spki = spki;
    }

    /// The bytes that stand before a key and tell what it signs with.
    byte[] type() {
        return type.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Bytes of a public key.
    int keyLength() {
        return length;
    }

    /// The same algorithm for cosignatures.
    KeyAlgorithm forCosignatures() {
        return switch (this) {
            case ED25519, ED25519_COSIGNATURE -> ED25519_COSIGNATURE;
            case ML_DSA_65, ML_DSA_65_COSIGNATURE -> ML_DSA_65_COSIGNATURE;
        };
    }

    /// Of type bytes and a key after them; empty if they are none.
    static Optional<KeyAlgorithm> of(byte[] typeAndKey) {
        return Arrays.stream(values())
                .filter(one -> typeAndKey.length == one.type.length() + one.length)
                .filter(one ->
                        Arrays.equals(one.type(), Arrays.copyOf(typeAndKey, one.type.length())))
                .findFirst();
    }

    boolean verifies(byte[] key, byte[] message, byte[] signature) {
        try {
            var encoded =
                    new X509EncodedKeySpec(
                            VerifierKey.concatenated(HexFormat.of().parseHex(spki), key));
            var check = Signature.getInstance(name);
            check.initVerify(KeyFactory.getInstance(name).generatePublic(encoded));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
